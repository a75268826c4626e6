package io.weir.app;

import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.AcceptorAgent;
import io.weir.app.operator.Recovery;
import io.weir.app.reference.ReferenceAgent;
import io.weir.core.CoreLogic;
import io.weir.core.OmsCore;
import io.weir.core.cluster.Durability;
import io.weir.core.cluster.IdleConfig;
import io.weir.core.cluster.LogClient;
import io.weir.core.cluster.Node;
import io.weir.core.cluster.NodeCounters;
import io.weir.core.cluster.SnapshotAgent;
import io.weir.fix.session.LostNumbers;
import io.weir.ops.OperatorDoor;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.OpsKey;
import io.weir.ops.StoreOps;
import io.weir.ops.health.Health;
import io.weir.ops.http.OpsServer;
import io.weir.ops.metrics.Meters;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.command.VenueState;
import io.weir.rest.VenueLoop;
import io.weir.store.Store;
import io.weir.store.projection.StoreProjector;
import io.weir.store.query.StoreQueries;
import io.weir.venue.agent.VenueAgent;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * The whole gateway in one process: the node, the edges, the store, HTTP. Started and closed by the command line. What is
 * started first is closed last.
 */
final class Gateway implements AutoCloseable {
    private static final int REFERENCE_EDGE = 1;
    private static final int ACCEPTOR_EDGE = 2;
    private static final int FIRST_VENUE_EDGE = 16;
    private static final long REFERENCE_PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final int PASSWORD_CHECKS_WAITING = 256;
    private static final int SNAPSHOT_IDLE_MS = 20;
    private static final String HELD =
            "HELD: the machine lost power and durability is process, so the newest entries may be missing";

    private final GatewayConfig config;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<VenueAgent> venues = new ArrayList<>();
    private final Health health = new Health();
    private final Meters meters = new Meters();
    private final ThreadFactory threads = task -> {
        final Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    };

    private final AcceptorCounters acceptorCounters = new AcceptorCounters();
    private AcceptorAgent acceptor;
    private boolean acceptorStarted;
    private OpsServer ops;

    private Gateway(final GatewayConfig config, final Consumer<String> progress) {
        this.config = config;
        this.progress = progress;
    }

    /**
     * Starts everything; returns when clients can log on.
     *
     * @param config   checked settings.
     * @param progress gets a line for each step.
     * @return the running gateway.
     * @throws GatewayException if it cannot start; nothing is left running then.
     */
    static Gateway start(final GatewayConfig config, final Consumer<String> progress) {
        final Gateway gateway = new Gateway(config, progress);
        try {
            gateway.open();
            return gateway;
        } catch (final IOException e) {
            CloseHelper.quietClose(gateway);
            throw new GatewayException(e.getMessage(), e);
        } catch (final RuntimeException e) {
            CloseHelper.quietClose(gateway);
            throw e;
        }
    }

    private void open() throws IOException {
        Files.createDirectories(config.dataDir());
        progress.accept("starting the log in " + config.node().dataDirectory());
        final Node node =
                part(Node.start(config.node(), new CoreLogic(OmsCore.LOGIC_VERSION, OmsCore::new), threads, progress));
        final LogClient log = part(LogClient.connect(node, threads));
        final Store store = part(new Store(config.store()));
        final VenueLoop loop = part(new VenueLoop());
        final DutyThreads duties = part(new DutyThreads(this::onDutyFailed));
        final boolean forced = config.node().durability() == Durability.DISK;
        final ReferenceAgent reference =
                new ReferenceAgent(log.openEdge(REFERENCE_EDGE, EdgeKind.OPS, ""), firstWords(node));
        duties.start("weir-reference", IdleConfig.COLD.newStrategy(), List.of(reference));
        makeAcceptor(log); // what can be made while the log is being told is made meanwhile: a restart has to be quick
        makeVenues(log, loop, forced, node.mayMissEntries());
        awaitReference(reference);
        node.settlePowerLoss();
        tellOfHold(node);
        startEdges(duties);
        openStoreAndHttp(store, node, log, reference, duties);
        GatewayOps.register(health, meters, node, acceptorCounters, venues);
        ops.start();
        ops.endpoint().write(config.dataDir());
        progress.accept("HTTP listens on " + config.ops().host() + ":" + ops.port());
    }

    /** What the log hears first: that power was lost, before any edge can do something; then the reference data. */
    private List<Command> firstWords(final Node node) {
        final List<Command> commands = new ArrayList<>();
        if (node.mayMissEntries()) {
            commands.add(new SetHold(true, 0, HELD));
        }
        commands.addAll(config.reference());
        return commands;
    }

    private void tellOfHold(final Node node) {
        if (node.mayMissEntries() || node.counters().standstill().held()) {
            progress.accept(HELD + ": no client gets in and nothing new is sent, until ./gateway recover --data "
                    + config.dataDir() + " has reconciled the venues and raised the numbers of the sessions");
        }
    }

