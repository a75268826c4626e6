package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.RethrowingErrorHandler;
import io.aeron.archive.Archive;
import io.aeron.archive.ArchiveThreadingMode;
import io.aeron.archive.client.AeronArchive;
import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.NanosecondClusterClock;
import io.aeron.cluster.PriorityHeapTimerServiceSupplier;
import io.aeron.cluster.service.ClusterCounters;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.cluster.service.ClusteredServiceContainer;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.weir.protocol.Bounds;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.agrona.ErrorHandler;
import org.agrona.concurrent.AgentInvoker;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.NoOpLock;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * What each of Aeron's parts is told. The times of an election are meant for three nodes in one place: a dead leader is
 * replaced within about a second; a node that is alone never waits for them.
 */
final class NodeContexts {
    /** Terms of streams that carry little or are read at once: snapshots, replays, control between the parts. */
    static final int SERVICE_TERM_LENGTH = 4 << 20;

    private static final int MAX_REPLAYS = 64;
    private static final int MAX_SESSIONS = 2 * Bounds.MAX_EDGES;
    private static final long HEARTBEAT_INTERVAL_NS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long HEARTBEAT_TIMEOUT_NS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long ELECTION_TIMEOUT_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long CANVASS_TIMEOUT_NS = 8 * HEARTBEAT_TIMEOUT_NS;
    private static final long SESSION_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(10);

    /** A start on a machine that is short of processors: a snapshot that is not read for so long is given up. */
    private static final long CONNECT_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(30);

    /**
     * The driver of a node that is alone moves windows of megabytes on, which take tens of ms to fill, and reads sockets of UDP to which
     * only processes beside the node send.
     */
    private static final long DRIVER_INTERVAL_NS = 20_000L;

    private static final int COUNTER_KEY_BYTES = 256;
    private static final long LOW_STORAGE_BYTES = 8L << 20;

    private final NodeConfig config;
    private final DataDirectory data;
    private final Path aeronDirectory;
    private final ThreadFactory threads;
    private final ThreadFactory workers;
    private final Sleepers sleepers;
    private final ErrorHandler errors;
    private final Runnable onTermination;

    /**
     * Makes them.
     *
     * @param threads       for parts that live as long as the node; their end is noticed.
     * @param workers       for threads that come and go.
     * @param sleepers      that the node's duty cycles join.
     * @param onTermination hears of a part that has ended by itself.
     */
    NodeContexts(
            final NodeConfig config,
            final DataDirectory data,
            final Path aeronDirectory,
            final ThreadFactory threads,
            final ThreadFactory workers,
            final Sleepers sleepers,
            final ErrorHandler errors,
            final Runnable onTermination) {
        this.config = config;
        this.data = data;
        this.aeronDirectory = aeronDirectory;
        this.threads = threads;
        this.workers = workers;
        this.sleepers = sleepers;
        this.errors = errors;
        this.onTermination = onTermination;
    }

    /** {@return id of this node's archive: that of the member, the same at every start} */
    static long archiveId(final NodeConfig config) {
        return config.memberId();
    }

    /** Makes the directories that consensus module and service both look for and make: they start side by side. */
    void makeDirectories() throws IOException {
        Files.createDirectories(data.cluster());
        Files.createDirectories(markDirectory().toPath());
    }

    MediaDriver.Context driver() {
        final MediaDriver.Context context = new MediaDriver.Context()
                .aeronDirectoryName(aeronDirectory.toString())
                .dirDeleteOnStart(false)
                .dirDeleteOnShutdown(true)
                .warnIfDirectoryExists(false)
                .termBufferSparseFile(true)
                .performStorageChecks(true)
                .ipcTermBufferLength(SERVICE_TERM_LENGTH)
                .publicationTermBufferLength(SERVICE_TERM_LENGTH)
                .asyncExecutorEnabled(!isCompact())
                .errorHandler(errors)
                .conductorThreadFactory(threads)
                .senderThreadFactory(threads)
                .receiverThreadFactory(threads)
                .sharedThreadFactory(threads)
                .sharedNetworkThreadFactory(threads)
                .asyncExecutorThreadFactory(workers);
        return isCompact()
                ? context.threadingMode(ThreadingMode.INVOKER)
                : context.threadingMode(ThreadingMode.DEDICATED)
                        .asyncExecutorIdleStrategy(sleepers.newStrategy(IdleConfig.COLD))
                        .conductorIdleStrategy(sleepers.newStrategy(IdleConfig.COLD))
                        .senderIdleStrategy(newStrategy())
                        .receiverIdleStrategy(newStrategy());
    }

