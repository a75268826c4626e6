package io.weir.benchmarks.torture;

import io.weir.app.Subcommand;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.RunFailed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gateway torture}: kills the whole gateway again and again under load and compares all books in the end. */
@Command(
        name = "torture",
        description = "Kill the gateway again and again while clients trade; compare all books in the end.",
        mixinStandardHelpOptions = true)
public final class TortureCommand implements Subcommand {
    private static final int SHOWN = 20;
    private static final int MAX_KILLS = 10_000;
    private static final int MAX_CLIENTS = 8;
    private static final int MAX_RATE = 1_000;
    private static final int LAST_FLOW_MS = 4_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "20", description = "Kills of the gateway, 1 to 10000.")
    private int kills;

    @Option(names = "--seed", paramLabel = "S", description = "Of all choices; drawn and printed if not given.")
    private Long seed;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", description = "FIX sessions, 1 to 8.")
    private int clients;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "40", description = "Messages a second of each client.")
    private int rate;

    @Option(names = "--data", paramLabel = "DIR", description = "Empty directory for all data; else a temporary one.")
    private Path data;

    /** Made by the command line. */
    public TortureCommand() {}

    @Override
    public Integer call() {
        System.setProperty("weir.log.level", System.getProperty("weir.log.level", "OFF"));
        LoggerFactory.getILoggerFactory(); // before there is more than one thread to set it up
        check();
        final PrintStream out = System.out;
        final long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        final Path directory = RunDirectories.at(data, "weir-torture-");
        out.println("torture: " + kills + " kills, seed " + chosen + ", data in " + directory);
        final TorturePlan plan =
                new TorturePlan(directory, chosen, kills, Math.max(1, kills / 5), clients, rate, LAST_FLOW_MS);
        boolean sound = false;
        try (Torture torture = new Torture(plan, out)) {
            sound = run(torture, out);
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

    private void check() {
        bound("--kills", kills, MAX_KILLS);
        bound("--clients", clients, MAX_CLIENTS);
        bound("--rate", rate, MAX_RATE);
    }

    private void bound(final String option, final int value, final int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " " + value + " is not 1 to " + most);
        }
    }

    private static boolean run(final Torture torture, final PrintStream out) {
        final Findings findings = torture.run();
        findings.all().stream().limit(SHOWN).forEach(finding -> {
            out.println("\n" + finding.text());
            torture.history(finding).forEach(line -> out.println("    " + line));
        });
        out.println("\n" + torture.figures());
        return findings.isEmpty();
    }
}