    private void awaitReference(final ReferenceAgent reference) {
        final long deadlineNs = System.nanoTime() + REFERENCE_PATIENCE_NS;
        final IdleStrategy idle = new SleepingMillisIdleStrategy(1);
        while (!reference.isTold()) {
            if (System.nanoTime() - deadlineNs > 0) {
                throw new GatewayException("the log did not take the reference data within 60 s");
            }
            idle.idle();
        }
        if (!reference.refused().isEmpty()) {
            throw new GatewayException(
                    "the core refuses some of the settings:\n  " + String.join("\n  ", reference.refused()));
        }
        progress.accept("the log has the reference data");
    }

    private void makeVenues(
            final LogClient log, final VenueLoop loop, final boolean forced, final boolean intentsMayBeMissing)
            throws IOException {
        for (final VenueSettings venue : config.venues()) {
            final String name = venue.config().name();
            final Path directory = config.dataDir().resolve("venues").resolve(name);
            Files.createDirectories(directory);
            if (intentsMayBeMissing) {
                LostNumbers.mend(directory);
            }
            venues.add(new VenueAgent(
                    venue.config(),
                    log.openEdge(FIRST_VENUE_EDGE + venues.size(), EdgeKind.VENUE, name),
                    venue.adapter().create(loop, directory, forced),
                    SendLog.open(directory, forced),
                    intentsMayBeMissing,
                    System::nanoTime,
                    SystemEpochNanoClock.INSTANCE::nanoTime));
        }
    }

    private void startEdges(final DutyThreads duties) {
        duties.start("weir-acceptor", hot(), List.<Agent>of(acceptor));
        acceptorStarted = true;
        progress.accept("FIX listens on " + config.clients().host() + ":"
                + acceptor.address().getPort());
        if (!venues.isEmpty()) {
            duties.start("weir-venues", hot(), venues);
            progress.accept("venues are being connected");
        }
    }

    private void openStoreAndHttp(
            final Store store,
            final Node node,
            final LogClient log,
            final ReferenceAgent reference,
            final DutyThreads duties)
            throws IOException {
        final StoreProjector projector = new StoreProjector(store, log.journal());
        duties.start("weir-store", IdleConfig.COLD.newStrategy(), List.of(projector));
        final NodeCounters counters = node.counters();
        final SnapshotAgent snapshots =
                node.snapshotAgent(() -> Math.min(projector.status().durablePosition(), counters.neededPosition()));
        duties.start("weir-snapshots", new SleepingMillisIdleStrategy(SNAPSHOT_IDLE_MS), List.of(snapshots));
        StoreOps.register(projector, health, meters);
        final OperatorDoor operators = new OperatorDoor(
                OpsKey.open(config.dataDir()),
                reference::say,
                new Recovery(
                        () -> counters.standstill(),
                        venues,
                        reference::say,
                        () -> reference.holds().ended()));
        ops = part(new OpsServer(config.ops(), health, meters, new StoreQueries(store), operators));
    }

    private void makeAcceptor(final LogClient log) {
        final ThreadPoolExecutor passwords = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(PASSWORD_CHECKS_WAITING), threads);
        parts.push(passwords::shutdownNow);
        acceptor = new AcceptorAgent(
                config.clients(),
                log.openEdge(ACCEPTOR_EDGE, EdgeKind.ACCEPTOR, ""),
                log.journal(),
                passwords,
                SystemEpochNanoClock.INSTANCE,
                SystemNanoClock.INSTANCE,
                acceptorCounters);
    }

    private IdleStrategy hot() {
        return config.node().idle().newStrategy();
    }

    private <P extends AutoCloseable> P part(final P part) {
        parts.push(part);
        return part;
    }

    /** A duty cycle has thrown: we are wrong, and a process that is started again is mended by replay. */
    private void onDutyFailed(final String agent, final Throwable cause) {
        FatalFault.halt(config.dataDir(), agent, cause);
    }

    /** {@return the port that clients connect to} */
    int fixPort() {
        return acceptor.address().getPort();
    }

    /** {@return the port of HTTP} */
    int httpPort() {
        return ops.port();
    }

    /** {@return the venues that take orders at this moment, by name} */
    List<String> venuesUp() {
        return venues.stream()
                .filter(venue -> venue.state() == VenueState.UP)
                .map(VenueAgent::roleName)
                .toList();
    }

    @Override
    public void close() {
        CloseHelper.closeAll(parts);
        parts.clear();
        if (acceptor != null && !acceptorStarted) {
            acceptor.onClose(); // no thread of its own has done so
        }
        try {
            OpsEndpoint.delete(config.dataDir());
        } catch (final IOException e) {
            progress.accept("the address of HTTP stays behind in " + config.dataDir() + ": " + e.getMessage());
        }
    }
}
