package io.weir.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the engine over seeded random histories of customers and the house; a failure names its seed. */
class ExchangeLawsTest {
    private static final int STEPS = 4_000;

    private final Venue venue = new Venue(new Fees(700, 1_100));
    private final List<Order> placed = new ArrayList<>();
    private final Map<Order, Long> arrival = new HashMap<>();
    private long steps;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 4711, 20240808})
    void shouldKeepEveryLaw(final long seed) {
        final Random random = new Random(seed);
        final long btc = venue.exchange.total(venue.book.baseAsset());
        final long usd = venue.exchange.total(venue.book.quoteAsset());
        for (int i = 0; i < STEPS; i++) {
            steps++;
            final int tradesBefore = venue.recorder.trades.size();
            step(random, i);
            final String where = "seed " + seed + " step " + i;
            checkPriority(where, tradesBefore);
            checkBook(where);
            assertEquals(btc, venue.exchange.total(venue.book.baseAsset()), where);
            assertEquals(usd, venue.exchange.total(venue.book.quoteAsset()), where);
        }
        checkOrders("seed " + seed);
        assertTrue(venue.recorder.trades.size() > STEPS / 10, "the history trades");
    }

    private void step(final Random random, final int i) {
        final Account account = random.nextBoolean() ? venue.a : venue.b;
        final int dice = random.nextInt(20);
        if (dice < 11) {
            final Order order = venue.place(account, randomOrder(random, "o" + i));
            if (order.rejectReason() == null) {
                placed.add(order);
                arrival.put(order, steps);
            }
        } else if (dice < 14 && !placed.isEmpty()) {
            venue.exchange.cancel(placed.get(random.nextInt(placed.size())), "c" + i, ++venue.nowMs);
        } else if (dice < 17 && !placed.isEmpty()) {
            replace(random, placed.get(random.nextInt(placed.size())), "r" + i);
        } else {
            final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            venue.exchange.quote(venue.book, side, randomPrice(random), random.nextInt(3) * 40_000L, ++venue.nowMs);
        }
    }

    private void replace(final Random random, final Order order, final String clOrdId) {
        final long price = random.nextBoolean() ? order.price() : randomPrice(random);
        final long qty = 1_000L + random.nextInt(100_000);
        final boolean keeps = price == order.price() && qty <= order.orderQty();
        if (venue.exchange.replace(order, clOrdId, price, qty, ++venue.nowMs) == null && !keeps) {
            arrival.put(order, steps);
        }
    }

    private static NewOrder randomOrder(final Random random, final String clOrdId) {
        final Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        final OrdType type = random.nextInt(10) == 0 ? OrdType.MARKET : OrdType.LIMIT;
        final TimeInForce tif = type == OrdType.MARKET ? TimeInForce.IOC : TimeInForce.values()[random.nextInt(4)];
        final long price = type == OrdType.MARKET ? 0 : randomPrice(random);
        return new NewOrder("BTC-USD", clOrdId, side, type, tif, price, 1_000L + random.nextInt(100_000));
    }

    private static long randomPrice(final Random random) {
        return 5_000_000L + random.nextInt(40) - 20;
    }

    /** A taker's trades worsen in price, and within one price the customers' orders come in order of arrival. */
    private void checkPriority(final String where, final int from) {
        final List<Trade> trades = venue.recorder.trades;
        for (int i = from + 1; i < trades.size(); i++) {
            final Trade before = trades.get(i - 1);
            final Trade now = trades.get(i);
            assertTrue(now.tradeId() > before.tradeId(), where);
            final long worse =
                    now.taker().side() == Side.BUY ? now.lastPx() - before.lastPx() : before.lastPx() - now.lastPx();
            assertTrue(worse >= 0, where);
            if (worse == 0 && arrival.containsKey(before.maker()) && arrival.containsKey(now.maker())) {
                assertTrue(arrival.get(before.maker()) <= arrival.get(now.maker()), where);
            }
        }
    }

    private void checkBook(final String where) {
        final PriceLevel bid = venue.book.side(Side.BUY).best();
        final PriceLevel ask = venue.book.side(Side.SELL).best();
        assertTrue(bid == null || ask == null || bid.price() < ask.price(), where + ": crossed");
        for (final Side side : Side.values()) {
            int levels = 0;
            for (PriceLevel l = venue.book.side(side).best(); l != null; l = l.worse()) {
                long sum = 0;
                for (Order o = l.first(); o != null; o = o.nextInLevel) {
                    assertTrue(o.isOpen() && o.level == l, where);
                    sum += o.leavesQty();
                }
                assertEquals(sum, l.totalQty(), where);
                assertTrue(sum > 0, where);
                levels++;
            }
            assertEquals(levels, venue.book.side(side).levels(), where);
        }
    }

    /** Quantity: what orders say they filled is what the trades say; money held is what open orders need. */
    private void checkOrders(final String where) {
        final Map<Order, Long> traded = new HashMap<>();
        for (final Trade trade : venue.recorder.trades) {
            traded.merge(trade.maker(), trade.lastQty(), Long::sum);
            traded.merge(trade.taker(), trade.lastQty(), Long::sum);
        }
        final Map<Account, Long> lockedUsd = new HashMap<>();
        for (final Order order : placed) {
            assertEquals(traded.getOrDefault(order, 0L), order.cumQty(), where);
            long fills = 0;
            for (int i = 0; i < order.fills().size(); i++) {
                fills += order.fills().lastQty(i);
            }
            assertEquals(order.cumQty(), fills, where);
            if (order.side() == Side.BUY) {
                lockedUsd.merge(
                        order.account(), order.instrument().notional(order.price(), order.leavesQty()), Long::sum);
            }
            assertEquals(order.isOpen(), order.isResting(), where);
        }
        for (final Account account : List.of(venue.a, venue.b)) {
            assertEquals(lockedUsd.getOrDefault(account, 0L), account.locked(venue.book.quoteAsset()), where);
            assertTrue(account.free(venue.book.quoteAsset()) >= 0 && account.free(venue.book.baseAsset()) >= 0, where);
        }
    }
}
