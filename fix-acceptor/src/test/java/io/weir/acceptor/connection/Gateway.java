package io.weir.acceptor.connection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.AcceptorConfig;
import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.Fix;
import io.weir.acceptor.TestCore;
import io.weir.acceptor.TestLog;
import io.weir.acceptor.logon.ClientConfig;
import io.weir.acceptor.logon.StoredPassword;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.event.EdgeStarted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** An acceptor on a free port of loopback whose duty cycle, clocks and log are the test's; its clients are real sockets. */
final class Gateway implements AutoCloseable {
    private static final long GIVE_UP_NS = 60_000_000_000L;

    final TestLog log = new TestLog();
    final TestCore core = new TestCore(log);
    final AcceptorCounters counters = new AcceptorCounters();
    final AcceptorAgent agent;
    long nowNs = 1_000_000_000L;
    long wallNs = Fix.NOON_NS;
    private final List<FixClient> clients = new ArrayList<>();

    Gateway() {
        this(AcceptorBounds.DEFAULT, Runnable::run);
    }

    Gateway(final AcceptorBounds bounds, final Executor helper) {
        final AcceptorConfig config = new AcceptorConfig(
                "127.0.0.1",
                0,
                "GATEWAY",
                List.of(
                        new ClientConfig("CLIENT", "CLIENT", StoredPassword.of("demo"), List.of(), 0),
                        new ClientConfig("CLIENT1", "CLIENT1", StoredPassword.of("demo"), List.of(), 0),
                        new ClientConfig("FAR", "FAR", StoredPassword.of("demo"), List.of("192.0.2.1"), 0),
                        new ClientConfig("SLOW", "SLOW", StoredPassword.of("demo"), List.of(), 1),
                        new ClientConfig("OPEN", "", null, List.of(), 0)),
                bounds);
        log.core = core;
        log.say(new EdgeStarted(1, 1, 7, EdgeKind.ACCEPTOR, 0));
        agent = new AcceptorAgent(config, log, log, helper, () -> wallNs, () -> nowNs, counters);
    }

    FixClient connect() throws IOException {
        final FixClient client = new FixClient(agent.address());
        clients.add(client);
        return client;
    }

    /** A client that is logged on. */
    FixClient client(final String compId) throws IOException {
        final FixClient client = connect();
        client.send(Fix.frame(
                "35=A|49=" + compId + "|56=GATEWAY|34=1|52=" + Fix.NOON + "|98=0|108=30|553=" + compId + "|554=demo"));
        until("Logon of " + compId, () -> !client.received.isEmpty());
        assertTrue(client.received.get(0).contains("|35=A|"), client.received.toString());
        return client;
    }

    /** Runs duty cycles and reads what clients get, until something is so. */
    void until(final String what, final BooleanSupplier condition) {
        final long startNs = System.nanoTime();
        while (!condition.getAsBoolean()) {
            cycle();
            assertTrue(
                    System.nanoTime() - startNs < GIVE_UP_NS,
                    "never: " + what + "; commands "
                            + log.commands.stream()
                                    .collect(Collectors.groupingBy(
                                            c -> c.getClass().getSimpleName(), Collectors.counting()))
                            + " clients: " + got());
        }
    }

    void cycle() {
        agent.doWork();
        clients.forEach(FixClient::poll);
    }

    /** Duty cycles in which something that should not happen has its chance. */
    void cycles(final int count) {
        for (int i = 0; i < count; i++) {
            cycle();
        }
    }

    void pass(final long ns) {
        nowNs += ns;
        cycles(3);
    }

    <T extends Command> List<T> commands(final Class<T> type) {
        return log.commands.stream().filter(type::isInstance).map(type::cast).collect(Collectors.toList());
    }

    @Override
    public void close() {
        clients.forEach(FixClient::close);
        agent.onClose();
    }

    private String got() {
        return clients.stream()
                        .map(client -> client.received.size() + " messages, " + client.live.size() + " live, last "
                                + (client.received.isEmpty() ? "none" : client.last()))
                        .collect(Collectors.joining("; "))
                + "; " + counters.byName();
    }
}
