package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway bench steady}: orders at a fixed pace; from the planned send time to New. */
@Command(
        name = "steady",
        description = "Orders at a fixed pace; latency from the planned send time to New.",
        mixinStandardHelpOptions = true)
public final class SteadyCommand extends EndToEndCommand {
    private static final int USUAL_ROUNDS = 3;
    private static final int WARM_UP_S = 5;
    private static final int WARM_UP_BURST = 50_000;
    private static final double P50_TIMES_QUICKFIXJ = 2;
    private static final double P99_TIMES_QUICKFIXJ = 1;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Orders a second (${DEFAULT-VALUE}).")
    private int ordersPerS;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "Length of a round (${DEFAULT-VALUE}).")
    private int seconds;

    @Override
    int usualRounds() {
        return USUAL_ROUNDS;
    }

    @Override
    List<Measurement> warmUp() {
        return List.of(
                new Burst(WARM_UP_BURST),
                new Burst(WARM_UP_BURST),
                new Steady(ordersPerS, Math.min(WARM_UP_S, seconds)));
    }

    @Override
    Measurement measurement() {
        return new Steady(ordersPerS, seconds);
    }

    @Override
    List<Column> columns() {
        return Column.latency();
    }

    @Override
    List<Figure> figures(final Results results) {
        final List<Figure> figures = new ArrayList<>();
        results.ratio(Contest.QUICKFIXJ, round -> round.plannedToNew().p50())
                .ifPresent(ratio -> figures.add(
                        Figure.atMost("p50, times " + Contest.QUICKFIXJ, ratio, "times", P50_TIMES_QUICKFIXJ)));
        results.ratio(Contest.QUICKFIXJ, round -> round.plannedToNew().p99())
                .ifPresent(ratio -> figures.add(
                        Figure.atMost("p99, times " + Contest.QUICKFIXJ, ratio, "times", P99_TIMES_QUICKFIXJ)));
        return figures;
    }
}
