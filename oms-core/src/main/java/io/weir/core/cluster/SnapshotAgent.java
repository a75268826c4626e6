package io.weir.core.cluster;

import io.aeron.cluster.ClusterControl;
import io.aeron.exceptions.AeronException;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Has a snapshot taken when enough log has come since the last one ({@link SnapshotTiming}), seals it when all is written, and purges after each. Where there are several nodes
 * the leader's agent asks and every node's agent purges its own. It waits for the disk and for answers of the archive: not for a
 * thread that must not wait.
 */
public final class SnapshotAgent implements Agent {
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long ASK_AGAIN_NS = TimeUnit.SECONDS.toNanos(30);

    private final Purge purge;
    private final SnapshotHistory history;
    private final SnapshotTiming timing;
    private final NodeCounters counters;
    private final AtomicCounter controlToggle;
    private final NanoClock clock;
    private volatile boolean isWanted;
    private long nextLookNs;
    private long askedNs;
    private long askedAtPosition = -1;
    private long purgedSnapshots;

    SnapshotAgent(
            final Purge purge,
            final SnapshotHistory history,
            final SnapshotConfig config,
            final NodeCounters counters,
            final AtomicCounter controlToggle,
            final NanoClock clock) {
        this.purge = purge;
        this.history = history;
        this.timing = new SnapshotTiming(config.logBytes());
        this.counters = counters;
        this.controlToggle = controlToggle;
        this.clock = clock;
        this.nextLookNs = clock.nanoTime();
    }

    /** Asks for a snapshot soon, whatever the log's length. Any thread. */
    public void request() {
        isWanted = true;
    }

    @Override
    public int doWork() {
        final long nowNs = clock.nanoTime();
        if (nowNs - nextLookNs < 0) {
            return 0;
        }
        nextLookNs = nowNs + LOOK_NS;
        final int sealed = history.sealNext() ? 1 : 0;
        return sealed + ask(nowNs) + purge();
    }

    @Override
    public String roleName() {
        return "weir-snapshots";
    }

    private int ask(final long nowNs) {
        final long position = counters.logPosition();
        final boolean isDue = timing.look(position, counters.snapshotPosition());
        if (!counters.isLeader() || !isWanted && !isDue) {
            return 0;
        }
        if (askedAtPosition >= counters.snapshotPosition() && nowNs - askedNs < ASK_AGAIN_NS && !isWanted) {
            return 0;
        }
        if (!ClusterControl.ToggleState.SNAPSHOT.toggle(controlToggle)) {
            return 0;
        }
        isWanted = false;
        askedNs = nowNs;
        askedAtPosition = position;
        return 1;
    }

    private int purge() {
        final long snapshots = counters.snapshots();
        if (snapshots == purgedSnapshots) {
            return 0;
        }
        try {
            if (purge.run(counters.snapshotPosition())) {
                purgedSnapshots = snapshots;
            }
        } catch (final AeronException e) {
            counters.failedPurges.incrementAndGet();
            purgedSnapshots = snapshots;
        }
        return 1;
    }
}
