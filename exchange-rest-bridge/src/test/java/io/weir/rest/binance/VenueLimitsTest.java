package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.MultiMap;
import io.weir.rest.clock.VenueClock;
import io.weir.venue.RateBudget;
import io.weir.venue.RateLimit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VenueLimitsTest {
    private static final long MINUTE_MS = 60_000;

    private static final long TURN_MS = 1_700_000_040_000L; // of a minute, and of a window of ten seconds

    private long nowMs = TURN_MS + 1_000;
    private final RateLimit rateLimit = new RateLimit(100, TimeUnit.MINUTES.toNanos(1), 2_000);
    private final VenueLimits limits = new VenueLimits(
            new RateBudget(rateLimit, () -> nowMs * 1_000_000L), rateLimit, new VenueClock(() -> nowMs));

    @BeforeEach
    void listWindows() {
        limits.windows(List.of(
                new LimitWindow(LimitWindow.Kind.WEIGHT, MINUTE_MS, 100),
                new LimitWindow(LimitWindow.Kind.REQUESTS, 5 * MINUTE_MS, 10_000),
                new LimitWindow(LimitWindow.Kind.ORDERS, 10_000, 5)));
    }

    @Test
    void shouldHoldOrdersAtTheVenuesCountAndBeginAnewWithItsWindow() {
        for (int i = 0; i < 5; i++) {
            assertTrue(limits.tryTakeOrder(1));
        }
        assertEquals(0, limits.availableToOrders());
        assertFalse(limits.tryTakeOrder(1));
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 1));
        nowMs += 10_000;
        assertTrue(limits.tryTakeOrder(1));
    }

    @Test
    void shouldNotBeginAWindowBeforeItHasSurelyBegunAtTheVenue() {
        for (int i = 0; i < 5; i++) {
            limits.tryTakeOrder(1);
        }
        nowMs = TURN_MS + 10_000 + 100;
        header("X-MBX-ORDER-COUNT-10S", "0");
        assertFalse(limits.tryTakeOrder(1), "the venue's clock may be behind");
        nowMs = TURN_MS + 10_000 + 250;
        assertTrue(limits.tryTakeOrder(1));
    }

    @Test
    void shouldCountInBothWindowsWhatLeavesAtTheirTurn() {
        nowMs = TURN_MS + 10_000 - 100;
        limits.tryTakeOrder(1);
        limits.tryTakeOrder(1);
        assertEquals(3, limits.availableToOrders());
        nowMs = TURN_MS + 10_000 + 300;
        assertEquals(3, limits.availableToOrders());
        nowMs = TURN_MS + 20_000 + 300;
        assertEquals(5, limits.availableToOrders());
    }

    @Test
    void shouldBelieveTheVenuesCountOfOrdersAndAddThoseOnTheirWay() {
        limits.tryTakeOrder(1);
        limits.tryTakeOrder(1);
        limits.tryTakeOrder(1);
        limits.onOrderEnded();
        header("X-MBX-ORDER-COUNT-10S", "1");
        assertEquals(2, limits.availableToOrders(), "5 less 1 counted less 2 on their way");
        header("X-MBX-ORDER-COUNT-10S", "0");
        assertEquals(3, limits.availableToOrders(), "a first fill gives a count back");
    }

    @Test
    void shouldKeepAReserveOfWeightForCancelsAndQueries() {
        header("x-mbx-used-weight-1m", "79");
        assertTrue(limits.tryTakeOrder(1));
        assertFalse(limits.tryTakeOrder(1));
        assertTrue(limits.tryTake(RateBudget.Use.QUERY, 4));
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 16));
        assertFalse(limits.tryTake(RateBudget.Use.CANCEL, 1));
    }

    @Test
    void shouldBelieveTheVenueWhereItCountsMoreWeightThanWe() {
        header("X-MBX-USED-WEIGHT-1M", "100");
        assertFalse(limits.tryTake(RateBudget.Use.QUERY, 1));
        nowMs += MINUTE_MS;
        assertTrue(limits.tryTake(RateBudget.Use.QUERY, 1));
    }

    @Test
    void shouldSendNothingUntilTheVenueSaysSo() {
        assertEquals(30, limits.onRateLimited("30", -1003));
        assertFalse(limits.tryTakeOrder(1));
        assertFalse(limits.tryTake(RateBudget.Use.CANCEL, 1));
        assertEquals(0, limits.availableToOrders());
        nowMs += 30_000;
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 1));
        assertTrue(limits.tryTakeOrder(1));
    }

    @Test
    void shouldHoldBackOrdersOnlyWhenOrdersAreTooMany() {
        limits.onRateLimited("7", -1015);
        assertFalse(limits.tryTakeOrder(1));
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 1));
        nowMs += 7_000;
        assertTrue(limits.tryTakeOrder(1));
    }

    @Test
    void shouldPauseAWhileWhereTheVenueDoesNotSayHowLong() {
        assertEquals(10, limits.onRateLimited(null, -1003));
        assertEquals(10, limits.onRateLimited("soon", -1003));
    }

    @Test
    void shouldIgnoreHeadersThatMeanNothing() {
        header("X-MBX-USED-WEIGHT-1X", "9999");
        header("X-MBX-USED-WEIGHT-1M", "many");
        header("X-MBX-ORDER-COUNT-1D", "9999");
        assertEquals(5, limits.availableToOrders());
    }

    private void header(final String name, final String value) {
        limits.onHeaders(MultiMap.caseInsensitiveMultiMap().add(name, value));
    }
}
