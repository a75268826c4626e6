package io.weir.benchmarks.simulation.time;

import java.util.Random;
import java.util.function.IntSupplier;

/** A duty cycle on virtual time: comes again soon after work, late after none, sooner when woken, and stalls at times. */
public final class Duty {
    private static final int MOST_BUSY_NS = 600_000;
    private static final int LEAST_IDLE_NS = 40_000_000;
    private static final int MORE_IDLE_NS = 120_000_000;
    private static final int MOST_WAKE_NS = 1_500_000;

    private final Timeline timeline;
    private final Random random;
    private final IntSupplier cycle;
    private boolean running;
    private long dueNs;
    private long stalledUntilNs;

    /**
     * Makes one that does not run.
     *
     * @param timeline of the simulation.
     * @param random   of this duty.
     * @param cycle    does the work and says how much it was.
     */
    public Duty(final Timeline timeline, final Random random, final IntSupplier cycle) {
        this.timeline = timeline;
        this.random = random;
        this.cycle = cycle;
    }

    /** Begins, or goes on. */
    public void start() {
        running = true;
        dueNs = Long.MAX_VALUE;
        wake();
    }

    /** Ends at once. */
    public void stop() {
        running = false;
    }

    /** Something has come: the next cycle is soon. */
    public void wake() {
        plan(timeline.nowNs() + 5_000 + random.nextInt(MOST_WAKE_NS));
    }

    /**
     * Nothing runs for a while: a pause of the collector, a busy machine.
     *
     * @param pauseNs how long, ns.
     */
    public void stall(final long pauseNs) {
        stalledUntilNs = timeline.nowNs() + pauseNs;
    }

    private void plan(final long wantedNs) {
        final long atNs = Math.max(wantedNs, stalledUntilNs);
        if (running && atNs < dueNs) {
            dueNs = atNs;
            timeline.at(atNs, () -> run(atNs));
        }
    }

    private void run(final long plannedNs) {
        if (!running || plannedNs != dueNs) {
            return;
        }
        dueNs = Long.MAX_VALUE;
        if (timeline.nowNs() < stalledUntilNs) {
            plan(stalledUntilNs);
            return;
        }
        final int work = cycle.getAsInt();
        plan(timeline.nowNs()
                + (work > 0 ? 5_000 + random.nextInt(MOST_BUSY_NS) : LEAST_IDLE_NS + random.nextInt(MORE_IDLE_NS)));
    }
}
