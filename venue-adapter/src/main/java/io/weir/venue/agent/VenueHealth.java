package io.weir.venue.agent;

/** Smoothed figures of a venue: how long it takes to answer an order, and how much of what it is sent it answers in time. */
final class VenueHealth {
    /** Below this share a venue counts as degraded. */
    static final int DEGRADED_BELOW_BPS = 9_000;

    private static final int ALL_BPS = 10_000;

    /** Each sample weighs 1/8: a change shows within a dozen orders. */
    private static final int LATENCY_WEIGHT = 8;

    /** Each sample weighs 1/32: one timeout alone degrades nothing. */
    private static final int RELIABILITY_WEIGHT = 32;

    private long latencyNs;
    private double reliabilityBps = ALL_BPS;

    void onAnswered(final long tookNs) {
        latencyNs = latencyNs == 0 ? tookNs : latencyNs + (tookNs - latencyNs) / LATENCY_WEIGHT;
        reliabilityBps += (ALL_BPS - reliabilityBps) / RELIABILITY_WEIGHT;
    }

    void onUnanswered() {
        reliabilityBps -= reliabilityBps / RELIABILITY_WEIGHT;
    }

    /** {@return ns, 0 while nothing is known} */
    long latencyNs() {
        return latencyNs;
    }

    int reliabilityBps() {
        return (int) Math.round(reliabilityBps);
    }

    boolean isDegraded() {
        return reliabilityBps() < DEGRADED_BELOW_BPS;
    }
}