    Archive.Context archive(final MediaDriver driver) {
        final Archive.Context context = new Archive.Context()
                .aeronDirectoryName(aeronDirectory.toString())
                .archiveDir(data.archive().toFile())
                .markFileDir(markDirectory())
                .archiveId(archiveId(config))
                .controlChannel("aeron:udp?endpoint=" + config.self().archiveEndpoint())
                .localControlChannel(NodeChannels.LOCAL_CONTROL)
                .replicationChannel("aeron:udp?endpoint=" + config.self().host() + ":0")
                .recordingEventsEnabled(false)
                .segmentFileLength(config.terms().segmentLength())
                .lowStorageSpaceThreshold(LOW_STORAGE_BYTES)
                .maxConcurrentReplays(MAX_REPLAYS)
                .connectTimeoutNs(CONNECT_TIMEOUT_NS)
                .recordChecksum(new FrameChecksum())
                .fileSyncLevel(config.durability().fileSyncLevel())
                .catalogFileSyncLevel(config.durability().fileSyncLevel())
                .errorHandler(errors)
                .idleStrategySupplier(this::newStrategy)
                .threadFactory(threads);
        return isCompact()
                ? context.threadingMode(ArchiveThreadingMode.INVOKER).mediaDriverAgentInvoker(driverOfArchive(driver))
                : context.threadingMode(ArchiveThreadingMode.DEDICATED);
    }

    /** The archive works the driver three times in each of its turns; where nothing comes by UDP that is too often. */
    private AgentInvoker driverOfArchive(final MediaDriver driver) {
        final AgentInvoker invoker = driver.sharedAgentInvoker();
        return config.isAlone() ? RareAgent.invoker(invoker, DRIVER_INTERVAL_NS, errors) : invoker;
    }

    /**
     * A client for a consensus module without a thread of its own.
     *
     * @param driver is worked wherever the client waits for it.
     */
    Aeron consensusClient(final AgentInvoker driver) {
        return invokedClient("consensus-module", driver);
    }

    /**
     * A client for a service on the thread of the driver.
     *
     * @param driver is worked wherever the client waits for it.
     */
    Aeron serviceClient(final AgentInvoker driver) {
        return invokedClient("weir-service", driver);
    }

    private Aeron invokedClient(final String name, final AgentInvoker driver) {
        return Aeron.connect(new Aeron.Context()
                .aeronDirectoryName(aeronDirectory.toString())
                .clientName(name)
                .driverAgentInvoker(driver)
                .useConductorAgentInvoker(true)
                .awaitingIdleStrategy(YieldingIdleStrategy.INSTANCE)
                .clientLock(NoOpLock.INSTANCE)
                .subscriberErrorHandler(RethrowingErrorHandler.INSTANCE)
                .errorHandler(errors));
    }

    /**
     * A consensus module without a thread of its own.
     *
     * @param aeron   its client; the caller closes it.
     * @param archive is worked wherever the consensus module waits.
     */
    ConsensusModule.Context consensus(final Aeron aeron, final AgentInvoker archive) {
        final ConsensusModule.Context context = consensus();
        return context.useAgentInvoker(true)
                .aeron(aeron)
                .errorCounter(ClusterCounters.allocate(
                        aeron,
                        new UnsafeBuffer(new byte[COUNTER_KEY_BYTES]),
                        "Cluster Errors",
                        ConsensusModule.Configuration.CONSENSUS_MODULE_ERROR_COUNT_TYPE_ID,
                        context.clusterId()))
                .idleStrategySupplier(
                        () -> new InvokingIdleStrategy(archive, config.idle().newStrategy()))
                .archiveContext(archiveClient().agentInvoker(archive));
    }

