package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.contender.GatewayOptions;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Options that stand on every measurement over a socket. */
final class EndToEndOptions {
    /** Where the gateway's duty cycles have their threads. */
    enum Layout {
        compact,
        dedicated
    }

    /** What an acknowledged order survives. */
    enum Durability {
        process,
        disk
    }

    /** How its tables give way. */
    enum Behind {
        nice,
        idle
    }

    /** What is measured beside the gateway. */
    enum Baseline {
        all,
        quickfixj,
        artio,
        none
    }

    /** Where the gateway trades. */
    enum Venues {
        both,
        fix,
        rest
    }

    @Option(
            names = "--baseline",
            paramLabel = "WHICH",
            defaultValue = "all",
            description = "What runs in turn with the gateway: all, quickfixj, artio, none (${DEFAULT-VALUE}).")
    private Baseline baseline;

    @Option(
            names = "--layout",
            paramLabel = "HOW",
            defaultValue = "compact",
            description = "The gateway's threads: compact, dedicated (${DEFAULT-VALUE}).")
    private Layout layout;

    @Option(
            names = "--durability",
            paramLabel = "HOW",
            defaultValue = "process",
            description = "What an order survives: process, disk (${DEFAULT-VALUE}).")
    private Durability durability;

    @Option(
            names = "--behind",
            paramLabel = "HOW",
            defaultValue = "nice",
            description = "How the gateway's tables give way to orders: nice, idle (${DEFAULT-VALUE}).")
    private Behind behind;

    @Option(
            names = "--venues",
            paramLabel = "WHICH",
            defaultValue = "both",
            description = "Simulated venues: fix, rest, both (${DEFAULT-VALUE}).")
    private Venues venues;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description =
                    "Where all that is kept goes; deleted at the end. Absent: a directory of the system's temporary one.")
    private Path directory;

    @Option(
            names = "--gateway-java-opt",
            paramLabel = "OPTION",
            description = "A JVM option for the gateway's process alone; may be given more than once.")
    private List<String> gatewayJavaOptions = List.of();

    @Option(
            names = "--memory-at-hand",
            paramLabel = "MIB",
            defaultValue = "2048",
            description =
                    "Memory that is touched and freed before each turn, so that no contender waits for the host of a"
                            + " virtual machine to give it; 0 for none (${DEFAULT-VALUE}).")
    private int memoryAtHand;

    @Option(names = "--keep", description = "Leave the directory with logs and data behind.")
    private boolean keep;

    @Option(
            names = "--threads",
            description =
                    "Show what each thread of gateway and venues has used for an order, the work after New included.")
    private boolean threads;

    boolean threads() {
        return threads;
    }

    Set<Baseline> baselines() {
        return switch (baseline) {
            case all -> EnumSet.of(Baseline.quickfixj, Baseline.artio);
            case none -> EnumSet.noneOf(Baseline.class);
            default -> EnumSet.of(baseline);
        };
    }

    GatewayOptions gateway() {
        return new GatewayOptions(layout.name(), durability.name(), behind.name(), venueNames(), gatewayJavaOptions);
    }

    private List<String> venueNames() {
        return switch (venues) {
            case fix -> List.of(GatewayOptions.FIX_VENUE);
            case rest -> List.of(GatewayOptions.REST_VENUE);
            default -> List.of(GatewayOptions.FIX_VENUE, GatewayOptions.REST_VENUE);
        };
    }

    Path directory() {
        return directory;
    }

    int memoryAtHand() {
        return memoryAtHand;
    }

    boolean keep() {
        return keep;
    }

    /** {@return what was chosen, for the head of a table} */
    @Override
    public String toString() {
        return "layout " + layout + ", durability " + durability + ", behind " + behind + ", venues " + venues;
    }
}
