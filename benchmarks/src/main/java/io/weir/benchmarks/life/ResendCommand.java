package io.weir.benchmarks.life;

import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.MeasuringCommand;
import io.weir.benchmarks.process.RunDirectories;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway bench resend}: one client asks for all it ever had while another one trades. Runs on the main thread. */
@Command(
        name = "resend",
        description = "Have a client ask for a million messages again while another one trades, and measure both.",
        mixinStandardHelpOptions = true)
public final class ResendCommand extends MeasuringCommand {
    @Option(
            names = "--messages",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Messages that are asked for (default: ${DEFAULT-VALUE}).")
    private int messages;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "500",
            description = "Orders a second of the client that trades meanwhile (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long that client trades before, to compare with (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private LifeOptions lifeOptions;

    @Override
    protected boolean measure(final FigureReport report) {
        final Path directory = lifeOptions.newDirectory();
        try (GatewayRun gateway = new GatewayRun(directory, lifeOptions.gateway("compact"), false)) {
            gateway.start();
            gateway.awaitHealthy();
            report.add(new LongResend(gateway, messages, rate, seconds).measure());
        } finally {
            RunDirectories.delete(directory);
        }
        return true;
    }
}
