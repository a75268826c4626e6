package io.weir.benchmarks.nodes;

import io.weir.app.Subcommand;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.RunFailed;
import io.weir.benchmarks.torture.Findings;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway failover}: kills the leader of three nodes again and again under load, and compares all books in the end. */
@Command(
        name = "failover",
        description =
                "Kill the leader of three nodes again and again while clients trade; compare all books in the end.",
        mixinStandardHelpOptions = true)
public final class FailoverCommand implements Subcommand {
    private static final int SHOWN = 20;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "10", description = "Kills of the leader (10).")
    private int kills;

    @Option(
            names = "--other-kills",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Kills of a follower, of the client's acceptor and of the venues' edges, so many of each (2).")
    private int otherKills;

    @Option(names = "--seed", paramLabel = "S", description = "Of all choices; drawn and printed if not given.")
    private Long seed;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Messages a second of each of the two clients (100).")
    private int rate;

    @Option(names = "--data", paramLabel = "DIR", description = "Empty directory for all data; else a temporary one.")
    private Path data;

    /** Made by the command line. */
    public FailoverCommand() {}

    @Override
    public Integer call() {
        System.setProperty("weir.log.level", System.getProperty("weir.log.level", "WARN"));
        LoggerFactory.getILoggerFactory();
        final PrintStream out = System.out;
        final long chosen = seed == null ? ThreadLocalRandom.current().nextInt(1_000_000) : seed;
        final Path directory = RunDirectories.at(data, "weir-failover-");
        out.println("failover: " + kills + " kills of the leader, seed " + chosen + ", data in " + directory);
        boolean sound = false;
        try (Failover failover = new Failover(new FailoverPlan(directory, chosen, kills, otherKills, rate), out)) {
            sound = run(failover, out);
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

    private static boolean run(final Failover failover, final PrintStream out) {
        final Findings findings = failover.run();
        findings.all().stream().limit(SHOWN).forEach(finding -> {
            out.println("\n" + finding.text());
            failover.history(finding).forEach(line -> out.println("    " + line));
        });
        out.println("\n" + failover.figures());
        return findings.isEmpty();
    }
}
