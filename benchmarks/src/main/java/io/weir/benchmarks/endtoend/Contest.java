package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.baseline.ArtioEcho;
import io.weir.benchmarks.baseline.QuickFixEcho;
import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.client.Orders;
import io.weir.benchmarks.contender.Contender;
import io.weir.benchmarks.contender.EchoContender;
import io.weir.benchmarks.contender.GatewayContender;
import io.weir.benchmarks.endtoend.EndToEndOptions.Baseline;
import io.weir.benchmarks.process.MemoryAtHand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.agrona.CloseHelper;

/**
 * All contenders running side by side, measured in turn, round by round: what disturbs the machine for a while disturbs them all.
 * In rounds of a few seconds the others stand still. A contender is left alone after its round until it has worked off what the
 * round has left it, so that it does not disturb the next one. One connection to each carries all rounds. One thread.
 */
final class Contest implements AutoCloseable {
    static final String QUICKFIXJ = "QuickFIX/J";
    static final String ARTIO = "Artio";
    static final String GATEWAY = "Weir";

    private static final long WATCH_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long SETTLE_NS = TimeUnit.MINUTES.toNanos(5);
    private static final long CALM_NS = TimeUnit.SECONDS.toNanos(10);
    private static final int IDLE_LOOKS = 10;
    private static final int PER_CENT = 100;
    private static final double IDLE_TOLERANCE = 1.5;
    private static final double IDLE_FLOOR = 0.1;
    private static final double NS_PER_US = 1_000;
    private static final double NS_PER_S = 1e9;

    private final List<Contender> contenders = new ArrayList<>();
    private final Map<Contender, LoadConnection> connections = new LinkedHashMap<>();
    private final Map<Contender, Double> idleLoads = new LinkedHashMap<>();
    private final Map<String, Long> trades = new LinkedHashMap<>();
    private final MemoryAtHand memory;
    private final PrintWriter progress;
    private int rounds;

    private Contest(final MemoryAtHand memory, final PrintWriter progress) {
        this.memory = memory;
        this.progress = progress;
    }

    /**
     * Starts all contenders.
     *
     * @param options   which, and how.
     * @param baselines whether baselines take part.
     * @param directory for all that they keep.
     * @param progress  gets a line for each step.
     * @return the contest, everybody ready.
     */
    static Contest open(
            final EndToEndOptions options, final boolean baselines, final Path directory, final PrintWriter progress) {
        final Contest contest = new Contest(new MemoryAtHand(directory, options.memoryAtHand()), progress);
        try {
            if (baselines && options.baselines().contains(Baseline.quickfixj)) {
                contest.add(EchoContender.start(QUICKFIXJ, QuickFixEcho.class, directory.resolve("quickfixj")));
            }
            if (baselines && options.baselines().contains(Baseline.artio)) {
                contest.add(EchoContender.start(ARTIO, ArtioEcho.class, directory.resolve("artio")));
            }
            contest.add(GatewayContender.start(options.gateway(), directory.resolve("weir")));
            contest.learnIdleLoads();
            return contest;
        } catch (final RuntimeException e) {
            CloseHelper.quietClose(contest);
            throw e;
        }
    }

    private void add(final Contender contender) {
        contenders.add(contender);
        connections.put(contender, LoadConnection.logOn(contender.session(), contender.fixPort()));
        say(contender.name() + " is ready");
    }

    /** The least of several looks: what a start leaves to do is no idling. */
    private void learnIdleLoads() {
        for (int i = 0; i < IDLE_LOOKS; i++) {
            final Map<Contender, Duration> before = new LinkedHashMap<>();
            contenders.forEach(contender -> before.put(contender, contender.cpu()));
            final long fromNs = System.nanoTime();
            LockSupport.parkNanos(WATCH_NS);
            contenders.forEach(
                    contender -> idleLoads.merge(contender, load(contender, before.get(contender), fromNs), Math::min));
        }
        idleLoads.forEach((contender, load) ->
                say(String.format(Locale.ROOT, "%s idle: %.1f %% of a core", contender.name(), load * PER_CENT)));
    }

