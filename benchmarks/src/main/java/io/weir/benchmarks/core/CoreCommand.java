package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.MeasuringCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway bench core}: the core and the router alone. Runs on the main thread. */
@Command(
        name = "core",
        description = "Measure the core alone: new orders a second, memory and snapshot of many open orders, bytes per"
                + " order in log and journal, and the router.",
        mixinStandardHelpOptions = true)
public final class CoreCommand extends MeasuringCommand {
    private static final int LIVES = 200_000;
    private static final int QUESTIONS = 1_000_000;

    @Option(
            names = "--orders",
            paramLabel = "N",
            defaultValue = "500000",
            description = "New orders in each round (default: ${DEFAULT-VALUE}).")
    private int orders;

    @Option(
            names = "--open-orders",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Open orders for memory and snapshot (default: ${DEFAULT-VALUE}).")
    private int openOrders;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Measured rounds of new orders (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(
            names = "--venues",
            paramLabel = "N",
            defaultValue = "2",
            description = "Venues that each order may go to (default: ${DEFAULT-VALUE}, as in the demo).")
    private int venues;

    @Override
    protected boolean measure(final FigureReport report) {
        report.add(new NewOrderRate(venues, orders, rounds).measure());
        report.add(new OpenOrders(venues, openOrders).measure());
        report.add(new OrderLife(venues, Math.min(orders, LIVES)).measure());
        report.add(new RouterTimes(QUESTIONS).measure());
        return true;
    }
}
