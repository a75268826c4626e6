package io.weir.store.projection;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class FloodTest {
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long STEPS_A_SECOND = 10;
    private static final long ABOVE = 2 * Flood.BYTES_A_SECOND / STEPS_A_SECOND;
    private static final long BELOW = Flood.BYTES_A_SECOND / STEPS_A_SECOND / 2;

    private final Flood flood = new Flood(0, 0);
    private long nowNs;
    private long position;

    @Test
    void shouldWaitWhileTheJournalGrowsInABurstAndNoLonger() {
        assertTrue(grow(ABOVE, position));
        assertTrue(grow(ABOVE, position));
        assertFalse(grow(BELOW, position));
    }

    @Test
    void shouldNotWaitWhileTradeIsSteady() {
        for (int i = 0; i < 100; i++) {
            assertFalse(grow(BELOW, position));
        }
    }

    @Test
    void shouldWaitNoLongerThanItsPatienceUntilTheTablesAreInStepAgain() {
        for (long waited = 0; waited <= Flood.PATIENCE_NS; waited += STEP_NS) {
            assertTrue(grow(ABOVE, position));
        }
        assertFalse(grow(ABOVE, position), "the flood goes on, the patience is spent");
        grow(BELOW, position);
        assertFalse(grow(ABOVE, position), "not in step yet");
        grow(BELOW, 0);
        assertTrue(grow(ABOVE, position), "a new flood");
    }

    private boolean grow(final long bytes, final long lag) {
        nowNs += STEP_NS;
        position += bytes;
        return flood.isOn(position, lag, nowNs);
    }
}
