package io.weir.benchmarks.endtoend;

import org.HdrHistogram.Histogram;

/** Percentiles of a duration, in microseconds. */
record Latency(double p50, double p90, double p99, double p999, double max) {
    private static final double NS_PER_US = 1_000;
    private static final double P50 = 50;
    private static final double P90 = 90;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    /**
     * Reads a histogram of nanoseconds.
     *
     * @param ns that nobody writes to any more.
     * @return its percentiles.
     */
    static Latency of(final Histogram ns) {
        return new Latency(us(ns, P50), us(ns, P90), us(ns, P99), us(ns, P999), ns.getMaxValue() / NS_PER_US);
    }

    private static double us(final Histogram ns, final double percentile) {
        return ns.getValueAtPercentile(percentile) / NS_PER_US;
    }
}
