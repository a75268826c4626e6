package io.weir.core.cluster;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The snapshots that this process has taken or loaded, and where the journal stood at each. One with a tail counts when the tail is
 * sealed, which may wait for the disk: the service's thread hands it over, the agent's seals it.
 */
final class SnapshotHistory {
    /** Stands for a snapshot of an earlier process that this one has not loaded. */
    static final long UNKNOWN = -1;

    private final NodeCounters counters;
    private final Map<Long, Long> journalPositions = new ConcurrentSkipListMap<>();
    private final Queue<Written> written = new ConcurrentLinkedQueue<>();

    SnapshotHistory(final NodeCounters counters) {
        this.counters = counters;
    }

    /** A snapshot was loaded. Service's thread. */
    void addLoaded(final TakenSnapshot snapshot) {
        add(snapshot);
    }

    /** A snapshot without a tail was taken. Service's thread. */
    void addTaken(final TakenSnapshot snapshot) {
        add(snapshot);
        counters.snapshots.incrementAndGet();
    }

    /** All of a snapshot is written. Service's thread. */
    void seal(final TakenSnapshot snapshot, final TailFile tail) {
        written.add(new Written(snapshot, tail));
    }

    /** Seals what was handed over; {@return whether there was anything}. Agent's thread. */
    boolean sealNext() {
        final Written next = written.peek();
        if (next == null) {
            return false;
        }
        next.tail().seal();
        written.remove();
        addTaken(next.snapshot());
        return true;
    }

    private synchronized void add(final TakenSnapshot snapshot) {
        journalPositions.put(snapshot.logPosition(), snapshot.journalPosition());
        if (snapshot.logPosition() > counters.snapshotPosition()) {
            counters.neededPosition.set(snapshot.neededPosition());
            counters.snapshotPosition.set(snapshot.logPosition());
        }
    }

    /** {@return the journal's position at the snapshot of {@code logPosition}, or {@link #UNKNOWN}} */
    long journalPosition(final long logPosition) {
        return journalPositions.getOrDefault(logPosition, UNKNOWN);
    }

    /** Forgets the snapshots below {@code logPosition}. */
    void forgetBelow(final long logPosition) {
        journalPositions.keySet().removeIf(position -> position < logPosition);
    }

    private record Written(TakenSnapshot snapshot, TailFile tail) {}
}
