package io.weir.benchmarks.endtoend;

import java.util.Locale;

/**
 * A ratio or a figure, held against a goal.
 *
 * @param name   what.
 * @param value  of it.
 * @param atMost whether the goal is an upper bound.
 * @param bound  the goal.
 */
record Verdict(String name, double value, boolean atMost, double bound) {
    static Verdict atLeast(final String name, final double value, final double bound) {
        return new Verdict(name, value, false, bound);
    }

    static Verdict atMost(final String name, final double value, final double bound) {
        return new Verdict(name, value, true, bound);
    }

    boolean isMet() {
        return atMost ? value <= bound : value >= bound;
    }

    String goal() {
        return (atMost ? "at most " : "at least ") + number(bound);
    }

    @Override
    public String toString() {
        return name + ": " + number(value) + ", goal " + goal() + ": " + (isMet() ? "met" : "missed");
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }
}
