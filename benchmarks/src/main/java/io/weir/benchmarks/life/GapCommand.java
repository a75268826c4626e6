package io.weir.benchmarks.life;

import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.figure.FigureReport;
import io.weir.benchmarks.figure.MeasuringCommand;
import io.weir.benchmarks.process.RunDirectories;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code gateway bench gap}: one message is lost on a long line, in full flow. Runs on the main thread. */
@Command(
        name = "gap",
        description =
                "Lose one message between a client and the gateway on a line with delay, each way in turn, and count"
                        + " what it takes to mend that.",
        mixinStandardHelpOptions = true)
public final class GapCommand extends MeasuringCommand {
    private static final double MOST_AGAIN = 499;
    private static final double MOST_BEYOND_MS = 50;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Orders a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each of the three runs takes (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--delay-ms",
            paramLabel = "N",
            defaultValue = "40",
            description = "From the client to the gateway and back (default: ${DEFAULT-VALUE}).")
    private int delayMs;

    @Mixin
    private LifeOptions lifeOptions;

    @Override
    protected boolean measure(final FigureReport report) {
        final Path directory = lifeOptions.newDirectory();
        try (GatewayRun gateway = new GatewayRun(directory, lifeOptions.gateway("compact"), true)) {
            gateway.start();
            gateway.awaitHealthy();
            run("warm up", "CLIENT4", gateway, link -> {});
            final Run without = run("no loss", "CLIENT1", gateway, link -> {});
            report.add(List.of(Figure.of("gap: longest pause without a loss", without.pauseMs(), "ms")));
            report.add(run("order lost", "CLIENT2", gateway, link -> link.loseNextOut("D"))
                    .figures(without, delayMs));
            report.add(run("report lost", "CLIENT3", gateway, link -> link.loseNextIn("8"))
                    .figures(without, delayMs));
        } finally {
            RunDirectories.delete(directory);
        }
        return report.isMet();
    }

    /** How a message is lost. */
    @FunctionalInterface
    private interface Loss {
        void on(DelayedLink link);
    }

    private record Run(
            String name,
            int orders,
            int answered,
            int doubled,
            int refused,
            int requests,
            int again,
            double pauseMs,
            double p99Ms) {
        List<Figure> figures(final Run without, final int delayMs) {
            final String prefix = "gap, " + name + ": ";
            return List.of(
                    Figure.of(prefix + "orders", orders, "orders"),
                    Figure.atMost(prefix + "orders not answered", orders - answered, "orders", 0),
                    Figure.atMost(prefix + "orders answered twice", doubled, "orders", 0),
                    Figure.of(prefix + "orders refused", refused, "orders"),
                    Figure.of(prefix + "ResendRequests", requests, "requests"),
                    Figure.atMost(prefix + "ResendRequests beyond one", Math.abs(requests - 1), "requests", 0),
                    Figure.atMost(prefix + "messages sent again", again, "messages", MOST_AGAIN),
                    Figure.of(prefix + "longest pause", pauseMs, "ms"),
                    Figure.atMost(
                            prefix + "pause beyond round trip and no loss",
                            Math.max(0, pauseMs - delayMs - without.pauseMs()),
                            "ms",
                            MOST_BEYOND_MS),
                    Figure.of(prefix + "order to New, p99", p99Ms, "ms"));
        }
    }

    private Run run(final String name, final String compId, final GatewayRun gateway, final Loss loss) {
        final int count = rate * seconds;
        final SteadyOrders orders = new SteadyOrders(compId + "-", count);
        final int[] again = {0};
        final long halfNs = TimeUnit.MILLISECONDS.toNanos(delayMs) / 2;
        try (DelayedLink link = new DelayedLink(gateway.fixPort(), halfNs);
                TalkingClient client = new TalkingClient(
                        compId,
                        link.nearPort(),
                        report -> {
                            again[0] += "Y".equals(FixText.field(report, 43)) ? 1 : 0;
                            orders.onReport(report);
                        },
                        report -> again[0]++)) {
            orders.send(client, rate, count / 2, () -> loss.on(link));
            client.await(orders::isAnswered, "answers to all orders");
            if (!link.hasLost()) {
                throw new LoadException(name + ": nothing was lost");
            }
            return new Run(
                    name,
                    count,
                    orders.answered(),
                    orders.doubled(),
                    orders.refused(),
                    client.resendRequestsIn() + client.resendRequestsOut(),
                    client.sentAgain() + again[0],
                    orders.longestPauseMs(),
                    orders.latencyMs(99));
        }
    }
}
