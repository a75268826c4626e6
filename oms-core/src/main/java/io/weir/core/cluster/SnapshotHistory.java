package io.weir.core.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Where the journal stood at each snapshot that this process has taken or loaded, by log position. Written by the service's
 * thread, read and shortened by the purge.
 */
final class SnapshotHistory {
    /** Stands for a snapshot of an earlier process that this one has not loaded. */
    static final long UNKNOWN = -1;

    private final Map<Long, Long> journalPositions = new ConcurrentSkipListMap<>();

    void add(final long logPosition, final long journalPosition) {
        journalPositions.put(logPosition, journalPosition);
    }

    /** {@return the journal's position at the snapshot of {@code logPosition}, or {@link #UNKNOWN}} */
    long journalPosition(final long logPosition) {
        return journalPositions.getOrDefault(logPosition, UNKNOWN);
    }

    /** Forgets the snapshots below {@code logPosition}. */
    void forgetBelow(final long logPosition) {
        journalPositions.keySet().removeIf(position -> position < logPosition);
    }
}
