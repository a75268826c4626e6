package io.weir.core.cluster;

import io.weir.core.Standstill;
import java.util.concurrent.atomic.AtomicLong;

/** What a node counts, for metrics and health. Written by the node's threads, read by any. */
public final class NodeCounters {
    final AtomicLong logPosition = new AtomicLong();
    final AtomicLong commands = new AtomicLong();
    final AtomicLong foreignMessages = new AtomicLong();
    final AtomicLong journalBackPressure = new AtomicLong();
    final AtomicLong snapshots = new AtomicLong();
    final AtomicLong snapshotPauseNs = new AtomicLong();
    final AtomicLong snapshotPosition = new AtomicLong();
    final AtomicLong leadershipTermId = new AtomicLong(-1);
    final AtomicLong elections = new AtomicLong();
    final AtomicLong aeronErrors = new AtomicLong();
    final AtomicLong neededPosition = new AtomicLong(0);
    final AtomicLong purgedLogPosition = new AtomicLong();
    final AtomicLong purgedJournalPosition = new AtomicLong();
    final AtomicLong heldBackBytes = new AtomicLong();
    final AtomicLong failedPurges = new AtomicLong();
    volatile boolean isLeader;
    volatile Standstill standstill = Standstill.NONE;

    NodeCounters() {}

    /** {@return position of the command log behind the last entry that was worked} */
    public long logPosition() {
        return logPosition.get();
    }

    /** {@return commands worked since the start, replayed ones included} */
    public long commands() {
        return commands.get();
    }

    /** {@return messages in the log that are no commands of ours, passed over} */
    public long foreignMessages() {
        return foreignMessages.get();
    }

    /** {@return how often the service had to wait for the journal's recorder} */
    public long journalBackPressure() {
        return journalBackPressure.get();
    }

    /** {@return snapshots taken since the start, tails included} */
    public long snapshots() {
        return snapshots.get();
    }

    /** {@return ns that the last snapshot kept the service from working, which its tail does not; 0 before the first} */
    public long snapshotPauseNs() {
        return snapshotPauseNs.get();
    }

    /** {@return log position of the last snapshot taken or loaded, 0 before the first} */
    public long snapshotPosition() {
        return snapshotPosition.get();
    }

    /** {@return the term of leadership last heard of, -1 before the first} */
    public long leadershipTermId() {
        return leadershipTermId.get();
    }

    /** {@return terms of leadership begun since the start, replayed ones included} */
    public long elections() {
        return elections.get();
    }

    /** {@return errors that Aeron's parts have reported} */
    public long aeronErrors() {
        return aeronErrors.get();
    }

    /** {@return the lowest journal position that a client could ask for at the newest snapshot, 0 before the first} */
    public long neededPosition() {
        return neededPosition.get();
    }

    /** {@return the oldest log position that is kept} */
    public long purgedLogPosition() {
        return purgedLogPosition.get();
    }

    /** {@return the oldest journal position that is kept} */
    public long purgedJournalPosition() {
        return purgedJournalPosition.get();
    }

    /** {@return bytes of journal that are kept only because a reader still needs them} */
    public long heldBackBytes() {
        return heldBackBytes.get();
    }

    /** {@return purges that the archive refused; each is tried again after the next snapshot} */
    public long failedPurges() {
        return failedPurges.get();
    }

    /** {@return what keeps this node's state machine from trading by somebody's will} */
    public Standstill standstill() {
        return standstill;
    }

    /** {@return whether this node leads} */
    public boolean isLeader() {
        return isLeader;
    }
}
