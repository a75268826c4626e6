package io.weir.benchmarks.life;

import io.weir.benchmarks.contender.GatewayOptions;
import io.weir.benchmarks.process.RunDirectories;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** How the gateway under measurement is run. */
final class LifeOptions {
    @Option(
            names = "--durability",
            paramLabel = "KIND",
            defaultValue = "process",
            description = "process or disk (default: ${DEFAULT-VALUE}).")
    private String durability;

    @Option(
            names = "--directory",
            paramLabel = "DIR",
            description = "Where data lies meanwhile (default: where temporary files go); taken away at the end.")
    private Path parent;

    @Option(
            names = "--heap",
            paramLabel = "SIZE",
            defaultValue = "2g",
            description = "The gateway's -Xmx (default: ${DEFAULT-VALUE}).")
    private String heap;

    /** {@return options of a gateway of that layout with both venues} */
    GatewayOptions gateway(final String layout) {
        return new GatewayOptions(
                layout,
                durability,
                "nice",
                List.of(GatewayOptions.FIX_VENUE, GatewayOptions.REST_VENUE),
                List.of("-Xmx" + heap));
    }

    /** {@return a new directory for one run} */
    Path newDirectory() {
        return RunDirectories.below(parent, "weir-bench");
    }
}
