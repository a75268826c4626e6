package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SleepersTest {
    private static final IdleConfig CONFIG = new IdleConfig(0, 0, 1_000, 1_000, 1_000);

    private long nowNs;
    private final Sleepers sleepers = new Sleepers();
    private final CountingBed bed = new CountingBed();
    private final SettlingIdleStrategy quiet = strategy(bed);
    private final SettlingIdleStrategy other = strategy(new CountingBed());

    /** Sleeps no time. */
    private static final class CountingBed implements Bed {
        private int sleeps;
        private int wakes;

        @Override
        public void sleep(final long ns) {
            assertEquals(Sleepers.LONGEST_NS, ns);
            sleeps++;
        }

        @Override
        public void wake() {
            wakes++;
        }
    }

    private SettlingIdleStrategy strategy(final Bed where) {
        return new SettlingIdleStrategy(CONFIG, () -> nowNs, sleepers.join(where));
    }

    private void passAQuietWindow() {
        nowNs += SettlingIdleStrategy.WINDOW_NS;
        quiet.idle(0);
    }

    @Test
    void shouldNotSleepLongBeforeItIsSaidThatItMay() {
        passAQuietWindow();
        quiet.idle(0);
        quiet.idle(0);
        assertEquals(0, bed.sleeps);
    }

    @Test
    void shouldLookForWorkOnceMoreBeforeItSleeps() {
        sleepers.letSleepLong();
        passAQuietWindow();
        assertEquals(0, bed.sleeps, "lies down");
        quiet.idle(0);
        quiet.idle(0);
        assertEquals(2, bed.sleeps);
    }

    @Test
    void shouldBeWokenOnceByWorkOfAnother() {
        sleepers.letSleepLong();
        passAQuietWindow();
        other.idle(1);
        other.idle(1);
        assertEquals(1, bed.wakes);
        quiet.idle(0);
        other.idle(1);
        assertEquals(2, bed.wakes, "it has lain down again");
    }

    @Test
    void shouldBeWokenByWhoeverCalls() {
        sleepers.letSleepLong();
        passAQuietWindow();
        sleepers.wake();
        assertEquals(1, bed.wakes);
    }

    @Test
    void shouldNotBeWokenWhileItHasWorkItself() {
        sleepers.letSleepLong();
        passAQuietWindow();
        quiet.idle(1);
        other.idle(1);
        assertEquals(0, bed.wakes);
    }

    @Test
    void shouldNotSleepLongInABusyWindow() {
        sleepers.letSleepLong();
        for (int i = 0; i < SettlingIdleStrategy.BUSY_CYCLES; i++) {
            quiet.idle(1);
        }
        passAQuietWindow();
        quiet.idle(0);
        quiet.idle(0);
        assertEquals(0, bed.sleeps);
    }

    @Test
    void shouldNotBeWokenAllTheTimeByBusyOnes() {
        sleepers.letSleepLong();
        passAQuietWindow();
        for (int i = 0; i < 1_000; i++) {
            other.idle(1);
            quiet.idle(0);
        }
        assertEquals(SettlingIdleStrategy.MOST_LONG_SLEEPS, bed.wakes);
        passAQuietWindow();
        other.idle(1);
        assertEquals(SettlingIdleStrategy.MOST_LONG_SLEEPS + 1, bed.wakes, "another window");
    }

    @Test
    @Timeout(60)
    void shouldWakeAThreadThatIsParked() throws InterruptedException {
        final Bed parked = Bed.parked();
        parked.wake();
        parked.sleep(Long.MAX_VALUE); // woken before it slept

        final Thread sleeper = new Thread(() -> parked.sleep(Long.MAX_VALUE));
        sleeper.start();
        while (sleeper.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        parked.wake();
        sleeper.join();
    }
}
