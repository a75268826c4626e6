package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.figure.Figure;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway bench single}: one order at a time, to New. */
@Command(name = "single", description = "One order at a time, to New.", mixinStandardHelpOptions = true)
public final class SingleCommand extends EndToEndCommand {
    private static final int USUAL_ROUNDS = 5;
    private static final int WARM_UP_BURST = 50_000;
    private static final double P50_TIMES_ARTIO = 1.5;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Orders of a round (${DEFAULT-VALUE}).")
    private int orders;

    @Override
    int usualRounds() {
        return USUAL_ROUNDS;
    }

    @Override
    List<Measurement> warmUp() {
        return List.of(
                new Burst(WARM_UP_BURST),
                new Burst(WARM_UP_BURST),
                measurement()); // one at a time would take the JIT too long
    }

    @Override
    Measurement measurement() {
        return new Single(orders);
    }

    @Override
    List<Column> columns() {
        return Column.latency();
    }

    @Override
    List<Figure> figures(final Results results) {
        final List<Figure> figures = new ArrayList<>();
        results.ratio(Contest.ARTIO, round -> round.plannedToNew().p50())
                .ifPresent(ratio ->
                        figures.add(Figure.atMost("p50, times " + Contest.ARTIO, ratio, "times", P50_TIMES_ARTIO)));
        return figures;
    }
}
