package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.cluster.ClusterControl;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.weir.core.CoreLogic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.SystemNanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * One node: media driver, archive, consensus module and the service with the state machine, in this process, on one data
 * directory. {@code app} starts and closes it; its threads come from the factory that {@code app} gives.
 */
public final class Node implements AutoCloseable {
    private static final long LAST_SNAPSHOT_NS = TimeUnit.SECONDS.toNanos(10);

    private final NodeConfig config;
    private final DataDirectory data;
    private final Path aeronDirectory;
    private final Consumer<String> log;
    private final Sleepers sleepers;
    private final Halt halt;
    private final NodeCounters counters = new NodeCounters();
    private final JournalLocation journalLocation = new JournalLocation();
    private final SnapshotHistory snapshotHistory = new SnapshotHistory(counters);
    private final SnapshotTails snapshotTails;
    private final JournalEpochs epochs;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private NodeThread thread;
    private ConsensusModule consensusModule;
    private OmsService service;
    private volatile boolean isClosing;
    private volatile boolean hasFailed;

    private Node(
            final NodeConfig config,
            final DataDirectory data,
            final Path aeronDirectory,
            final Consumer<String> log,
            final Sleepers sleepers,
            final Halt halt) {
        this.config = config;
        this.data = data;
        this.aeronDirectory = aeronDirectory;
        this.log = log;
        this.sleepers = sleepers;
        this.halt = halt;
        this.snapshotTails = new SnapshotTails(data.cluster(), config.durability());
        this.epochs = new JournalEpochs(data.journalEpochs());
    }

    /**
     * Starts a node that halts the process when it must.
     *
     * @param config  of the node.
     * @param logic   makes the state machine.
     * @param threads makes the node's threads.
     * @param log     gets a line for each thing that an operator should know of the start.
     * @return the node; its service replays the log while this returns.
     * @throws NodeRefusedException if it does not start and the operator can help: directory in use, port taken, archive
     *     damaged.
     */
    public static Node start(
            final NodeConfig config, final CoreLogic logic, final ThreadFactory threads, final Consumer<String> log) {
        return start(config, logic, threads, new Sleepers(), log);
    }

    /**
     * As above, among other duty cycles of this process.
     *
     * @param config   of the node.
     * @param logic    makes the state machine.
     * @param threads  makes the node's threads.
     * @param sleepers that the node's duty cycles join.
     * @param log      gets a line for each thing that an operator should know of the start.
     * @return the node.
     * @throws NodeRefusedException if it does not start and the operator can help.
     */
    public static Node start(
            final NodeConfig config,
            final CoreLogic logic,
            final ThreadFactory threads,
            final Sleepers sleepers,
            final Consumer<String> log) {
        return start(config, logic, threads, sleepers, log, new ProcessHalt(config.dataDirectory()));
    }

    /**
     * As above.
     *
     * @param halt is called instead of halting the process.
     */
    static Node start(
            final NodeConfig config,
            final CoreLogic logic,
            final ThreadFactory threads,
            final Consumer<String> log,
            final Halt halt) {
        return start(config, logic, threads, new Sleepers(), log, halt);
    }

    private static Node start(
            final NodeConfig config,
            final CoreLogic logic,
            final ThreadFactory threads,
            final Sleepers sleepers,
            final Consumer<String> log,
            final Halt halt) {
        final DataDirectory data = DataDirectory.take(config.dataDirectory(), config.durability(), logic.version());
        Node node = null;
        try {
            HaltHistory.check(data.path(), logic.version());
            refuseIfOthersKnowMore(config, data);
            final NodeConfig placed = NodePorts.place(config);
            if (data.startKind() != StartKind.FIRST && data.startKind() != StartKind.CLEAN) {
                log.accept("the run before this one did not stop by itself (" + data.startKind()
                        + "): checking the archive");
                ArchiveRepair.afterUncleanStop(data, config.terms().segmentLength(), log);
            }
            final Path aeronDirectory =
                    AeronDirectory.choose(data.path(), config.terms().sharedMemoryBytes());
            log.accept("data in " + data.path() + ", buffers in " + aeronDirectory + ", UDP ports from "
                    + placed.self().portBase());
            node = new Node(placed, data, aeronDirectory, log, sleepers, halt);
            node.launch(logic, threads);
            return node;
        } catch (final RuntimeException e) {
            CloseHelper.quietCloseAll(node == null ? List.of(data) : List.of(node));
            throw e;
        }
    }

