package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SettlingIdleStrategyTest {
    private static final IdleConfig CONFIG = new IdleConfig(0, 0, 1_000, 8_000, 64_000);

    private long nowNs;
    private final SettlingIdleStrategy idle = new SettlingIdleStrategy(CONFIG, () -> nowNs);

    private long longestPark() {
        long longest = 0;
        for (int i = 0; i < 20; i++) {
            longest = Math.max(longest, idle.nextParkNs());
        }
        return longest;
    }

    private void work(final int cycles) {
        for (int i = 0; i < cycles; i++) {
            idle.idle(1);
        }
    }

    @Test
    void shouldParkEverLongerUpToTheBusyBoundAtFirst() {
        assertEquals(1_000, idle.nextParkNs());
        assertEquals(2_000, idle.nextParkNs());
        assertEquals(4_000, idle.nextParkNs());
        assertEquals(8_000, idle.nextParkNs());
        assertEquals(8_000, idle.nextParkNs());
    }

    @Test
    void shouldSleepLongerOnceAWindowWasQuiet() {
        work(SettlingIdleStrategy.BUSY_CYCLES - 1);
        nowNs += SettlingIdleStrategy.WINDOW_NS;
        assertEquals(64_000, longestPark());
        work(1);
        assertEquals(4_000, idle.nextParkNs(), "what follows work is near");
        assertEquals(64_000, longestPark());
    }

    @Test
    void shouldStayAwakeAsLongAsWindowsAreBusy() {
        for (int window = 0; window < 5; window++) {
            work(SettlingIdleStrategy.BUSY_CYCLES);
            nowNs += SettlingIdleStrategy.WINDOW_NS;
            assertEquals(8_000, longestPark());
        }
    }

    @Test
    void shouldWakeUpWhenWorkComesBack() {
        nowNs += SettlingIdleStrategy.WINDOW_NS;
        assertEquals(64_000, longestPark());
        work(SettlingIdleStrategy.BUSY_CYCLES);
        nowNs += SettlingIdleStrategy.WINDOW_NS;
        assertEquals(8_000, longestPark());
        work(1);
        assertEquals(1_000, idle.nextParkNs());
    }

    @Test
    void shouldJudgeALongSilenceByItsLength() {
        work(2 * SettlingIdleStrategy.BUSY_CYCLES);
        nowNs += 10 * SettlingIdleStrategy.WINDOW_NS;
        assertEquals(64_000, longestPark());
    }
}
