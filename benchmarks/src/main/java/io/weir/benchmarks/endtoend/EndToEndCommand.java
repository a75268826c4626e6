package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.contender.GatewayContender;
import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.Finding;
import io.weir.benchmarks.figure.MeasuringCommand;
import io.weir.benchmarks.figure.TextTable;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.ThreadTimes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What all measurements over a socket share: the contest, its rounds, the table. Called once, on the main thread. */
abstract class EndToEndCommand extends MeasuringCommand {
    private static final int PER_CENT = 100;
    private static final double NS_PER_US = 1_000;

    @Mixin
    private EndToEndOptions options;

    @Option(names = "--rounds", paramLabel = "N", description = "Measured rounds of each (${DEFAULT-VALUE}).")
    private int rounds = usualRounds();

    abstract int usualRounds();

    /** {@return rounds that are thrown away, so that every JIT has seen the work} */
    abstract List<Measurement> warmUp();

    abstract Measurement measurement();

    abstract List<Column> columns();

    /** {@return what is held against a goal} */
    abstract List<Figure> figures(Results results);

    /** {@return whether the baselines can do what is measured} */
    boolean hasBaselines() {
        return true;
    }

    /**
     * Looks at the gateway once all rounds are done.
     *
     * @param gateway still running.
     * @param trades  that its clients were told of in all rounds, warm-up included, by LastMkt(30).
     * @return what was found; nothing by default.
     */
    List<Finding> inspect(final GatewayContender gateway, final Map<String, Long> trades) {
        return List.of();
    }

    @Override
    protected boolean measure(final FigureReport report) {
        final Path directory = RunDirectories.empty(options.directory(), "weir-bench-");
        try (Contest contest = Contest.open(
                options, hasBaselines(), directory, spec().commandLine().getErr())) {
            warmUp().forEach(contest::round);
            final ThreadTimes before = contest.gateway().threadTimes();
            final Results results = new Results();
            for (int i = 0; i < rounds; i++) {
                results.add(contest.round(measurement()));
            }
            final ThreadTimes used = contest.gateway().threadTimes().since(before);
            report.describe(title());
            report.add(results.table(columns()));
            report.add(figures(results));
            inspect(contest.gateway(), contest.trades()).forEach(report::add);
            results.refusals().forEach(report::note);
            if (options.threads()) {
                report.add(threads(used, results.orders(Contest.GATEWAY)));
            }
            report.attach("rounds", results.byContender());
            return results.isClean() && report.isAsItHasToBe();
        } finally {
            removeDirectory(directory);
        }
    }

    /** Threads that used at least a hundredth of all. */
    private static TextTable threads(final ThreadTimes times, final int orders) {
        final TextTable table = new TextTable();
        table.row(List.of("thread", "CPU us/order", "%"));
        times.nsByName().entrySet().stream()
                .filter(thread -> thread.getValue() * PER_CENT >= times.totalNs())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(thread -> table.row(List.of(
                        thread.getKey(),
                        Column.text(thread.getValue() / NS_PER_US / orders),
                        Column.text((double) thread.getValue() * PER_CENT / times.totalNs()))));
        table.row(List.of("all", Column.text(times.totalNs() / NS_PER_US / orders), Column.text(PER_CENT)));
        return table;
    }

    private String title() {
        return measurement() + ", " + rounds + " rounds after " + warmUp().size() + " to warm up, " + options;
    }

    private void removeDirectory(final Path directory) {
        if (options.keep()) {
            spec().commandLine().getErr().println("bench: logs and data are in " + directory);
            return;
        }
        RunDirectories.delete(directory);
    }
}
