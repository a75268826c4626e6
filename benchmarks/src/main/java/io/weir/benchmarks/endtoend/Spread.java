package io.weir.benchmarks.endtoend;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Median, least and most of one figure over rounds. */
record Spread(double median, double least, double most) {
    /**
     * Of rounds.
     *
     * @param rounds at least one.
     * @param figure of each.
     * @return its spread.
     */
    static Spread of(final List<Round> rounds, final ToDoubleFunction<Round> figure) {
        final double[] values = rounds.stream().mapToDouble(figure).sorted().toArray();
        final int middle = values.length / 2;
        final double median = values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
        return new Spread(median, values[0], values[values.length - 1]);
    }
}
