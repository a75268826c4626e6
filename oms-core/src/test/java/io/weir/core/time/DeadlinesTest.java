package io.weir.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines();

    @Test
    void shouldHaveNoneAtFirst() {
        assertEquals(Long.MAX_VALUE, deadlines.nextNs());
        assertFalse(deadlines.takeDue(Long.MAX_VALUE));
    }

    @Test
    void shouldNotTakeWhatIsNotDue() {
        deadlines.set(100, DeadlineKind.PULSE, 0);
        assertFalse(deadlines.takeDue(99));
        assertTrue(deadlines.takeDue(100));
        assertEquals(100, deadlines.dueNs());
    }

    @Test
    void shouldTakeEqualDeadlinesInTheOrderInWhichTheyWereSet() {
        for (int subject = 0; subject < 20; subject++) {
            deadlines.set(7, DeadlineKind.TAKE_HELD, subject);
        }
        for (int subject = 0; subject < 20; subject++) {
            assertTrue(deadlines.takeDue(7));
            assertEquals(subject, deadlines.subject());
        }
    }

    @Test
    void shouldTakeRandomDeadlinesInOrder() {
        final long seed = 20_240_611;
        final Random random = new Random(seed);
        final List<long[]> expected = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            final long due = random.nextInt(500);
            deadlines.set(due, DeadlineKind.SAY_AGAIN, i);
            expected.add(new long[] {due, i});
        }
        expected.sort(Comparator.<long[]>comparingLong(d -> d[0]).thenComparingLong(d -> d[1]));
        for (final long[] deadline : expected) {
            assertTrue(deadlines.takeDue(500), "seed " + seed);
            assertEquals(deadline[0], deadlines.dueNs(), "seed " + seed);
            assertEquals(deadline[1], deadlines.subject(), "seed " + seed);
            assertEquals(DeadlineKind.SAY_AGAIN, deadlines.kind());
        }
        assertEquals(0, deadlines.size());
    }
}
