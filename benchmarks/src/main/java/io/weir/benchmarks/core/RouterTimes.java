package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.Figure;
import java.util.List;
import org.HdrHistogram.Histogram;

/** How long the router takes over one question: 20 venues with ten levels each. */
final class RouterTimes {
    private static final int VENUES = 20;
    private static final double MAX_P99_US = 10;
    private static final int WARM_UPS = 200_000;

    private final int questions;

    RouterTimes(final int questions) {
        this.questions = questions;
    }

    /** {@return times of one question; taken by the clock, so other work on the machine shows in the highest} */
    List<Figure> measure() {
        final RouterQuestions asked = new RouterQuestions(VENUES);
        final Histogram timesNs = new Histogram(3);
        long unplaced = run(asked, WARM_UPS, timesNs);
        timesNs.reset();
        unplaced += run(asked, questions, timesNs);
        if (unplaced < 0) {
            throw new IllegalStateException("the router has left " + unplaced + " unplaced");
        }
        return List.of(
                Figure.of("router: 20 venues x 10 levels, p50", timesNs.getValueAtPercentile(50) / 1e3, "us"),
                Figure.atMost(
                        "router: 20 venues x 10 levels, p99", timesNs.getValueAtPercentile(99) / 1e3, "us", MAX_P99_US),
                Figure.of("router: 20 venues x 10 levels, p99.9", timesNs.getValueAtPercentile(99.9) / 1e3, "us"));
    }

    private static long run(final RouterQuestions asked, final int times, final Histogram timesNs) {
        long unplaced = 0;
        for (int i = 0; i < times; i++) {
            final long began = System.nanoTime();
            unplaced += asked.routeNext();
            timesNs.recordValue(System.nanoTime() - began);
        }
        return unplaced;
    }
}
