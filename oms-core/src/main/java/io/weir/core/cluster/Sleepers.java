package io.weir.core.cluster;

import java.lang.invoke.VarHandle;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.concurrent.IdleStrategy;

/**
 * The duty cycles of one process that sleep long when nothing happens, and wake each other when something does: each that
 * found work wakes all the others, for what it has done may be work for them. So long sleeps are nobody's latency, as long as
 * all that comes to any of them comes from another one, from a {@link Bed} that notices it, or from somebody who calls
 * {@link #wake()}. Whoever knows that this is so says {@link #letSleepLong()}; until then sleeps are as {@link IdleConfig}
 * says.
 *
 * <p>A sleeper first says that it sleeps, then looks for work once more, then sleeps; who has made work first makes it, then
 * looks for sleepers. One of the two sees the other, so nobody sleeps beside work.
 */
public final class Sleepers {
    /** The longest sleep: what a duty cycle does by the clock alone may come so much late in quiet times. */
    static final long LONGEST_NS = 100_000_000L;

    /** The longest sleep of the thread that works the timers of the log: scheduled orders, ends of days. */
    static final long LONGEST_OF_TIMERS_NS = 50_000_000L;

    private final CopyOnWriteArrayList<Sleeper> sleepers = new CopyOnWriteArrayList<>();
    private final AtomicInteger asleep = new AtomicInteger();
    private volatile boolean mayBeLong;

    /**
     * Makes the strategy of one more duty cycle.
     *
     * @param config how it waits while it has not slept long.
     * @return the strategy, for this duty cycle alone.
     */
    public IdleStrategy newStrategy(final IdleConfig config) {
        return newStrategy(config, Bed.parked());
    }

    /**
     * As {@link #newStrategy(IdleConfig)}, for a thread that hears of its work where it sleeps.
     *
     * @param config how it waits while it has not slept long.
     * @param bed    for its long sleeps.
     * @return the strategy.
     */
    public IdleStrategy newStrategy(final IdleConfig config, final Bed bed) {
        return new SettlingIdleStrategy(config, System::nanoTime, join(bed));
    }

    Sleeper join(final Bed bed) {
        final Sleeper sleeper = new Sleeper(bed);
        sleepers.add(sleeper);
        return sleeper;
    }

    /** From now on sleeps may be long: nothing comes to a duty cycle of these without that it is woken. */
    public void letSleepLong() {
        mayBeLong = true;
    }

    /** Wakes all who sleep long. Costs next to nothing if nobody does; any thread, behind what it has made. */
    public void wake() {
        VarHandle.fullFence(); // what was made is seen before it is looked who sleeps
        if (asleep.get() == 0) {
            return;
        }
        for (final Sleeper sleeper : sleepers) {
            sleeper.wake();
        }
    }

    /** One of them, as its own idle strategy uses it. */
    final class Sleeper {
        private final Bed bed;
        private final AtomicBoolean isAsleep = new AtomicBoolean();

        private Sleeper(final Bed bed) {
            this.bed = bed;
        }

        boolean mayBeLong() {
            return mayBeLong;
        }

        /** Lies down, if it does not lie: then it is to look for work once more before it sleeps. {@return whether it did} */
        boolean lieDown() {
            if (isAsleep.compareAndSet(false, true)) {
                asleep.incrementAndGet();
                return true;
            }
            return false;
        }

        /** Sleeps until it is woken, for {@link #LONGEST_NS} at most. */
        void sleep() {
            bed.sleep(LONGEST_NS);
        }

        /** The duty cycle has work. */
        void getUp() {
            if (isAsleep.get()) {
                rise();
            }
        }

        void wakeOthers() {
            Sleepers.this.wake();
        }

        private void wake() {
            if (isAsleep.get() && rise()) {
                bed.wake();
            }
        }

        private boolean rise() {
            if (isAsleep.compareAndSet(true, false)) {
                asleep.decrementAndGet();
                return true;
            }
            return false;
        }
    }
}
