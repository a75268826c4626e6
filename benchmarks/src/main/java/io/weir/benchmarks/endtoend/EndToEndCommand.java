package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.contender.GatewayContender;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.RunFailed;
import io.weir.benchmarks.process.ThreadTimes;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all measurements over a socket share: the contest, its rounds, the table. Called once, on the main thread. */
abstract class EndToEndCommand implements Callable<Integer> {
    private static final int PER_CENT = 100;
    private static final double NS_PER_US = 1_000;

    @Mixin
    private EndToEndOptions options;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rounds", paramLabel = "N", description = "Measured rounds of each (${DEFAULT-VALUE}).")
    private int rounds = usualRounds();

    abstract int usualRounds();

    /** {@return rounds that are thrown away, so that every JIT has seen the work} */
    abstract List<Measurement> warmUp();

    abstract Measurement measurement();

    abstract List<Column> columns();

    abstract List<Verdict> verdicts(Results results);

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
    public Integer call() {
        final Machine machine = Machine.now();
        final PrintWriter out = spec.commandLine().getOut();
        final Path directory = RunDirectories.at(options.directory(), "weir-bench-");
        try (Contest contest = Contest.open(
                options, hasBaselines(), directory, spec.commandLine().getErr())) {
            warmUp().forEach(contest::round);
            final ThreadTimes before = contest.gateway().threadTimes();
            final Results results = new Results();
            for (int i = 0; i < rounds; i++) {
                results.add(contest.round(measurement()));
            }
            final List<Finding> found = inspect(contest.gateway(), contest.trades());
            final Report report = new Report(title(), machine, results, columns(), verdicts(results), found);
            report.print(out);
            if (options.threads()) {
                printThreads(out, contest.gateway().threadTimes().since(before), results);
            }
            if (options.json() != null) {
                report.writeJson(options.json());
            }
            return results.isClean() && found.stream().allMatch(Finding::holds) ? 0 : 1;
        } catch (final RunFailed e) {
            spec.commandLine().getErr().println("bench: " + e.getMessage());
            return 1;
        } finally {
            removeDirectory(directory);
        }
    }

    /** Threads that used at least a hundredth of all. */
    private static void printThreads(final PrintWriter out, final ThreadTimes times, final Results results) {
        final int orders = results.byContender().get(Contest.GATEWAY).stream()
                .mapToInt(Round::orders)
                .sum();
        final double allUs = times.totalNs() / NS_PER_US;
        final TextTable table = new TextTable();
        table.row(List.of("thread", "CPU us/order", "%"));
        times.nsByName().entrySet().stream()
                .filter(thread -> thread.getValue() * PER_CENT >= times.totalNs())
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(thread -> table.row(List.of(
                        thread.getKey(),
                        Column.text(thread.getValue() / NS_PER_US / orders),
                        Column.text((double) thread.getValue() * PER_CENT / times.totalNs()))));
        table.row(List.of("all", Column.text(allUs / orders), Column.text(PER_CENT)));
        out.println();
        table.print(out);
        out.flush();
    }

    private String title() {
        return spec.qualifiedName() + ": " + measurement() + ", " + rounds + " rounds after " + warmUp().size()
                + " to warm up, " + options;
    }

    private void removeDirectory(final Path directory) {
        if (options.keep()) {
            spec.commandLine().getErr().println("bench: logs and data are in " + directory);
            return;
        }
        RunDirectories.delete(directory);
    }
}