    private static void refuseIfOthersKnowMore(final NodeConfig config, final DataDirectory data) {
        if (data.mayMissEntries() && !config.isAlone()) {
            throw new NodeRefusedException("the machine of member " + config.memberId()
                    + " has lost power, and with durability process entries may be missing here that the others count"
                    + " on: this member must be built again from them. Move " + data.path()
                    + " away and start with it empty; the others bring it up to date. With durability disk nothing"
                    + " would be missing");
        }
    }

    /** {@return the settings with the ports that were found} */
    public NodeConfig config() {
        return config;
    }

    /** {@return how the run before this one ended} */
    public StartKind startKind() {
        return data.startKind();
    }

    /**
     * Tells whether entries of the log may be missing that were acted on: power was lost, and the run before this one did not
     * force what it wrote. Then {@code app} has the core hold the gateway before anything else. So at each start until
     * {@link #settlePowerLoss()}.
     *
     * @return whether that is so.
     */
    public boolean mayMissEntries() {
        return data.mayMissEntries();
    }

    /** What a loss of power means is in the log now; later starts need not be told of it. */
    public void settlePowerLoss() {
        data.settlePowerLoss();
    }

    /** {@return what the node counts} */
    public NodeCounters counters() {
        return counters;
    }

    /** {@return how often the journal of this node was cut back after a power cut} */
    public int journalEpoch() {
        return epochs.current();
    }

    Path aeronDirectory() {
        return aeronDirectory;
    }

    Path archiveDirectory() {
        return data.archive();
    }

    Path clusterDirectory() {
        return data.cluster();
    }

    JournalLocation journalLocation() {
        return journalLocation;
    }

    /** {@return what takes lines for the operator} */
    Consumer<String> log() {
        return log;
    }

    /**
     * Makes the agent that has snapshots taken and purges; {@code app} runs it, one for a node.
     *
     * @param neededPosition the oldest journal position that a reader or a resend still needs; the purge stays below it.
     * @return the agent.
     */
    public SnapshotAgent snapshotAgent(final LongSupplier neededPosition) {
        return new SnapshotAgent(
                new Purge(this, snapshotTails, snapshotHistory, counters, neededPosition),
                snapshotHistory,
                config.snapshots(),
                counters,
                consensusModule.context().controlToggleCounter(),
                SystemNanoClock.INSTANCE);
    }

    /**
     * Runs an edge's agent on the node's own thread, if the layout has one: its commands then go into the log, and reports out
     * of the journal, without another thread in between. It must never block.
     *
     * @param guest that is closed by closing what is returned, before the node.
     * @param bed   where the thread sleeps as long as the guest is there.
     * @return the guest's place; empty where the layout gives each its own thread.
     */
    public Optional<AutoCloseable> host(final Agent guest, final Bed bed) {
        return Optional.ofNullable(thread).map(shared -> shared.host(guest, bed));
    }

    /**
     * Stops: takes a last snapshot if that is set and this node is alone, ends service, consensus module, archive and driver,
     * and gives the directory free as cleanly stopped. Waits at most some seconds.
     */
    @Override
    public void close() {
        if (config.snapshots().atStop() && config.isAlone() && service != null) {
            takeLastSnapshot();
        }
        isClosing = true;
        CloseHelper.closeAll(parts);
        if (!hasFailed) {
            data.noteCleanStop();
        }
        data.close();
    }

