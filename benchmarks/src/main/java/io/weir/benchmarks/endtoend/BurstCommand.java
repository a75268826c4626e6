package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.figure.Figure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway bench burst}: a flood of orders on one FIX session, to the last ExecutionReport New. */
@Command(
        name = "burst",
        description = "A flood of orders on one FIX session, as fast as the socket takes them, to the last New.",
        mixinStandardHelpOptions = true)
public final class BurstCommand extends EndToEndCommand {
    private static final int USUAL_ROUNDS = 5;

    /** The fourth round still compiles something. */
    private static final int WARM_UP_ROUNDS = 4;

    private static final double TIMES_QUICKFIXJ = 3;
    private static final double TIMES_ARTIO = 1;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Orders of a round (${DEFAULT-VALUE}).")
    private int orders;

    @Override
    int usualRounds() {
        return USUAL_ROUNDS;
    }

    @Override
    List<Measurement> warmUp() {
        return Collections.nCopies(WARM_UP_ROUNDS, measurement());
    }

    @Override
    Measurement measurement() {
        return new Burst(orders);
    }

    @Override
    List<Column> columns() {
        return List.of(
                Column.spread("orders/s, median (least to most)", Round::ordersPerS),
                Column.of("CPU us/order", Round::cpuUsPerOrder));
    }

    @Override
    List<Figure> figures(final Results results) {
        final List<Figure> figures = new ArrayList<>();
        results.ratio(Contest.QUICKFIXJ, Round::ordersPerS)
                .ifPresent(ratio -> figures.add(
                        Figure.atLeast("orders/s, times " + Contest.QUICKFIXJ, ratio, "times", TIMES_QUICKFIXJ)));
        results.ratio(Contest.ARTIO, Round::ordersPerS)
                .ifPresent(ratio ->
                        figures.add(Figure.atLeast("orders/s, times " + Contest.ARTIO, ratio, "times", TIMES_ARTIO)));
        return figures;
    }
}
