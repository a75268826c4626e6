package io.weir.benchmarks.life;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.LoadSession;
import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.MeasuringCommand;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.benchmarks.process.RunFailed;
import io.weir.benchmarks.process.ThreadTimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway bench idle}: what a gateway costs that has nothing to do. Runs on the main thread. */
@Command(
        name = "idle",
        description = "Measure the processor use of a gateway with one client logged on and nothing else to do.",
        mixinStandardHelpOptions = true)
public final class IdleCommand extends MeasuringCommand {
    private static final double MAX_PERCENT = 3;
    private static final double LEAST_SHOWN_PERCENT = 0.02;
    private static final long STEP_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double PERCENT = 100;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "30",
            description = "How long to look (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--settle",
            paramLabel = "N",
            defaultValue = "15",
            description = "Seconds to wait before, for compilers and start (default: ${DEFAULT-VALUE}).")
    private int settle;

    @Option(
            names = "--layout",
            paramLabel = "LAYOUT",
            defaultValue = "compact,dedicated",
            split = ",",
            description = "compact, dedicated or both (default: ${DEFAULT-VALUE}).")
    private List<String> layouts;

    @Mixin
    private LifeOptions lifeOptions;

    @Override
    protected boolean measure(final FigureReport report) {
        layouts.forEach(layout -> report.add(measure(layout)));
        return true;
    }

    private List<Figure> measure(final String layout) {
        final Path directory = lifeOptions.newDirectory();
        try (GatewayRun gateway = new GatewayRun(directory, lifeOptions.gateway(layout), true)) {
            gateway.start();
            gateway.awaitHealthy();
            try (LoadConnection client =
                    LoadConnection.logOn(new LoadSession("CLIENT", "GATEWAY", "demo"), gateway.fixPort())) {
                idle(client, settle);
                return look(layout, gateway, client);
            }
        } finally {
            RunDirectories.delete(directory);
        }
    }

    private List<Figure> look(final String layout, final GatewayRun gateway, final LoadConnection client) {
        final ThreadTimes before = gateway.process().threadTimes();
        final long beganNs = System.nanoTime();
        idle(client, seconds);
        final ThreadTimes used = gateway.process().threadTimes().since(before);
        final double wallNs = System.nanoTime() - beganNs;
        if (used.nsByName().isEmpty()) {
            throw new RunFailed("this system does not tell the times of threads");
        }
        final List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atMost("idle " + layout, used.totalNs() * PERCENT / wallNs, "% of core", MAX_PERCENT));
        used.nsByName().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(thread -> Figure.of(
                        "idle " + layout + ": " + thread.getKey(), thread.getValue() * PERCENT / wallNs, "% of core"))
                .filter(figure -> figure.value() >= LEAST_SHOWN_PERCENT)
                .forEach(figures::add);
        return figures;
    }

    private static void idle(final LoadConnection client, final int forSeconds) {
        final long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(forSeconds);
        while (System.nanoTime() - endNs < 0) {
            client.pump();
            LockSupport.parkNanos(STEP_NS);
        }
    }
}
