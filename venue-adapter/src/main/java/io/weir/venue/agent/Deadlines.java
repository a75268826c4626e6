package io.weir.venue.agent;

import java.util.PriorityQueue;

/** What is to be looked at later, soonest first; equal times in the order they were set. */
final class Deadlines {
    /** What to look at. */
    interface Due {
        /**
         * The time has come. Whether there is still anything to do is for this to judge.
         *
         * @param nowNs by the agent's clock.
         */
        void onDue(long nowNs);
    }

    private record Entry(long atNs, long n, Due due) implements Comparable<Entry> {
        @Override
        public int compareTo(final Entry other) {
            final long byTime = atNs - other.atNs;
            return byTime != 0 ? Long.signum(byTime) : Long.compare(n, other.n);
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long count;

    void set(final long atNs, final Due due) {
        entries.add(new Entry(atNs, count++, due));
    }

    /**
     * Looks at the soonest if it is due.
     *
     * @return false if nothing is due.
     */
    boolean pollOne(final long nowNs) {
        final Entry soonest = entries.peek();
        if (soonest == null || soonest.atNs - nowNs > 0) {
            return false;
        }
        entries.poll();
        soonest.due.onDue(nowNs);
        return true;
    }
}
