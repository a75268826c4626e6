package io.weir.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.fix.OrdStatus;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of trading, over seeded random histories in which venues misbehave: quantities, closed states, money, reserves,
 * one answer to each request, same log same events, and a snapshot after every single message. A failure names its seed.
 */
class TradingLawsTest {
    private static final int STEPS = 600;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void shouldHoldTheLawsThroughAnyHistory(final long seed) {
        final RandomHistory history = new RandomHistory(seed, false);
        history.run(STEPS);
        history.drain();
        checkEnds(history, seed);
        assertTrue(history.laws().lastReports().size() > 30, "seed " + seed + ": hardly anything happened");
    }

    @ParameterizedTest
    @ValueSource(longs = {101, 102, 103, 104, 105, 106})
    void shouldGoOnTheSameFromASnapshotAfterEveryMessage(final long seed) {
        final RandomHistory history = new RandomHistory(seed, true);
        history.run(STEPS / 2);
        history.drain();
        checkEnds(history, seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {201, 202, 203, 204, 205, 206, 207, 208, 209, 210})
    void shouldWriteTheOrdersAsTheyWereWhileTheyChangeAndAreForgotten(final long seed) {
        final RandomHistory history = new RandomHistory(seed, false, 7);
        history.run(STEPS);
        history.drain();
        assertTrue(history.images() > 5, "seed " + seed + ": only " + history.images() + " images");
    }

    @Test
    void shouldHoldTheLawsThroughManyShortHistories() {
        for (long seed = 1_000; seed < 1_500; seed++) {
            final RandomHistory history = new RandomHistory(seed, false);
            history.run(60);
            history.drain();
            checkEnds(history, seed);
        }
    }

    private static void checkEnds(final RandomHistory history, final long seed) {
        final String where = "seed " + seed + ": ";
        final Map<Long, Long> traded = new HashMap<>();
        final Map<Long, Long> notional = new HashMap<>();
        final List<Long> working = new ArrayList<>();
        for (final VenueModel.Truth truth : history.venues().truths()) {
            traded.merge(truth.asked.orderId(), truth.cumQty, Long::sum);
            notional.merge(truth.asked.orderId(), truth.cumNotional, Long::sum);
            if (truth.isLive) {
                working.add(truth.asked.orderId());
            }
        }
        assertTrue(working.isEmpty(), where + "at venues still: " + working);
        for (final ExecutionReport last : history.laws().lastReports().values()) {
            final long orderId = last.order().orderId();
            final String order = where + Told.text(last);
            assertEquals(traded.getOrDefault(orderId, 0L), last.order().cumQty(), order);
            assertEquals(notional.getOrDefault(orderId, 0L), last.order().cumNotional(), order);
            final OrdStatus status = last.order().ordStatus();
            assertFalse(status == OrdStatus.PENDING_CANCEL && last.order().leavesQty() > 0, order);
            assertFalse(status == OrdStatus.PENDING_REPLACE && last.order().leavesQty() > 0, order);
            assertEquals(0, last.order().leavesQty(), order);
        }
        for (final String request : history.requests()) {
            assertTrue(history.laws().answered().containsKey(request), where + request + " was never answered");
        }
        history.laws().checkMoney(initial(history.laws().balances()));
    }

    private static Map<String, Long> initial(final Map<String, BalanceChanged> balances) {
        final Map<String, Long> initial = new HashMap<>();
        for (final BalanceChanged balance : balances.values()) {
            assertTrue(balance.account().equals("ACC"));
            initial.put(
                    balance.venue() + balance.asset(),
                    balance.asset().equals("USD") ? 100_000_000_000_000L : 10_000_000_000L);
        }
        return initial;
    }
}