    /**
     * Measures every contender once, in turn.
     *
     * @param measurement how.
     * @return a round for each, in the order of their start.
     */
    List<Round> round(final Measurement measurement) {
        final int round = ++rounds;
        final List<Round> results = new ArrayList<>();
        for (final Contender contender : contenders) {
            settle(contender);
            memory.prepare();
            final Round result = measure(contender, measurement, round);
            results.add(result);
            result.trades().forEach((venue, count) -> trades.merge(venue, count, Long::sum));
            settle(contender);
            say(String.format(
                    Locale.ROOT,
                    "round %d %s: %,.0f orders/s, p50 %,.0f us%s",
                    round,
                    contender.name(),
                    result.ordersPerS(),
                    result.plannedToNew().p50(),
                    result.isClean() ? "" : "; " + result.uncleanness()));
        }
        return results;
    }

    private Round measure(final Contender contender, final Measurement measurement, final int round) {
        final LoadConnection connection = connections.get(contender);
        final Orders orders = measurement.orders("R" + round + "-");
        connection.begin(orders);
        final Stillness stillness = new Stillness(measurement.isShort() ? allBut(contender) : List.of());
        try {
            final Duration cpuBefore = contender.cpu();
            final long firstNs = measurement.run(connection, orders);
            final Duration cpu = contender.cpu().minus(cpuBefore);
            connection.awaitQuiet("END-" + round);
            return result(contender.name(), orders, orders.lastReportNs() - firstNs, cpu);
        } finally {
            stillness.end();
        }
    }

    private List<Contender> allBut(final Contender contender) {
        return contenders.stream().filter(other -> other != contender).toList();
    }

    private static Round result(final String name, final Orders orders, final long ns, final Duration cpu) {
        final boolean fills = orders.filled() > 0;
        return new Round(
                name,
                orders.count(),
                ns / NS_PER_S,
                orders.count() * NS_PER_S / Math.max(1, ns),
                cpu.toNanos() / NS_PER_US / orders.count(),
                orders.count() - (fills ? Math.min(orders.news(), orders.filled()) : orders.news()),
                orders.doubled(),
                orders.strangers(),
                orders.refused(),
                orders.refusals(),
                orders.tradesByVenue(),
                Latency.of(orders.plannedToNew()),
                Latency.of(orders.sentToNew()),
                Latency.of(orders.plannedToFilled()),
                Latency.of(orders.plannedToSent()));
    }

    /**
     * Waits until the contender has worked off its round, or what has come while it stood still, and uses no more than it does when
     * idle; meanwhile every connection says what it owes. What idling costs is not the same at every time on a shared machine: who is
     * ready is waited for no longer than a while.
     */
    private void settle(final Contender contender) {
        final long beganNs = System.nanoTime();
        final double enough = Math.max(IDLE_FLOOR, idleLoads.get(contender)) * IDLE_TOLERANCE;
        boolean ready = false;
        while (!ready || load(contender) > enough && System.nanoTime() - beganNs < CALM_NS) {
            connections.values().forEach(LoadConnection::pump);
            ready = contender.isReady();
            if (!ready && System.nanoTime() - beganNs > SETTLE_NS) {
                throw new LoadException(contender.name() + " is still at work 5 min after its round");
            }
            LockSupport.parkNanos(LOOK_NS);
        }
    }

    /** Watches for half a second; cores used on average. */
    private static double load(final Contender contender) {
        final long fromNs = System.nanoTime();
        final Duration before = contender.cpu();
        LockSupport.parkNanos(WATCH_NS);
        return load(contender, before, fromNs);
    }

    private static double load(final Contender contender, final Duration before, final long fromNs) {
        return (double) contender.cpu().minus(before).toNanos() / (System.nanoTime() - fromNs);
    }

    /** {@return the gateway among the contenders} */
    GatewayContender gateway() {
        return (GatewayContender) contenders.get(contenders.size() - 1);
    }

    /** {@return trades that clients were told of in all rounds, by LastMkt(30)} */
    Map<String, Long> trades() {
        return trades;
    }

    private void say(final String text) {
        progress.println("bench: " + text);
        progress.flush();
    }

    @Override
    public void close() {
        CloseHelper.closeAll(connections.values());
        CloseHelper.closeAll(contenders);
    }
}
