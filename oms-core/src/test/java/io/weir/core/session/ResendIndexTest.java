package io.weir.core.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ResendIndexTest {
    private static final long MIB = ResendIndex.FIRST_SPACING;

    private final ResendIndex index = new ResendIndex();

    @Test
    void shouldSetAPointForEachMebibyteOfJournal() {
        index.onMessage(1, 500);
        index.onMessage(2, 900);
        index.onMessage(3, 500 + MIB - 1);
        index.onMessage(4, 500 + MIB);
        assertEquals(2, index.size());
        assertEquals(500, index.startFor(1));
        assertEquals(500, index.startFor(3));
        assertEquals(500 + MIB, index.startFor(4));
        assertEquals(500 + MIB, index.startFor(1_000));
    }

    @Test
    void shouldHaveNoMorePointsThanItsBoundAndNeverStartTooLate() {
        final long messages = 3L * ResendIndex.MAX_POINTS;
        for (long number = 1; number <= messages; number++) {
            index.onMessage(number, number * MIB);
            assertTrue(index.size() <= ResendIndex.MAX_POINTS);
        }
        for (long number = 1; number <= messages; number++) {
            final long start = index.startFor(number);
            assertTrue(start <= number * MIB, number + " starts at " + start);
            assertTrue(number * MIB - start <= 8 * MIB, number + " starts at " + start);
        }
        assertEquals(MIB, index.startFor(1));
    }

    @Test
    void shouldForgetAllPointsAtAReset() {
        index.onMessage(1, 500);
        index.clear();
        index.onMessage(1, 90_000);
        assertEquals(90_000, index.startFor(1));
    }
}
