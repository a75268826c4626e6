package io.weir.benchmarks.nodes;

import io.weir.benchmarks.torture.Drill;
import io.weir.benchmarks.torture.DrillCommand;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gateway failover}: kills the leader of three nodes again and again under load, and compares all books in the end. */
@Command(
        name = "failover",
        description =
                "Kill the leader of three nodes again and again while clients trade; compare all books in the end.",
        mixinStandardHelpOptions = true)
public final class FailoverCommand extends DrillCommand {
    @Option(names = "--kills", paramLabel = "N", defaultValue = "10", description = "Kills of the leader (10).")
    private int kills;

    @Option(
            names = "--other-kills",
            paramLabel = "N",
            defaultValue = "2",
            description =
                    "Kills of a follower, of the client's acceptor and of the venues' edges, so many of each (2).")
    private int otherKills;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "100",
            description = "Messages a second of each of the two clients (100).")
    private int rate;

    /** Made by the command line. */
    public FailoverCommand() {
        super("WARN");
    }

    @Override
    protected String intent() {
        return kills + " kills of the leader";
    }

    @Override
    protected Drill prepare(final Path directory, final long chosen, final PrintStream out) {
        return new Failover(new FailoverPlan(directory, chosen, kills, otherKills, rate), out);
    }
}
