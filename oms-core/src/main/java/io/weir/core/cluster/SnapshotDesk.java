package io.weir.core.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.service.Cluster;
import io.weir.core.StateMachine;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/**
 * Takes snapshots of journal and core, and loads them. What the core puts into the tail is written while it goes on working, so
 * the log stands still for the rest alone. For the service's thread.
 */
final class SnapshotDesk {
    private static final String SECTION = "weir";

    /** All of the state in the snapshot's recording. */
    private static final int WHOLE = 1;

    /** Its tail in a file of its own. */
    private static final int WITH_TAIL = 2;

    /** Some 20 us: little beside what the log brings meanwhile. */
    private static final int AT_ONCE = 64;

    private final Cluster cluster;
    private final StateMachine core;
    private final JournalWriter journal;
    private final int logicVersion;
    private final SnapshotTails tails;
    private final SnapshotHistory history;

    private TakenSnapshot unfinished;
    private TailFile tail;
    private BufferSnapshotWriter tailWriter;

    SnapshotDesk(
            final Cluster cluster,
            final StateMachine core,
            final JournalWriter journal,
            final int logicVersion,
            final SnapshotTails tails,
            final SnapshotHistory history) {
        this.cluster = cluster;
        this.core = core;
        this.journal = journal;
        this.logicVersion = logicVersion;
        this.tails = tails;
        this.history = history;
    }

    /** Takes a snapshot of all there is, which counts when this returns. */
    void takeWhole(final ExclusivePublication publication) {
        finishTail();
        take(new BufferSnapshotWriter(new SnapshotPublication(publication, cluster.idleStrategy())), WHOLE);
        history.addTaken(now());
    }

    /** Takes a snapshot but for its tail. It counts when {@link #goOn} has written that and it is sealed. */
    void takeHead(final ExclusivePublication publication) {
        finishTail();
        tail = tails.create(cluster.logPosition());
        tailWriter = new BufferSnapshotWriter(tail);
        take(
                new BufferSnapshotWriter(new SnapshotPublication(publication, cluster.idleStrategy()), tailWriter),
                WITH_TAIL);
        unfinished = now();
    }

    private void take(final BufferSnapshotWriter snapshot, final int format) {
        saveHeader(snapshot, format);
        journal.writeTo(snapshot);
        core.writeTo(snapshot);
        snapshot.finish();
    }

    /** Goes on with the tail; {@return whether there was one to go on with}. */
    boolean goOn() {
        if (unfinished == null) {
            return false;
        }
        if (!core.writeOn(AT_ONCE)) {
            tailWriter.finish();
            history.seal(unfinished, tail);
            unfinished = null;
            tail = null;
            tailWriter = null;
        }
        return true;
    }

    private void finishTail() {
        while (goOn()) {
            continue;
        }
    }

    /**
     * Loads a snapshot into journal and core.
     *
     * @param image of the snapshot's recording.
     * @return the version of the logic that took it.
     * @throws DamagedTailException if its tail cannot be read; the next start then begins from the snapshot before it.
     */
    int load(final Image image) {
        final BufferSnapshotReader snapshot =
                new BufferSnapshotReader(new SnapshotImage(image, cluster.idleStrategy()));
        snapshot.section(SECTION);
        final int format = snapshot.getInt();
        if (format != WHOLE && format != WITH_TAIL) {
            throw new IllegalStateException(
                    "the snapshot has format " + format + ", this release reads " + WHOLE + " and " + WITH_TAIL);
        }
        final int version = loadVersion(snapshot);
        if (format == WHOLE) {
            load(snapshot);
        } else {
            loadWithTail(snapshot);
        }
        history.addLoaded(now());
        return version;
    }

    private void loadWithTail(final BufferSnapshotReader snapshot) {
        try (TailSource source = tails.open(cluster.logPosition())) {
            final BufferSnapshotReader tailReader = new BufferSnapshotReader(source);
            snapshot.tail(tailReader);
            load(snapshot);
            tailReader.finish();
        } catch (final DamagedTailException e) {
            tails.giveUp(cluster.logPosition());
            throw e;
        }
    }

    private void load(final BufferSnapshotReader snapshot) {
        journal.readFrom(snapshot);
        core.readFrom(snapshot);
        snapshot.finish();
    }

    private TakenSnapshot now() {
        return new TakenSnapshot(cluster.logPosition(), journal.position(), core.neededPosition());
    }

    private void saveHeader(final SnapshotWriter snapshot, final int format) {
        snapshot.section(SECTION);
        snapshot.putInt(format);
        snapshot.putInt(logicVersion);
    }

    private int loadVersion(final SnapshotReader snapshot) {
        final int version = snapshot.getInt();
        if (version > logicVersion) {
            throw new IllegalStateException(
                    "the snapshot was taken by logic " + version + ", this release has " + logicVersion);
        }
        return version;
    }
}
