package io.weir.venue;

import static io.weir.venue.RateBudget.Use.CANCEL;
import static io.weir.venue.RateBudget.Use.ORDER;
import static io.weir.venue.RateBudget.Use.QUERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** One account's rate limit, shared by orders, cancels and questions. */
final class RateBudgetTest {
    private static final long S = 1_000_000_000L;

    private long nowNs = 5 * S;
    private final RateBudget budget = new RateBudget(new RateLimit(10, S, 2_000), () -> nowNs);

    @Test
    void shouldKeepTheReserveForCancelsAndQueries() {
        for (int i = 0; i < 8; i++) {
            assertTrue(budget.tryTake(ORDER, 1));
        }
        assertFalse(budget.tryTake(ORDER, 1));
        assertEquals(0, budget.availableToOrders());
        assertTrue(budget.tryTake(CANCEL, 1));
        assertTrue(budget.tryTake(QUERY, 1));
        assertFalse(budget.tryTake(CANCEL, 1));
        assertEquals(2, budget.refused());
    }

    @Test
    void shouldFillAtASteadyPaceAndNeverBeyondTheLimit() {
        assertTrue(budget.tryTake(QUERY, 10));
        nowNs += S / 10;
        assertTrue(budget.tryTake(QUERY, 1));
        assertFalse(budget.tryTake(QUERY, 1));
        nowNs += 100 * S;
        assertTrue(budget.tryTake(QUERY, 10));
        assertFalse(budget.tryTake(QUERY, 1));
    }

    @Test
    void shouldBelieveTheVenueWhenItHasCountedMore() {
        budget.onUsed(9);
        assertTrue(budget.tryTake(QUERY, 1));
        assertFalse(budget.tryTake(QUERY, 1));
        nowNs += S;
        budget.onUsed(0);
        assertTrue(budget.tryTake(QUERY, 10), "less than we thought gives nothing back, time does");
    }

    @Test
    void shouldLetNothingPassWhileTheVenueRefusesEverything() {
        budget.pause(2 * S);
        budget.pause(S);
        assertFalse(budget.tryTake(CANCEL, 1));
        assertEquals(0, budget.availableToOrders());
        nowNs += 2 * S - 1;
        assertFalse(budget.tryTake(CANCEL, 1));
        nowNs += 1;
        assertTrue(budget.tryTake(CANCEL, 1));
    }
}
