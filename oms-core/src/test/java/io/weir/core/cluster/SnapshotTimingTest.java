package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SnapshotTimingTest {
    private static final long BOUND = 1 << 20;
    private static final long TAKEN_AT = 5 << 20;

    private final SnapshotTiming timing = new SnapshotTiming(BOUND);

    @Test
    void fromHalfOfTheBoundOnTheFirstQuietMomentIsTaken() {
        assertFalse(timing.look(TAKEN_AT + BOUND / 2, TAKEN_AT), "the log has just grown by half a megabyte");
        assertTrue(timing.look(TAKEN_AT + BOUND / 2 + SnapshotTiming.QUIET_BYTES - 1, TAKEN_AT));
    }

    @Test
    void inAFlowThatDoesNotEndItIsTakenAtTheBound() {
        long position = TAKEN_AT;
        while (position + SnapshotTiming.QUIET_BYTES < TAKEN_AT + BOUND) {
            position += SnapshotTiming.QUIET_BYTES;
            assertFalse(timing.look(position, TAKEN_AT), "at " + position);
        }
        assertTrue(timing.look(TAKEN_AT + BOUND, TAKEN_AT));
    }

    @Test
    void noneIsTakenOfALogThatHasHardlyGrown() {
        timing.look(TAKEN_AT + BOUND / 2 - 1, TAKEN_AT);
        assertFalse(timing.look(TAKEN_AT + BOUND / 2 - 1, TAKEN_AT));
    }
}
