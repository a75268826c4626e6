package io.weir.core.venue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BreakerTest {
    private final Breaker breaker = new Breaker();

    private boolean fail(final int times, final int weight, final long nowNs) {
        boolean opened = false;
        for (int i = 0; i < times; i++) {
            opened |= breaker.onFailure(weight, nowNs);
        }
        return opened;
    }

    @Test
    void shouldOpenAfterAHundredRefusalsOrTwentyFailuresInARow() {
        assertFalse(fail(99, Breaker.REFUSAL, 0));
        assertTrue(breaker.allows(0));
        breaker.onSuccess();
        assertFalse(fail(19, Breaker.FAILURE, 0));
        assertTrue(fail(1, Breaker.FAILURE, 0));
        assertFalse(breaker.allows(Breaker.FIRST_PAUSE_NS - 1));
    }

    @Test
    void shouldLetOneTrialThroughAfterThePause() {
        fail(20, Breaker.FAILURE, 0);
        assertTrue(breaker.allows(Breaker.FIRST_PAUSE_NS));
        breaker.onSent();
        assertFalse(breaker.allows(Breaker.FIRST_PAUSE_NS));
        breaker.onSuccess();
        assertTrue(breaker.allows(Breaker.FIRST_PAUSE_NS));
    }

    @Test
    void shouldPauseTwiceAsLongAfterAFailedTrialUpToABound() {
        fail(20, Breaker.FAILURE, 0);
        long now = Breaker.FIRST_PAUSE_NS;
        for (int i = 0; i < 10; i++) {
            breaker.onSent();
            assertTrue(breaker.onFailure(Breaker.REFUSAL, now));
            assertFalse(breaker.allows(now + breaker.pauseNs() - 1));
            now += breaker.pauseNs();
            assertTrue(breaker.allows(now));
        }
        assertEquals(Breaker.LONGEST_PAUSE_NS, breaker.pauseNs());
    }

    @Test
    void shouldTryAgainWhenTheEdgeHasStartedAnew() {
        fail(20, Breaker.FAILURE, 0);
        breaker.onSent();
        breaker.onEdgeStarted();
        assertTrue(breaker.allows(Breaker.FIRST_PAUSE_NS));
    }
}
