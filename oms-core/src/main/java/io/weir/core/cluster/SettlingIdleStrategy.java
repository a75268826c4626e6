package io.weir.core.cluster;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * Waits as {@link IdleConfig} says: spins, yields, parks ever longer. How long at most depends on how much there has been to
 * do lately: where work comes often the next is near and a long sleep would be its latency; where there is only the pulse of
 * the house, waking up is what costs. Where others wake it, it sleeps longer still ({@link Sleepers}). For the one thread of a
 * duty cycle.
 */
final class SettlingIdleStrategy implements IdleStrategy {
    /** How long work is counted before it is judged. */
    static final long WINDOW_NS = 100_000_000L;

    /** Cycles with work within a window that make it a busy one: some hundred a second. The pulse of a node makes fewer. */
    static final int BUSY_CYCLES = 40;

    /** Long sleeps within a window, those included that did not come to be; beyond that they are as long as without being woken. */
    static final int MOST_LONG_SLEEPS = 40;

    /** In quiet times the first sleep behind work is the longest one divided by this: what follows it is near, if anything. */
    private static final int QUIET_STEPS = 16;

    private final IdleConfig config;
    private final LongSupplier nanoClock;

    /** Its place among those who wake each other, or null. */
    private final Sleepers.Sleeper sleeper;

    private long windowBeganNs;
    private int workInWindow;
    private int longSleepsInWindow;
    private boolean isBusy = true;
    private long spins;
    private long yields;
    private long parkNs;

    /**
     * Begins busy: a start is no time to sleep.
     *
     * @param config    how to wait.
     * @param nanoClock in ns.
     */
    SettlingIdleStrategy(final IdleConfig config, final LongSupplier nanoClock) {
        this(config, nanoClock, null);
    }

    /**
     * As above, for one of several that wake each other.
     *
     * @param config    how to wait while it does not sleep long.
     * @param nanoClock in ns.
     * @param sleeper   its place among them; null for none.
     */
    SettlingIdleStrategy(final IdleConfig config, final LongSupplier nanoClock, final Sleepers.Sleeper sleeper) {
        this.config = config;
        this.nanoClock = nanoClock;
        this.sleeper = sleeper;
        this.windowBeganNs = nanoClock.getAsLong();
        reset();
    }

    @Override
    public void idle(final int workCount) {
        if (workCount > 0) {
            workInWindow++;
            if (sleeper != null) {
                sleeper.getUp();
                sleeper.wakeOthers();
            }
            reset();
        } else {
            idle();
        }
    }

    @Override
    public void idle() {
        if (spins < config.spins()) {
            spins++;
            Thread.onSpinWait();
        } else if (yields < config.yields()) {
            yields++;
            Thread.yield();
        } else {
            final long nextNs = nextParkNs();
            if (mayBeLong()) {
                sleepLong();
            } else {
                LockSupport.parkNanos(nextNs);
            }
        }
    }

    /** A quiet one among busy ones would be woken all the time, and for nothing. */
    private boolean mayBeLong() {
        return sleeper != null && !isBusy && longSleepsInWindow < MOST_LONG_SLEEPS && sleeper.mayBeLong();
    }

    private void sleepLong() {
        longSleepsInWindow++;
        if (!sleeper.lieDown()) { // else it looks for work once more
            sleeper.sleep();
            sleeper.lieDown(); // if there is nothing to do it sleeps on at once
        }
    }

    /** {@return the next sleep; each is twice as long as the one before, up to the longest of busy or of quiet times} */
    long nextParkNs() {
        judge();
        final long mostNs = isBusy ? config.maxParkNs() : config.quietParkNs();
        final long nextNs = Math.min(parkNs, mostNs);
        parkNs = Math.min(nextNs * 2, mostNs);
        return nextNs;
    }

    private void judge() {
        final long nowNs = nanoClock.getAsLong();
        if (nowNs - windowBeganNs >= WINDOW_NS) {
            isBusy = workInWindow >= BUSY_CYCLES * ((nowNs - windowBeganNs) / WINDOW_NS);
            workInWindow = 0;
            longSleepsInWindow = 0;
            windowBeganNs = nowNs;
        }
    }

    @Override
    public void reset() {
        spins = isBusy ? 0 : config.spins();
        yields = isBusy ? 0 : config.yields();
        parkNs = isBusy ? config.minParkNs() : Math.max(config.minParkNs(), config.quietParkNs() / QUIET_STEPS);
    }

    @Override
    public String alias() {
        return "settling";
    }

    @Override
    public String toString() {
        return "SettlingIdleStrategy{" + config + ", isBusy=" + isBusy + '}';
    }
}
