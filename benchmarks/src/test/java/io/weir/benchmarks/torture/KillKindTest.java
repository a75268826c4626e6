package io.weir.benchmarks.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KillKindTest {
    @Test
    void shouldPlanEachKindInSixKills() {
        assertEquals(EnumSet.allOf(KillKind.class), EnumSet.copyOf(KillKind.plan(6, new Random(1))));
    }

    @Test
    void shouldPlanTheSameForTheSameSeed() {
        assertEquals(KillKind.plan(50, new Random(7)), KillKind.plan(50, new Random(7)));
        assertEquals(50, KillKind.plan(50, new Random(7)).size());
    }
}