    private void launch(final CoreLogic logic, final ThreadFactory givenThreads) {
        snapshotTails.dropUnfinished(log);
        final ThreadFactory threads = new WatchedThreads(givenThreads, this::onThreadEnd);
        final AeronErrors errors = new AeronErrors(counters.aeronErrors, log);
        final NodeContexts contexts = new NodeContexts(
                config, data, aeronDirectory, threads, givenThreads, sleepers, errors, this::onTermination);
        final MediaDriver driver = MediaDriver.launch(contexts.driver());
        parts.push(driver);
        final Archive archive = Archive.launch(contexts.archive(driver));
        parts.push(archive);
        service = new OmsService(
                logic,
                (cluster, nodeCounters) ->
                        new JournalPublication(cluster, data.archive(), config.terms(), journalLocation, nodeCounters),
                data,
                epochs,
                config.isAlone() && data.mayMissEntries(),
                snapshotTails,
                snapshotHistory,
                counters,
                halt);
        if (archive.context().threadingMode() == ArchiveThreadingMode.INVOKER) {
            makeDirectories(contexts);
            launchOnOneThread(driver, archive, contexts, givenThreads, errors);
        } else {
            consensusModule = ConsensusModule.launch(contexts.consensus());
            parts.push(consensusModule);
            parts.push(ClusteredServiceContainer.launch(contexts.service(service)));
        }
    }

    /** The service first, whose thread works driver and archive; it is closed behind the consensus module, which needs them to the end. */
    private void launchOnOneThread(
            final MediaDriver driver,
            final Archive archive,
            final NodeContexts contexts,
            final ThreadFactory givenThreads,
            final AeronErrors errors) {
        final Aeron client = contexts.serviceClient(driver.sharedAgentInvoker());
        parts.push(client);
        thread = new NodeThread(driver, archive, client, contexts, errors, this::onTermination);
        final ThreadFactory goingOn = new WatchedThreads(thread.goingOn(givenThreads), this::onThreadEnd);
        parts.push(ClusteredServiceContainer.launch(
                contexts.service(service, client, archive.invoker(), thread, goingOn)));
        parts.push(thread::end);
        final AgentRunner home = new AgentRunner(
                thread.idleStrategyOfHome(sleepers.newStrategy(config.idle())), errors, null, thread.home());
        parts.push(home);
        AgentRunner.startOnThread(home, new WatchedThreads(givenThreads, this::onThreadEnd));
        consensusModule = thread.awaitConsensusModule();
    }

    private static void makeDirectories(final NodeContexts contexts) {
        try {
            contexts.makeDirectories();
        } catch (final IOException e) {
            throw new UncheckedIOException("the node's directories cannot be made", e);
        }
    }

    private void takeLastSnapshot() {
        service.endWithSnapshot();
        final long deadlineNs = System.nanoTime() + LAST_SNAPSHOT_NS;
        final IdleStrategy idleStrategy = IdleConfig.COLD.newStrategy();
        boolean isAsked = false;
        while (counters.isLeader() && !hasFailed && !service.hasEnded() && System.nanoTime() < deadlineNs) {
            isAsked = isAsked
                    || ClusterControl.ToggleState.SNAPSHOT.toggle(
                            consensusModule.context().controlToggleCounter());
            idleStrategy.idle();
        }
        awaitToggle(deadlineNs, idleStrategy);
    }

    /** The consensus module notes a snapshot behind the service, and takes the toggle back last. */
    private void awaitToggle(final long deadlineNs, final IdleStrategy idleStrategy) {
        final AtomicCounter toggle = consensusModule.context().controlToggleCounter();
        while (!hasFailed
                && !toggle.isClosed()
                && ClusterControl.ToggleState.get(toggle) == ClusterControl.ToggleState.SNAPSHOT
                && System.nanoTime() < deadlineNs) {
            idleStrategy.idle();
        }
    }

    private void onTermination() {
        fail("a part of the node has ended by itself", null);
    }

    private void onThreadEnd(final String name, final Throwable cause) {
        fail("the thread " + name + (cause == null ? " has ended by itself" : " has died"), cause);
    }

    private void fail(final String what, final Throwable cause) {
        if (!isClosing) {
            hasFailed = true;
            halt.halt(what + " at log position " + counters.logPosition() + "; " + data.describeFreeSpace(), cause);
        }
    }
}
