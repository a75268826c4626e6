package io.weir.benchmarks.torture;

import java.io.PrintStream;
import java.nio.file.Path;
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
public final class TortureCommand extends DrillCommand {
    private static final int MAX_KILLS = 10_000;
    private static final int MAX_CLIENTS = 8;
    private static final int MAX_RATE = 1_000;
    private static final int LAST_FLOW_MS = 4_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--kills", paramLabel = "N", defaultValue = "20", description = "Kills of the gateway, 1 to 10000.")
    private int kills;

    @Option(names = "--clients", paramLabel = "N", defaultValue = "4", description = "FIX sessions, 1 to 8.")
    private int clients;

    @Option(names = "--rate", paramLabel = "N", defaultValue = "40", description = "Messages a second of each client.")
    private int rate;

    /** Made by the command line. */
    public TortureCommand() {
        super("OFF");
    }

    @Override
    protected String intent() {
        bound("--kills", kills, MAX_KILLS);
        bound("--clients", clients, MAX_CLIENTS);
        bound("--rate", rate, MAX_RATE);
        return kills + " kills";
    }

    private void bound(final String option, final int value, final int most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " " + value + " is not 1 to " + most);
        }
    }

    @Override
    protected Drill prepare(final Path directory, final long chosen, final PrintStream out) {
        final int venueKills = Math.max(1, kills / 5);
        return new Torture(new TorturePlan(directory, chosen, kills, venueKills, clients, rate, LAST_FLOW_MS), out);
    }
}
