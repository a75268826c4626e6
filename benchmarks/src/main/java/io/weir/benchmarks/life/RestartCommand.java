package io.weir.benchmarks.life;

import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.MeasuringCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway bench restart}: from SIGKILL to the first accepted order. Runs on the main thread. */
@Command(
        name = "restart",
        description =
                "Kill the gateway, start it again, and measure when it takes connections, Logons and orders: with an"
                        + " empty log, and with many commands since the last snapshot.",
        mixinStandardHelpOptions = true)
public final class RestartCommand extends MeasuringCommand {
    private static final double MAX_EMPTY_S = 2;
    private static final double MAX_FULL_S = 5;

    @Option(
            names = "--commands",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Commands behind the last snapshot (default: ${DEFAULT-VALUE}).")
    private long commands;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "5",
            description = "Kills of each kind (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "compact",
            description = "compact or dedicated (default: ${DEFAULT-VALUE}).")
    private String layout;

    @Mixin
    private LifeOptions lifeOptions;

    @Override
    protected boolean measure(final FigureReport report) {
        report.add(new Restart("restart, empty log", 0, kills, MAX_EMPTY_S).measure(lifeOptions, layout));
        report.add(new Restart("restart, " + commands + " commands", commands, kills, MAX_FULL_S)
                .measure(lifeOptions, layout));
        return true;
    }
}
