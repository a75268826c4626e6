package io.weir.benchmarks.torture;

import io.weir.app.Subcommand;
import io.weir.benchmarks.process.LogLevel;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.RunFailed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command that runs a drill and tells what came of it: exit code 0 if all books agree. The data of a run that went well is
 * taken away unless its place was asked for; that of any other is kept. Runs on the main thread.
 */
public abstract class DrillCommand implements Subcommand {
    private static final int SHOWN = 20;
    private static final int SEEDS = 1_000_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "S", description = "Of all choices; drawn and printed if not given.")
    private Long seed;

    @Option(names = "--data", paramLabel = "DIR", description = "Empty directory for all data; else a temporary one.")
    private Path data;

    private final String logLevel;

    /**
     * Made by the command line.
     *
     * @param logLevel of this process, unless the user says otherwise.
     */
    protected DrillCommand(final String logLevel) {
        this.logLevel = logLevel;
    }

    /** {@return in a few words what is killed how often} */
    protected abstract String intent();

    /**
     * Prepares the drill.
     *
     * @param directory for all data.
     * @param chosen    seed of all choices.
     * @param out       gets a line for each thing that happens.
     * @return not yet running.
     */
    protected abstract Drill prepare(Path directory, long chosen, PrintStream out);

    @Override
    public final Integer call() {
        LogLevel.orElse(logLevel);
        final String intent = intent();
        final PrintStream out = System.out;
        final long chosen = seed == null ? ThreadLocalRandom.current().nextInt(SEEDS) : seed;
        final Path directory = RunDirectories.empty(data, "weir-" + spec.name() + "-");
        out.println(spec.name() + ": " + intent + ", seed " + chosen + ", data in " + directory);
        boolean sound = false;
        try (Drill drill = prepare(directory, chosen, out)) {
            sound = run(drill, out);
        } catch (final RunFailed e) {
            out.println("FAILED: " + e.getMessage());
        }
        if (!sound) {
            out.println("seed " + chosen + "; everything is kept in " + directory);
        } else if (data == null) {
            RunDirectories.delete(directory);
        }
        return sound ? 0 : 1;
    }

    private static boolean run(final Drill drill, final PrintStream out) {
        final Findings findings = drill.run();
        findings.all().stream().limit(SHOWN).forEach(finding -> {
            out.println("\n" + finding.text());
            drill.history(finding).forEach(line -> out.println("    " + line));
        });
        out.println("\n" + drill.figures());
        return findings.isEmpty();
    }
}
