package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.contender.GatewayContender;
import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.figure.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway bench roundtrip}: orders that trade at the simulated venues, to their whole fill. The echoes have no fills. */
@Command(
        name = "roundtrip",
        description = "Orders that trade at the simulated venues, to the whole fill. The baselines take no part.",
        mixinStandardHelpOptions = true)
public final class RoundtripCommand extends EndToEndCommand {
    private static final int USUAL_ROUNDS = 3;
    private static final double ORDERS_PER_S = 20_000;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "100000",
            description = "Orders of a round (${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--on-the-way",
            paramLabel = "N",
            defaultValue = "1000",
            description = "The most orders sent and not yet filled (${DEFAULT-VALUE}).")
    private int onTheWay;

    @Override
    boolean hasBaselines() {
        return false;
    }

    @Override
    int usualRounds() {
        return USUAL_ROUNDS;
    }

    @Override
    List<Measurement> warmUp() {
        return List.of(measurement(), measurement()); // the second round still compiles much
    }

    @Override
    Measurement measurement() {
        return new Roundtrip(orders, onTheWay);
    }

    @Override
    List<Column> columns() {
        return List.of(
                Column.spread("orders/s, median (least to most)", Round::ordersPerS),
                Column.of("CPU us/order", Round::cpuUsPerOrder),
                Column.of("to New p50 us", round -> round.plannedToNew().p50()),
                Column.of("to filled p50 us", round -> round.toFilled().p50()),
                Column.of("p99 us", round -> round.toFilled().p99()));
    }

    @Override
    List<Figure> figures(final Results results) {
        return results.median(Contest.GATEWAY, Round::ordersPerS)
                .map(figure -> List.of(Figure.atLeast("orders/s", figure, "orders/s", ORDERS_PER_S)))
                .orElse(List.of());
    }

    /** What the venues say they have executed, all rounds and warm-up, must be what the client has been told. */
    @Override
    List<Finding> inspect(final GatewayContender gateway, final Map<String, Long> trades) {
        final Map<String, Long> executions = gateway.executions();
        final boolean isSame = executions.entrySet().stream()
                .allMatch(venue -> venue.getValue().equals(trades.getOrDefault(venue.getKey(), 0L)));
        return List.of(new Finding(
                "trades reported to the client " + new TreeMap<>(trades) + ", executions at the venues "
                        + new TreeMap<>(executions) + ": " + (isSame ? "equal" : "NOT EQUAL"),
                isSame));
    }
}
