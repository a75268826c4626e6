package io.weir.venue.agent;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * How long a venue takes to answer an order, and how much of what it is sent it answers in time. The time is the median of a
 * window, and all that is answered in it counts: a stall of our own, in which answers lie unread, is not taken for the venue's.
 */
final class VenueHealth {
    /** Below this share a venue counts as degraded. */
    static final int DEGRADED_BELOW_BPS = 9_000;

    /** The shortest window: two of them pass between one status and the next. */
    static final long WINDOW_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** The fewest answers of a window; it lasts until they have come. */
    static final int WINDOW_ANSWERS = 8;

    private static final int ALL_BPS = 10_000;

    /** Each sample weighs 1/32: one timeout alone degrades nothing. */
    private static final int RELIABILITY_WEIGHT = 32;

    private static final long LEAST_NS = 1_000;
    private static final long MOST_NS = TimeUnit.HOURS.toNanos(1);
    private static final int DIGITS = 2;
    private static final double HALF = 50;

    private final Histogram answers = new Histogram(LEAST_NS, MOST_NS, DIGITS);
    private long latencyNs;
    private long beganNs;
    private double reliabilityBps = ALL_BPS;

    void onAnswered(final long tookNs) {
        answers.recordValue(Math.max(0, Math.min(MOST_NS, tookNs)));
        reliabilityBps += (ALL_BPS - reliabilityBps) / RELIABILITY_WEIGHT;
    }

    void onUnanswered() {
        reliabilityBps -= reliabilityBps / RELIABILITY_WEIGHT;
    }

    /**
     * Tells how long an answer takes, and begins the next window if this one is over.
     *
     * @param nowNs by the agent's clock.
     * @return ns, the median of the last whole window, of the first one so far before it is whole; 0 while nothing is known.
     */
    long latencyNs(final long nowNs) {
        if (latencyNs == 0 && answers.getTotalCount() > 0) {
            latencyNs = answers.getValueAtPercentile(HALF);
            beganNs = nowNs;
        } else if (answers.getTotalCount() >= WINDOW_ANSWERS && nowNs - beganNs >= WINDOW_NS) {
            latencyNs = answers.getValueAtPercentile(HALF);
            answers.reset();
            beganNs = nowNs;
        }
        return latencyNs;
    }

    int reliabilityBps() {
        return (int) Math.round(reliabilityBps);
    }

    boolean isDegraded() {
        return reliabilityBps() < DEGRADED_BELOW_BPS;
    }
}