    ConsensusModule.Context consensus() {
        return new ConsensusModule.Context()
                .aeronDirectoryName(aeronDirectory.toString())
                .clusterDir(data.cluster().toFile())
                .markFileDir(markDirectory())
                .clusterMemberId(config.memberId())
                .clusterMembers(NodeChannels.members(config))
                .ingressChannel(NodeChannels.ingress(config))
                .ingressStreamId(NodeChannels.INGRESS_STREAM_ID)
                .egressChannel(null)
                .logChannel(NodeChannels.log(config))
                .replicationChannel("aeron:udp?endpoint=" + config.self().host() + ":0")
                .snapshotChannel(snapshotChannel())
                .archiveContext(archiveClient())
                .clusterClock(new NanosecondClusterClock())
                .timerServiceSupplier(new PriorityHeapTimerServiceSupplier())
                .fileSyncLevel(config.durability().fileSyncLevel())
                .maxConcurrentSessions(MAX_SESSIONS)
                .sessionTimeoutNs(SESSION_TIMEOUT_NS)
                .leaderHeartbeatIntervalNs(HEARTBEAT_INTERVAL_NS)
                .leaderHeartbeatTimeoutNs(HEARTBEAT_TIMEOUT_NS)
                .electionTimeoutNs(ELECTION_TIMEOUT_NS)
                .startupCanvassTimeoutNs(CANVASS_TIMEOUT_NS)
                .errorHandler(errors)
                .terminationHook(onTermination)
                .idleStrategySupplier(
                        () -> sleepers.newStrategy(config.idle(), Bed.parked(Sleepers.LONGEST_OF_TIMERS_NS)))
                .threadFactory(threads);
    }

    ClusteredServiceContainer.Context service(final ClusteredService service) {
        return new ClusteredServiceContainer.Context()
                .aeronDirectoryName(aeronDirectory.toString())
                .clusterDir(data.cluster().toFile())
                .markFileDir(markDirectory())
                .clusteredService(service)
                .serviceName("weir-service")
                .isRespondingService(false)
                .snapshotChannel(snapshotChannel())
                .archiveContext(archiveClient())
                .errorHandler(errors)
                .terminationHook(onTermination)
                .idleStrategySupplier(this::newStrategy)
                .threadFactory(threads);
    }

    /**
     * A service that has the rest of the node on its thread.
     *
     * @param aeron   its client; the caller closes it.
     * @param archive is worked wherever the service waits for it.
     * @param thread  the rest.
     * @param threads makes that thread.
     */
    ClusteredServiceContainer.Context service(
            final ClusteredService service,
            final Aeron aeron,
            final AgentInvoker archive,
            final NodeThread thread,
            final ThreadFactory threads) {
        return service(service)
                .aeron(aeron)
                .threadFactory(threads)
                .archiveContext(archiveClient().agentInvoker(archive))
                .idleStrategySupplier(() -> thread.idleStrategy(sleepers.newStrategy(config.idle(), thread.bed())));
    }

    /**
     * Signs of life and error logs of the parts lie with the buffers: they are written through memory, and on a full disk
     * that would kill the process without a word.
     */
    private File markDirectory() {
        return aeronDirectory.resolve("marks").toFile();
    }

    private IdleStrategy newStrategy() {
        return sleepers.newStrategy(config.idle());
    }

    private boolean isCompact() {
        return config.layout() == ThreadLayout.COMPACT;
    }

    private static String snapshotChannel() {
        return "aeron:ipc?alias=weir-snapshot|mtu=8k|term-length=" + SERVICE_TERM_LENGTH;
    }

    private AeronArchive.Context archiveClient() {
        return new AeronArchive.Context()
                .aeronDirectoryName(aeronDirectory.toString())
                .controlRequestChannel(NodeChannels.LOCAL_CONTROL)
                .controlResponseChannel(NodeChannels.LOCAL_CONTROL);
    }
}
