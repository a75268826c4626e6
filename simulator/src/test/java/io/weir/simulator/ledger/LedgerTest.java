package io.weir.simulator.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.ExchangeLimits;
import io.weir.simulator.matching.Fees;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.PriceLevel;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.TimeInForce;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {
    private static final Instrument BTC =
            new Instrument("BTC-USD", "BTC", "USD", 2, 5, 1, 1, 1, 900_000_000L, 100_000_000L, 0);
    private static final long MAX = 1L << 30;

    @TempDir
    private Path dir;

    /** Snapshot of nothing plus all records is the whole: a random history read back equals the venue that lived it. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldBringBackEveryOrderBookAndBalance(final long seed) {
        final Path file = dir.resolve("ledger.bin");
        final String lived;
        try (LedgerWriter ledger = new LedgerWriter(file, MAX)) {
            final Exchange exchange = exchange(ledger);
            live(exchange, ledger, new Random(seed));
            lived = show(exchange);
        }
        final Exchange again = exchange(new LedgerWriter(dir.resolve("unused"), MAX));
        assertEquals(0, LedgerReader.repair(file, new LedgerRestorer(again.restore())), "seed " + seed);
        assertEquals(lived, show(again), "seed " + seed);
    }

    @Test
    void shouldCutOffATornFrameAndKeepAllBeforeIt() throws Exception {
        final Path file = dir.resolve("ledger.bin");
        final String lived;
        final long whole;
        try (LedgerWriter ledger = new LedgerWriter(file, MAX)) {
            final Exchange exchange = exchange(ledger);
            live(exchange, ledger, new Random(4));
            lived = show(exchange);
            whole = Files.size(file);
            place(exchange, "torn", Side.BUY, 1_000, 4_000_000);
            ledger.commit();
        }
        final byte[] bytes = Files.readAllBytes(file);
        for (final int cut : new int[] {1, 5, 9}) {
            Files.write(file, bytes);
            try (var channel = java.nio.channels.FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(bytes.length - cut);
            }
            final Exchange again = exchange(new LedgerWriter(dir.resolve("unused"), MAX));
            assertEquals(bytes.length - cut - whole, LedgerReader.repair(file, new LedgerRestorer(again.restore())));
            assertEquals(lived, show(again));
            assertEquals(whole, Files.size(file));
        }
    }

    @Test
    void shouldCutOffAFrameWhoseBytesHaveChanged() throws Exception {
        final Path file = dir.resolve("ledger.bin");
        try (LedgerWriter ledger = new LedgerWriter(file, MAX)) {
            final Exchange exchange = exchange(ledger);
            place(exchange, "a", Side.BUY, 1_000, 4_000_000);
            ledger.commit();
        }
        final byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
        final Exchange again = exchange(new LedgerWriter(dir.resolve("unused"), MAX));
        assertEquals(bytes.length, LedgerReader.repair(file, new LedgerRestorer(again.restore())));
        assertEquals(0, again.account("A").openOrders());
    }

    @Test
    void shouldSayThatTheLedgerIsAnotherVenues() {
        final Path file = dir.resolve("ledger.bin");
        try (LedgerWriter ledger = new LedgerWriter(file, MAX)) {
            place(exchange(ledger), "a", Side.BUY, 1_000, 4_000_000);
            ledger.commit();
        }
        final Exchange other = new Exchange(
                List.of(BTC),
                Map.of("B", Map.of("USD", 0L)),
                new Fees(0, 0),
                ExchangeLimits.DEFAULT,
                new LedgerWriter(dir.resolve("unused"), MAX));
        final IllegalStateException refused = assertThrows(
                IllegalStateException.class, () -> LedgerReader.read(file, new LedgerRestorer(other.restore())));
        assertTrue(refused.getMessage().contains("account A"), refused.getMessage());
    }

    @Test
    void shouldBeFullAtItsBoundAndWriteNothingForNothing() throws Exception {
        final Path file = dir.resolve("ledger.bin");
        try (LedgerWriter ledger = new LedgerWriter(file, 50)) {
            ledger.commit();
            assertEquals(0, Files.size(file));
            assertFalse(ledger.isFull());
            place(exchange(ledger), "a", Side.BUY, 1_000, 4_000_000);
            ledger.commit();
            assertTrue(ledger.isFull());
        }
    }

    private static Exchange exchange(final LedgerWriter ledger) {
        final Map<String, Long> funds = Map.of("USD", 1_000_000_000_000_000L, "BTC", 1_000_000_000_000L);
        return new Exchange(
                List.of(BTC), Map.of("A", funds, "B", funds), new Fees(300, 700), ExchangeLimits.DEFAULT, ledger);
    }

    private static void live(final Exchange exchange, final LedgerWriter ledger, final Random random) {
        for (int i = 0; i < 2_000; i++) {
            final OrderBook book = exchange.book("BTC-USD");
            final long price = 5_000_000L + random.nextInt(30) - 15;
            final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            final int dice = random.nextInt(10);
            final Order known = exchange.order(exchange.lastOrderId() - random.nextInt(20));
            if (dice < 6) {
                place(exchange, "o" + i, side, 1_000 + random.nextInt(50_000), price);
            } else if (dice < 7) {
                exchange.quote(book, side, price, random.nextInt(2) * 30_000L, i);
            } else if (known != null && dice < 8) {
                exchange.cancel(known, "c" + i, i);
            } else if (known != null) {
                exchange.replace(known, "r" + i, price, 1_000 + random.nextInt(50_000), i);
            }
            ledger.commit();
        }
        for (final Side side : Side.values()) {
            for (long price = 4_999_900; price < 5_000_100; price++) {
                exchange.quote(exchange.book("BTC-USD"), side, price, 0, 3_000);
            }
        }
        ledger.commit();
    }

    private static Order place(
            final Exchange exchange, final String clOrdId, final Side side, final long qty, final long price) {
        final Account account = exchange.account(clOrdId.hashCode() % 2 == 0 || clOrdId.length() == 1 ? "A" : "B");
        return exchange.place(
                account,
                new NewOrder(
                        "BTC-USD",
                        clOrdId,
                        side,
                        OrdType.LIMIT,
                        TimeInForce.values()[Math.floorMod(clOrdId.hashCode() / 2, 4)],
                        price,
                        qty),
                false,
                7);
    }

    /** Everything that customers could see. */
    private static String show(final Exchange exchange) {
        final StringBuilder out = new StringBuilder();
        exchange.forEachOrder(0, order -> {
            out.append(order).append(' ').append(order.fills().size()).append('\n');
            return true;
        });
        for (final Account account : exchange.accounts()) {
            out.append(account.name())
                    .append(account.free(0))
                    .append(' ')
                    .append(account.locked(0))
                    .append(' ')
                    .append(account.free(1))
                    .append(' ')
                    .append(account.locked(1))
                    .append('\n');
        }
        final OrderBook book = exchange.book("BTC-USD");
        for (final Side side : Side.values()) {
            for (PriceLevel level = book.side(side).best(); level != null; level = level.worse()) {
                out.append(side)
                        .append(level.price())
                        .append(' ')
                        .append(level.totalQty())
                        .append('\n');
            }
        }
        return out.append(book.lastTradeId()).toString();
    }
}
