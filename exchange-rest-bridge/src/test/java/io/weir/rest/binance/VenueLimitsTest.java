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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
            assertTrue(takesOrder());
        }
        assertEquals(0, limits.availableToOrders());
        assertFalse(takesOrder());
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 1));
        nowMs += 10_000;
        assertTrue(takesOrder());
    }

    @Test
    void shouldNotBeginAWindowBeforeItHasSurelyBegunAtTheVenue() {
        for (int i = 0; i < 5; i++) {
            limits.tryTakeOrder(1);
        }
        nowMs = TURN_MS + 10_000 + 100;
        header("X-MBX-ORDER-COUNT-10S", "0");
        assertFalse(takesOrder(), "the venue's clock may be behind");
        nowMs = TURN_MS + 10_000 + 250;
        assertTrue(takesOrder());
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
        final long first = limits.tryTakeOrder(1);
        final long second = limits.tryTakeOrder(1);
        final long third = limits.tryTakeOrder(1);
        answer(first, 1);
        assertEquals(2, limits.availableToOrders(), "5 less 1 counted less 2 on their way");
        answer(third, 0);
        assertEquals(
                3, limits.availableToOrders(), "fills gave back, yet the first may have been counted after the third");
        answer(second, 1);
        assertEquals(3, limits.availableToOrders(), "the third may have come after the second was counted");
    }

    @ParameterizedTest(name = "first order answered first: {0}")
    @ValueSource(booleans = {true, false})
    void shouldNotBelieveALowerCountThatWasOvertaken(final boolean isFirstAnsweredFirst) {
        final long first = limits.tryTakeOrder(1);
        final long second = limits.tryTakeOrder(1);
        answer(isFirstAnsweredFirst ? first : second, 2);
        answer(isFirstAnsweredFirst ? second : first, 1);
        assertEquals(3, limits.availableToOrders());
    }

    @Test
    void shouldBelieveALowerCountOnceNothingElseIsOnItsWay() {
        for (int i = 0; i < 4; i++) {
            final long ticket = limits.tryTakeOrder(1);
            answer(ticket, 1);
        }
        assertEquals(4, limits.availableToOrders(), "fills gave the others back");
    }

    @Test
    void shouldCountOrdersOfOthersOnTheSameAccount() {
        final long first = limits.tryTakeOrder(1);
        limits.tryTakeOrder(1);
        header("X-MBX-ORDER-COUNT-10S", "4", first);
        assertEquals(0, limits.availableToOrders(), "5 less 4 counted less 1 on its way");
    }

    @Test
    void shouldKeepAReserveOfWeightForCancelsAndQueries() {
        header("x-mbx-used-weight-1m", "79");
        assertTrue(takesOrder());
        assertFalse(takesOrder());
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
        assertFalse(takesOrder());
        assertFalse(limits.tryTake(RateBudget.Use.CANCEL, 1));
        assertEquals(0, limits.availableToOrders());
        nowMs += 30_000;
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 1));
        assertTrue(takesOrder());
    }

    @Test
    void shouldHoldBackOrdersOnlyWhenOrdersAreTooMany() {
        limits.onRateLimited("7", -1015);
        assertFalse(takesOrder());
        assertTrue(limits.tryTake(RateBudget.Use.CANCEL, 1));
        nowMs += 7_000;
        assertTrue(takesOrder());
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

    /** The venue answers an order: so many had it counted then. */
    private void answer(final long ticket, final int counted) {
        header("X-MBX-ORDER-COUNT-10S", String.valueOf(counted), ticket);
        limits.onOrderEnded(ticket);
    }

    private boolean takesOrder() {
        return limits.tryTakeOrder(1) != VenueLimits.NONE;
    }

    private void header(final String name, final String value) {
        header(name, value, VenueLimits.NONE);
    }

    private void header(final String name, final String value, final long ticket) {
        limits.onHeaders(MultiMap.caseInsensitiveMultiMap().add(name, value), ticket);
    }
}
