package io.weir.app;

import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.AcceptorAgent;
import io.weir.app.operator.Recovery;
import io.weir.app.reference.ReferenceAgent;
import io.weir.core.cluster.Durability;
import io.weir.core.cluster.IdleConfig;
import io.weir.core.cluster.LogClient;
import io.weir.core.cluster.Node;
import io.weir.core.cluster.NodeCounters;
import io.weir.core.cluster.Sleepers;
import io.weir.core.cluster.SnapshotAgent;
import io.weir.core.cluster.StartKind;
import io.weir.fix.session.LostNumbers;
import io.weir.ops.CommandDoor;
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
import io.weir.venue.VenueAdapter;
import io.weir.venue.agent.VenueAgent;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SleepingMillisIdleStrategy;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.SystemNanoClock;

/**
 * The gateway in one process: the node, the edges, the store, HTTP, or those of them that are the process's roles. Started
 * and closed by the command line. What is started first is closed last.
 */
final class Gateway implements AutoCloseable {
    private static final long REFERENCE_PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final int PASSWORD_CHECKS_WAITING = 256;
    private static final int SNAPSHOT_IDLE_MS = 50;
    private static final String HELD =
            "HELD: the machine lost power and durability is process, so the newest entries may be missing";

    private final GatewayConfig config;
    private final Consumer<String> progress;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final List<VenueAgent> venues = new ArrayList<>();
    private final Sleepers sleepers = new Sleepers();
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
        final LogPlace place = part(LogPlace.open(config, threads, sleepers, progress));
        final LogClient log = place.client();
        final Optional<Store> store = config.store().map(settings -> part(new Store(settings)));
        final VenueLoop loop = part(new VenueLoop());
        final DutyThreads duties = part(new DutyThreads(this::onDutyFailed));
        final Optional<ReferenceAgent> reference = store.map(tables -> makeReference(place.node(), log, duties));
        if (reference.isEmpty()) {
            place.node().ifPresent(Gateway::refuseToBeHeld);
        }
        makeAcceptor(log); // what can be made while the log is being told is made meanwhile: a restart has to be quick
        makeVenues(place.node(), log, loop);
        reference.ifPresent(this::awaitReference);
        place.node().ifPresent(this::settlePower);
        startEdges(place.node(), duties);
        final LongSupplier needed = store.isPresent()
                ? startStore(store.get(), log, duties)
                : () -> 0; // the readers are elsewhere: they get what max-held-bytes allows
        place.node().ifPresent(node -> startSnapshots(node, needed, duties));
        startHttp(place.node(), store, reference);
        if (config.isWhole()) {
            sleepers.letSleepLong();
        }
    }

    private ReferenceAgent makeReference(final Optional<Node> node, final LogClient log, final DutyThreads duties) {
        final ReferenceAgent reference =
                new ReferenceAgent(log.openEdge(config.edges().ops(), EdgeKind.OPS, ""), firstWords(node));
        duties.startBehind("weir-reference", sleepers.newStrategy(IdleConfig.COLD), List.of(reference));
        return reference;
    }

    /** What the log hears first: that power was lost, before any edge can do something; then the reference data. */
    private List<Command> firstWords(final Optional<Node> node) {
        final List<Command> commands = new ArrayList<>();
        if (node.isPresent() && node.get().mayMissEntries()) {
            commands.add(new SetHold(true, 0, HELD));
        }
        commands.addAll(config.reference());
        return commands;
    }

    /** Nobody beside it could tell the log to stand still, nor recover it. */
    private static void refuseToBeHeld(final Node node) {
        if (node.mayMissEntries()) {
            throw new GatewayException("the machine lost power and durability is process, so the newest entries may be"
                    + " missing: start this node with all roles in one process and recover it there");
        }
    }

    private void settlePower(final Node node) {
        node.settlePowerLoss();
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

    private void makeVenues(final Optional<Node> node, final LogClient log, final VenueLoop loop) throws IOException {
        final boolean forced = config.node().durability() == Durability.DISK;
        final boolean intentsMayBeMissing =
                node.map(Node::mayMissEntries).orElse(!forced && log.startKind() == StartKind.POWER_LOST);
        for (final VenueSettings venue : config.venues()) {
            final String name = venue.config().name();
            final Path directory = config.dataDir().resolve("venues").resolve(name);
            Files.createDirectories(directory);
            if (intentsMayBeMissing) {
                LostNumbers.mend(directory);
            }
            final VenueAdapter adapter = venue.adapter().create(loop, directory, forced);
            adapter.onNews(sleepers::wake);
            venues.add(new VenueAgent(
                    venue.config(),
                    log.openEdge(config.edges().firstVenue() + venues.size(), EdgeKind.VENUE, name),
                    adapter,
                    SendLog.open(directory, forced),
                    intentsMayBeMissing,
                    System::nanoTime,
                    SystemEpochNanoClock.INSTANCE::nanoTime));
        }
        GatewayOps.register(health, meters, venues);
    }

    private void startEdges(final Optional<Node> node, final DutyThreads duties) {
        if (acceptor != null) {
            duties.startBeside(
                    node,
                    "weir-acceptor",
                    bed -> sleepers.newStrategy(config.node().idle(), bed),
                    acceptor,
                    new SocketBed(acceptor));
            acceptorStarted = true;
            progress.accept("FIX listens on " + acceptor.address().getHostString() + ":" + fixPort());
        }
        if (!venues.isEmpty()) {
            duties.startBehind("weir-venues", sleepers.newStrategy(config.node().idle()), venues);
            progress.accept("venues are being connected");
        }
    }

    /** {@return what the store still needs of the journal} */
    private LongSupplier startStore(final Store store, final LogClient log, final DutyThreads duties) {
        final StoreProjector projector = new StoreProjector(store, log.journal());
        final IdleStrategy idle = sleepers.newStrategy(IdleConfig.COLD);
        if (config.behind() == Behind.IDLE) {
            duties.startLast("weir-store", idle, List.of(projector));
        } else {
            duties.startBehind("weir-store", idle, List.of(projector));
        }
        StoreOps.register(projector, health, meters);
        return () -> projector.status().durablePosition();
    }

    private void startSnapshots(final Node node, final LongSupplier needed, final DutyThreads duties) {
        final NodeCounters counters = node.counters();
        final SnapshotAgent snapshots =
                node.snapshotAgent(() -> Math.min(needed.getAsLong(), counters.neededPosition()));
        duties.startBehind("weir-snapshots", new SleepingMillisIdleStrategy(SNAPSHOT_IDLE_MS), List.of(snapshots));
        GatewayOps.register(health, meters, node);
    }

    private void startHttp(
            final Optional<Node> node, final Optional<Store> store, final Optional<ReferenceAgent> reference)
            throws IOException {
        ops = part(
                store.isPresent() && reference.isPresent()
                        ? new OpsServer(
                                config.ops(),
                                health,
                                meters,
                                new StoreQueries(store.get()),
                                operatorDoor(node, reference.get()))
                        : new OpsServer(config.ops(), health, meters));
        ops.start();
        ops.endpoint().write(config.dataDir());
        progress.accept("HTTP listens on " + config.ops().host() + ":" + ops.port());
    }

    /** A recovery needs node and venues side by side: only a node that is alone is ever held. */
    private OperatorDoor operatorDoor(final Optional<Node> node, final ReferenceAgent reference) throws IOException {
        final OpsKey key = OpsKey.open(config.dataDir());
        final CommandDoor say = command -> {
            final CompletableFuture<String> answer = reference.say(command);
            sleepers.wake();
            return answer;
        };
        if (node.isEmpty() || !config.node().isAlone()) {
            return new OperatorDoor(key, say);
        }
        final NodeCounters counters = node.get().counters();
        return new OperatorDoor(
                key,
                say,
                new Recovery(
                        counters::standstill,
                        venues,
                        say,
                        () -> reference.holds().ended()));
    }

    private void makeAcceptor(final LogClient log) {
        if (config.clients().isEmpty()) {
            return;
        }
        final ThreadPoolExecutor passwords = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(PASSWORD_CHECKS_WAITING), threads);
        parts.push(passwords::shutdownNow);
        acceptor = new AcceptorAgent(
                config.clients().get(),
                log.openEdge(config.edges().acceptor(), EdgeKind.ACCEPTOR, ""),
                log.journal(),
                check -> passwords.execute(() -> {
                    check.run();
                    sleepers.wake();
                }),
                SystemEpochNanoClock.INSTANCE,
                SystemNanoClock.INSTANCE,
                acceptorCounters);
        GatewayOps.register(health, meters, acceptorCounters);
    }

    private <P extends AutoCloseable> P part(final P part) {
        parts.push(part);
        return part;
    }

    /** A duty cycle has thrown: we are wrong, and a process that is started again is mended by replay. */
    private void onDutyFailed(final String agent, final Throwable cause) {
        FatalFault.halt(config.dataDir(), agent, cause);
    }

    /** {@return the port that clients connect to, 0 in a process without the acceptor} */
    int fixPort() {
        return acceptor == null ? 0 : acceptor.address().getPort();
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
