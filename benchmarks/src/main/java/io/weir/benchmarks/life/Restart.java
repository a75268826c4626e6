package io.weir.benchmarks.life;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.LoadException;
import io.weir.benchmarks.client.LoadSession;
import io.weir.benchmarks.client.OrderTerms;
import io.weir.benchmarks.client.Orders;
import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.process.RunDirectories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;

/**
 * Kills a gateway with SIGKILL and starts it again on the same data, several times. What is counted begins with the new
 * process; the client goes on with its numbers. The log is filled by a client whose orders trade at the venues, so that what
 * is replayed is what trading leaves: orders, acknowledgements and fills.
 */
final class Restart {
    private static final String COMMANDS = "weir_log_commands_total";
    private static final int ROUND = 20_000;
    private static final int ON_THE_WAY = 2_000;
    private static final int BATCH = 100;
    private static final int TRIES = 100_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(180);
    private static final long PARK_NS = TimeUnit.MICROSECONDS.toNanos(500);
    private static final int CONNECT_TIMEOUT_MS = 1_000;

    private final String name;
    private final long commands;
    private final int kills;
    private final double goalS;
    private final LoadSession session = new LoadSession("CLIENT", "GATEWAY", "demo");
    private int rounds;

    /**
     * Plans it.
     *
     * @param name     of its figures.
     * @param commands that the log is to have before the first kill; 0 for none but reference data.
     * @param kills    how often it is killed.
     * @param goalS    seconds from the start of the process to the first order acknowledged.
     */
    Restart(final String name, final long commands, final int kills, final double goalS) {
        this.name = name;
        this.commands = commands;
        this.kills = kills;
        this.goalS = goalS;
    }

    /** {@return times in seconds from the start of the process: port, Logon, first New} */
    List<Figure> measure(final LifeOptions options, final String layout) {
        final Path directory = options.newDirectory();
        try (GatewayRun gateway = new GatewayRun(directory, options.gateway(layout), false)) {
            gateway.start();
            gateway.awaitHealthy();
            final double inLog = fill(gateway);
            final double[] port = new double[kills];
            final double[] logon = new double[kills];
            final double[] acknowledged = new double[kills];
            final double[] processor = new double[kills];
            for (int i = 0; i < kills; i++) {
                restart(gateway, i, port, logon, acknowledged);
                processor[i] = gateway.process().threadTimes().totalNs() / 1e9;
                gateway.awaitHealthy();
            }
            final List<Figure> figures = new ArrayList<>();
            figures.add(Figure.of(name + ": commands in the log", inLog, "commands"));
            figures.addAll(both("port open", port));
            figures.addAll(both("Logon accepted", logon));
            Arrays.sort(acknowledged);
            figures.add(Figure.atMost(name + ": first New, median", acknowledged[kills / 2], "s", goalS));
            figures.add(Figure.of(name + ": first New, max", acknowledged[kills - 1], "s"));
            figures.addAll(both("processor time till then", processor));
            return figures;
        } finally {
            RunDirectories.delete(directory);
        }
    }

    private List<Figure> both(final String what, final double[] times) {
        Arrays.sort(times);
        return List.of(
                Figure.of(name + ": " + what + ", median", times[kills / 2], "s"),
                Figure.of(name + ": " + what + ", max", times[kills - 1], "s"));
    }

    private double fill(final GatewayRun gateway) {
        double inLog = gateway.metric(COMMANDS);
        if (commands > 0) {
            final LoadConnection client = LoadConnection.logOn(session, gateway.fixPort());
            while (!(inLog >= commands)) {
                trade(client);
                gateway.check();
                inLog = gateway.metric(COMMANDS);
            }
            client.logOut();
        }
        return inLog;
    }

    private void trade(final LoadConnection client) {
        final Orders orders = new Orders("R" + rounds++ + "-", ROUND, OrderTerms.MARKETABLE, false);
        client.begin(orders);
        int sent = 0;
        while (sent < ROUND) {
            final int room = Math.min(BATCH, ON_THE_WAY - (sent - ended(orders)));
            if (room <= 0) {
                client.pump();
                LockSupport.parkNanos(PARK_NS);
                continue;
            }
            final long nowNs = System.nanoTime();
            for (int i = 0; i < room && sent < ROUND; i++) {
                client.order(sent++, nowNs, nowNs);
            }
            client.flush();
        }
        await(client, () -> ended(orders), ROUND);
    }

    private static int ended(final Orders orders) {
        return orders.filled() + orders.refused();
    }

    /** One kill; the times count from the moment in which the new process is asked for. */
    private void restart(
            final GatewayRun gateway,
            final int index,
            final double[] port,
            final double[] logon,
            final double[] acknowledged) {
        gateway.kill();
        final long beganNs = System.nanoTime();
        gateway.start();
        awaitPort(gateway);
        port[index] = (System.nanoTime() - beganNs) / 1e9;
        final LoadConnection client = LoadConnection.logOn(session, gateway.fixPort());
        logon[index] = (System.nanoTime() - beganNs) / 1e9;
        acknowledged[index] = firstNew(client, beganNs);
        client.logOut();
    }

    /** An order may be refused while no venue is up yet: then the next one is tried, as a client would. */
    private double firstNew(final LoadConnection client, final long beganNs) {
        final Orders orders = new Orders("R" + rounds++ + "-", TRIES, OrderTerms.RESTING, true);
        client.begin(orders);
        for (int i = 0; i < TRIES / 2 && orders.news() == 0; i++) {
            final long nowNs = System.nanoTime();
            client.order(i, nowNs, nowNs);
            client.flush();
            await(client, () -> orders.news() + orders.refused(), i + 1);
        }
        if (orders.news() == 0) {
            throw new LoadException("no order is acknowledged: " + orders.refusals());
        }
        return (orders.lastReportNs() - beganNs) / 1e9;
    }

    private static void await(final LoadConnection client, final IntSupplier count, final int target) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (count.getAsInt() < target) {
            client.pump();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new LoadException(count.getAsInt() + " of " + target + " orders have ended in time");
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }

    private static void awaitPort(final GatewayRun gateway) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!isOpen(gateway.fixPort())) {
            gateway.check();
            if (System.nanoTime() - deadlineNs > 0) {
                throw new LoadException("nobody listens on port " + gateway.fixPort());
            }
            LockSupport.parkNanos(PARK_NS);
        }
    }

    private static boolean isOpen(final int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MS);
            return true;
        } catch (final IOException e) {
            return false;
        }
    }
}
