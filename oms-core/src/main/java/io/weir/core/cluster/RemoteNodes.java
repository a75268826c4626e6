package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.agrona.CloseHelper;
import org.agrona.concurrent.AgentRunner;

/** The way from a process without a node to the nodes: a media driver of its own, its client, and a desk for each node. */
final class RemoteNodes implements AutoCloseable {
    /** A dead leader's answers end after this, and the edge begins to look for another if none has called by then. */
    private static final long IMAGE_LIVENESS_NS = TimeUnit.SECONDS.toNanos(2);

    private static final int TERM_LENGTH = NodeContexts.SERVICE_TERM_LENGTH;

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final LogClientConfig config;
    private final DataDirectory data;
    private final Halt halt;
    private volatile boolean isClosing;
    private Aeron aeron;
    private ReplayReaders readers;

    private RemoteNodes(final LogClientConfig config, final DataDirectory data, final Halt halt) {
        this.config = config;
        this.data = data;
        this.halt = halt;
    }

    static RemoteNodes connect(final LogClientConfig config, final ThreadFactory threads, final Consumer<String> log) {
        final DataDirectory data = DataDirectory.takeForEdges(config.directory());
        final RemoteNodes nodes = new RemoteNodes(config, data, new ProcessHalt(data.path()));
        try {
            nodes.open(threads, log);
            return nodes;
        } catch (final RuntimeException e) {
            CloseHelper.quietClose(nodes);
            throw e;
        }
    }

    private void open(final ThreadFactory givenThreads, final Consumer<String> log) {
        final ThreadFactory threads = new WatchedThreads(givenThreads, this::onThreadEnd);
        final AeronErrors errors = new AeronErrors(new AtomicLong(), log);
        final Path directory = AeronDirectory.choose(data.path(), config.terms().sharedMemoryBytes());
        final MediaDriver driver = MediaDriver.launch(driver(directory, threads, errors));
        parts.push(driver);
        aeron = Aeron.connect(LogClient.context(directory.toString(), threads, errors));
        parts.push(aeron);
        final List<ArchiveView> views = new ArrayList<>();
        config.members().forEach(member -> views.add(new ArchiveView()));
        readers = new ReplayReaders(views);
        for (int i = 0; i < views.size(); i++) {
            final ClusterMember member = config.members().get(i);
            final AgentRunner runner = new AgentRunner(
                    IdleConfig.COLD.newStrategy(),
                    errors,
                    null,
                    new ReplayDesk(
                            aeron,
                            ArchiveAddress.of(member, config.host()),
                            views.get(i),
                            readers,
                            "weir-replays-" + member.memberId()));
            parts.push(runner);
            AgentRunner.startOnThread(runner, threads);
        }
        log.accept("the log is looked for at " + config.members().size() + " nodes, buffers in " + directory);
    }

    private MediaDriver.Context driver(final Path directory, final ThreadFactory threads, final AeronErrors errors) {
        return new MediaDriver.Context()
                .aeronDirectoryName(directory.toString())
                .dirDeleteOnStart(false)
                .dirDeleteOnShutdown(true)
                .warnIfDirectoryExists(false)
                .threadingMode(ThreadingMode.SHARED)
                .sharedIdleStrategy(config.idle().newStrategy())
                .termBufferSparseFile(true)
                .publicationTermBufferLength(TERM_LENGTH)
                .ipcTermBufferLength(TERM_LENGTH)
                .imageLivenessTimeoutNs(IMAGE_LIVENESS_NS)
                .errorHandler(errors)
                .sharedThreadFactory(threads)
                .asyncExecutorThreadFactory(threads);
    }

    Aeron aeron() {
        return aeron;
    }

    StartKind startKind() {
        return data.startKind();
    }

    ReplayReaders readers() {
        return readers;
    }

    @Override
    public void close() {
        isClosing = true;
        CloseHelper.closeAll(parts);
        data.settlePowerLoss();
        data.noteCleanStop();
        data.close();
    }

    private void onThreadEnd(final String name, final Throwable cause) {
        if (!isClosing) {
            halt.halt("the thread " + name + " has ended", cause);
        }
    }
}
