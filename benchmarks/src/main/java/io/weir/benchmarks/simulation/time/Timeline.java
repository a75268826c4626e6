package io.weir.benchmarks.simulation.time;

import java.util.PriorityQueue;

/** The one clock and the one queue of all that happens in a history; what is due at the same time happens as it was planned. */
public final class Timeline {
    /** When every history begins, ns since 1970 UTC. */
    public static final long START_NS = 1_790_000_000_000_000_000L;

    private record Planned(long dueNs, long number, Runnable step) implements Comparable<Planned> {
        @Override
        public int compareTo(final Planned other) {
            final int byTime = Long.compare(dueNs, other.dueNs);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    private final PriorityQueue<Planned> queue = new PriorityQueue<>();
    private long nowNs = START_NS;
    private long planned;
    private long steps;

    /** {@return the time, ns since 1970 UTC} */
    public long nowNs() {
        return nowNs;
    }

    /** {@return time since the history began, ns: what monotonic clocks show} */
    public long monotonicNs() {
        return nowNs - START_NS;
    }

    /** {@return how many steps were taken} */
    public long steps() {
        return steps;
    }

    /**
     * Plans a step.
     *
     * @param dueNs when, ns since 1970 UTC; what is past is done next.
     * @param step  what.
     */
    public void at(final long dueNs, final Runnable step) {
        queue.add(new Planned(Math.max(dueNs, nowNs), ++planned, step));
    }

    /**
     * Plans a step.
     *
     * @param delayNs from now, 0 and more.
     * @param step    what.
     */
    public void in(final long delayNs, final Runnable step) {
        at(nowNs + delayNs, step);
    }

    /**
     * Takes steps until a time; those planned meanwhile too.
     *
     * @param untilNs ns since 1970 UTC.
     */
    public void runUntil(final long untilNs) {
        while (!queue.isEmpty() && queue.peek().dueNs() <= untilNs) {
            final Planned next = queue.poll();
            nowNs = next.dueNs();
            steps++;
            next.step().run();
        }
        nowNs = Math.max(nowNs, untilNs);
    }
}
