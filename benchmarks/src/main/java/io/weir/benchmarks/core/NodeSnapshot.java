package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.Figure;
import io.weir.benchmarks.process.RunDirectories;
import io.weir.core.CoreLogic;
import io.weir.core.EventLog;
import io.weir.core.OmsCore;
import io.weir.core.StateMachine;
import io.weir.core.cluster.Node;
import io.weir.core.cluster.NodeConfig;
import io.weir.core.cluster.NodeCounters;
import io.weir.core.cluster.SnapshotAgent;
import io.weir.core.cluster.SnapshotConfig;
import io.weir.core.snapshot.BufferSnapshotReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * The same snapshot as a whole node takes it, in files, its tail while the node goes on; and the start of a node from it. The node begins with a core that has the orders already.
 */
final class NodeSnapshot {
    private static final int ROUNDS = 3;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(60);
    private static final SnapshotConfig NONE_AT_STOP = new SnapshotConfig(Long.MAX_VALUE, 1, false, Long.MAX_VALUE);
    private static final long LOOK_AGAIN_NS = 1_000_000;

    private NodeSnapshot() {}

    /**
     * Measures.
     *
     * @param pages of a snapshot of the core.
     * @return pauses as the node counts them, of the process's first node, whose archive is not compiled yet, and of a later
     *     one; the later one's time from asking until the tail is sealed, and from the start of the next node until it has the snapshot.
     */
    static List<Figure> measure(final SnapshotPages pages) {
        final Times first = times(pages);
        Times later = first;
        for (int i = 1; i < ROUNDS; i++) {
            later = times(pages);
        }
        return List.of(
                Figure.of("open orders: snapshot pause of a node, first", first.pauseNs() / 1e6, "ms"),
                Figure.of("open orders: snapshot pause of a node, later", later.pauseNs() / 1e6, "ms"),
                Figure.of("open orders: until the snapshot's tail is sealed", later.sealedNs() / 1e6, "ms"),
                Figure.of("open orders: start of a node until loaded", later.startNs() / 1e6, "ms"));
    }

    private record Times(long pauseNs, long sealedNs, long startNs) {}

    private static Times times(final SnapshotPages pages) {
        final Path directory = RunDirectories.at(null, "node-snapshot");
        try {
            return times(directory, pages);
        } finally {
            RunDirectories.delete(directory);
        }
    }

    private static Times times(final Path directory, final SnapshotPages pages) {
        final Node node = start(directory, eventLog -> filled(eventLog, pages));
        final long pauseNs;
        final long sealedNs;
        try (node) {
            final NodeCounters counters = node.counters();
            await(counters::isLeader);
            final SnapshotAgent agent = node.snapshotAgent(() -> Long.MAX_VALUE);
            agent.request();
            final long askedNs = System.nanoTime();
            await(() -> {
                agent.doWork();
                return counters.snapshots() > 0;
            });
            sealedNs = System.nanoTime() - askedNs;
            pauseNs = counters.snapshotPauseNs();
        }
        return new Times(pauseNs, sealedNs, startNs(directory));
    }

    private static long startNs(final Path directory) {
        final long beganNs = System.nanoTime();
        try (Node node = start(directory, OmsCore::new)) {
            await(() -> node.counters().snapshotPosition() > 0);
            return System.nanoTime() - beganNs;
        }
    }

    private static Node start(final Path directory, final Function<EventLog, StateMachine> core) {
        return Node.start(
                NodeConfig.alone(directory, 0).withSnapshots(NONE_AT_STOP),
                new CoreLogic(OmsCore.LOGIC_VERSION, core),
                NodeSnapshot::daemon,
                line -> {});
    }

    private static OmsCore filled(final EventLog eventLog, final SnapshotPages pages) {
        pages.rewind();
        final OmsCore core = new OmsCore(eventLog);
        core.readFrom(new BufferSnapshotReader(pages));
        return core;
    }

    private static Thread daemon(final Runnable work) {
        final Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    private static void await(final BooleanSupplier condition) {
        final long deadlineNs = System.nanoTime() + PATIENCE_NS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadlineNs) {
                throw new IllegalStateException("the node was not there within " + PATIENCE_NS / 1_000_000 + " ms");
            }
            LockSupport.parkNanos(LOOK_AGAIN_NS);
        }
    }
}
