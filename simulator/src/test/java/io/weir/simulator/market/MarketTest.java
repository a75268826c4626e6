package io.weir.simulator.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.simulator.DemoVenues;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.floor.TradingFloor;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.PriceLevel;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;
import io.weir.simulator.matching.Trade;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarketTest {
    private static final long START_MS = 1_700_000_000_000L;
    private static final ExchangeListener NOBODY = new ExchangeListener() {
        @Override
        public void onAccepted(final Order order) {
            // Not looked at.
        }

        @Override
        public void onTrade(final Trade trade) {
            // Not looked at.
        }

        @Override
        public void onCanceled(final Order order, final String cancelClOrdId) {
            // Not looked at.
        }

        @Override
        public void onExpired(final Order order) {
            // Not looked at.
        }

        @Override
        public void onReplaced(final Order order, final String origClOrdId) {
            // Not looked at.
        }
    };

    @TempDir
    private Path dir;

    @Test
    void shouldStayNearItsStartDeepAndWholeAgainAfterEveryTrade() {
        try (TradingFloor floor = new TradingFloor(DemoVenues.fix("STEADY", 0, dir), NOBODY)) {
            final OrderBook book = floor.exchange().book("BTC-USD");
            final List<Long> bests = new ArrayList<>();
            for (int second = 0; second < 600; second++) {
                final long nowMs = START_MS + second * 1_000L;
                floor.tick(nowMs);
                final long bid = book.side(Side.BUY).best().price();
                final long ask = book.side(Side.SELL).best().price();
                assertTrue(bid < ask && bid >= 4_995_000 && ask <= 5_005_000, bid + " " + ask);
                assertTrue(within(book, Side.BUY) >= 20 * 100_000 && within(book, Side.SELL) >= 20 * 100_000);
                bests.add(bid);
                final Side side = second % 2 == 0 ? Side.BUY : Side.SELL;
                assertEquals(
                        OrdStatus.FILLED,
                        sweep(floor, side, "s" + second, nowMs).ordStatus());
            }
            assertTrue(bests.stream().distinct().count() > 3, "the market moves");
        }
    }

    private static long within(final OrderBook book, final Side side) {
        long qty = 0;
        for (PriceLevel level = book.side(side).best(); level != null; level = level.worse()) {
            if (Math.abs(level.price() - 5_000_000) <= 50_000) {
                qty += level.totalQty();
            }
        }
        return qty;
    }

    private static Order sweep(final TradingFloor floor, final Side side, final String clOrdId, final long nowMs) {
        final Account account = floor.exchange().account(DemoVenues.ACCOUNT);
        final NewOrder order =
                new NewOrder("BTC-USD", clOrdId, side, OrdType.MARKET, TimeInForce.IOC, 0, 100 * 100_000);
        return floor.exchange().place(account, order, false, nowMs);
    }

    @Test
    void shouldMoveTheSameWayForTheSameSeedOnly() {
        assertEquals(path(5, "a"), path(5, "b"));
        assertNotEquals(path(5, "c"), path(6, "d"));
    }

    private List<Long> path(final long seed, final String name) {
        final SimulatorConfig config =
                DemoVenues.fix("SEEDED", 0, dir.resolve(name)).withSeed(seed);
        final List<Long> path = new ArrayList<>();
        try (TradingFloor floor = new TradingFloor(config, NOBODY)) {
            for (int i = 0; i < 100; i++) {
                floor.tick(START_MS + i * 500L);
                path.add(floor.exchange().book("BTC-USD").side(Side.SELL).best().price());
            }
        }
        return path;
    }

    @Test
    void shouldFollowARecordingFromItsSnapshotOnAndBeginAgainAtItsEnd() throws Exception {
        final Path file = dir.resolve("recording.jsonl.gz");
        record(
                file,
                diff(0, 90, 99, "[]", "[]"),
                diff(100, 98, 103, "[[\"60000.00\",\"9.00000000\"]]", "[]"),
                line(
                        150,
                        "http",
                        "{\"lastUpdateId\":101,\"bids\":[[\"60000.00000000\",\"1.00000000\"],"
                                + "[\"59999.00000000\",\"2.00000900\"],[\"59998.00000000\",\"0.00000100\"],[\"59997.123\",\"1.0\"]],\"asks\":[[\"60001.00000000\",\"1.50000000\"]]}"),
                line(160, "in", "{\"stream\":\"btcusdt@trade\",\"data\":{\"e\":\"trade\",\"s\":\"BTCUSDT\"}}"),
                diff(1_150, 104, 105, "[[\"60000.00\",\"0.00000000\"]]", "[[\"60000.50\",\"3.00000000\"]]"),
                diff(
                        2_150,
                        106,
                        110,
                        "[[\"60002.00\",\"4.00000000\"]]",
                        "[[\"60001.00\",\"0.00000000\"],[\"60000.50\",\"0.00000000\"],[\"60003.00\",\"5.00000000\"]]"));
        final SimulatorConfig config = DemoVenues.binance("REPLAY", 0, dir.resolve("venue"))
                .withRecording("BTCUSDT", new Recording(file, "BTCUSDT", 1, true));
        try (TradingFloor floor = new TradingFloor(config, NOBODY)) {
            final OrderBook book = floor.exchange().book("BTCUSDT");
            floor.tick(START_MS);
            assertEquals("60000.00x9.0 59999.00x2.0 | 60001.00x1.5", show(book));
            floor.tick(START_MS + 999);
            assertEquals("60000.00x9.0 59999.00x2.0 | 60001.00x1.5", show(book));
            floor.tick(START_MS + 1_000);
            assertEquals("59999.00x2.0 | 60000.50x3.0 60001.00x1.5", show(book));
            final NewOrder buy =
                    new NewOrder("BTCUSDT", "B", Side.BUY, OrdType.LIMIT, TimeInForce.IOC, 6_000_050, 100_000);
            floor.exchange().place(floor.exchange().account(DemoVenues.ACCOUNT), buy, false, START_MS + 1_001);
            assertEquals("59999.00x2.0 | 60000.50x2.0 60001.00x1.5", show(book));
            floor.tick(START_MS + 1_050);
            assertEquals("59999.00x2.0 | 60000.50x3.0 60001.00x1.5", show(book));
            floor.tick(START_MS + 2_000);
            assertEquals("60002.00x4.0 59999.00x2.0 | 60003.00x5.0", show(book));
            floor.tick(START_MS + 2_050);
            assertEquals("60000.00x9.0 59999.00x2.0 | 60001.00x1.5", show(book));
        }
    }

    @Test
    void shouldFillARestingOrderThatTheRecordingTradesThrough() throws Exception {
        final Path file = dir.resolve("recording.jsonl.gz");
        record(
                file,
                line(
                        0,
                        "http",
                        "{\"lastUpdateId\":1,\"bids\":[[\"59990.00\",\"1.0\"]],\"asks\":[[\"60010.00\",\"1.0\"]]}"),
                diff(1_000, 2, 3, "[]", "[[\"60000.00\",\"2.0\"]]"));
        final SimulatorConfig config = DemoVenues.binance("REPLAY", 0, dir.resolve("venue"))
                .withRecording("BTCUSDT", new Recording(file, "BTCUSDT", 10, false));
        try (TradingFloor floor = new TradingFloor(config, NOBODY)) {
            floor.tick(START_MS);
            final NewOrder buy =
                    new NewOrder("BTCUSDT", "B", Side.BUY, OrdType.LIMIT, TimeInForce.GTC, 6_000_000, 100_000);
            final Order order =
                    floor.exchange().place(floor.exchange().account(DemoVenues.ACCOUNT), buy, false, START_MS);
            assertEquals(OrdStatus.NEW, order.ordStatus());
            floor.tick(START_MS + 100);
            assertEquals(OrdStatus.FILLED, order.ordStatus());
        }
    }

    @Test
    void shouldRefuseARecordingWithoutASnapshotOfTheSymbol() throws Exception {
        final Path file = dir.resolve("recording.jsonl.gz");
        record(file, diff(0, 1, 2, "[]", "[]"));
        final SimulatorConfig config = DemoVenues.binance("REPLAY", 0, dir.resolve("venue"))
                .withRecording("BTCUSDT", new Recording(file, "BTCUSDT", 1, true));
        try (TradingFloor floor = new TradingFloor(config, NOBODY)) {
            final IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> floor.tick(START_MS));
            assertTrue(refused.getMessage().contains("no snapshot of BTCUSDT"), refused.getMessage());
        }
    }

    private static String show(final OrderBook book) {
        return show(book, Side.BUY) + " | " + show(book, Side.SELL);
    }

    private static String show(final OrderBook book, final Side side) {
        final List<String> levels = new ArrayList<>();
        for (PriceLevel level = book.side(side).best(); level != null; level = level.worse()) {
            levels.add(level.price() / 100 + "." + String.format("%02d", level.price() % 100) + "x"
                    + level.totalQty() / 100_000.0);
        }
        return String.join(" ", levels);
    }

    private static String diff(final long ms, final long first, final long last, final String bids, final String asks) {
        return line(
                ms,
                "in",
                "{\"stream\":\"btcusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"BTCUSDT\",\"U\":"
                        + first + ",\"u\":" + last + ",\"b\":" + bids + ",\"a\":" + asks + "}}");
    }

    private static String line(final long ms, final String kind, final String raw) {
        return "{\"recv_ns\":" + (1_723_161_253_000_000_000L + ms * 1_000_000) + ",\"kind\":\"" + kind
                + "\",\"src\":\"\",\"raw\":\"" + raw.replace("\"", "\\\"") + "\"}";
    }

    private static void record(final Path file, final String... lines) throws IOException {
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            for (final String line : lines) {
                out.write(line + "\n");
            }
        }
    }
}
