package io.weir.core.cluster;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a node's journal is recorded, for its readers: written by the service's thread and the purge, read by any. Empty
 * until the first event ever is written.
 */
final class JournalLocation {
    private final AtomicLong startPosition = new AtomicLong();
    private volatile JournalRecording recording;

    /** {@return the recording, null if there is none yet} */
    JournalRecording recording() {
        return recording;
    }

    void found(final JournalRecording newest) {
        startPosition.set(newest.startPosition());
        recording = newest;
    }

    /** {@return the oldest position that can still be read} */
    long startPosition() {
        return startPosition.get();
    }

    void purgedBelow(final long position) {
        startPosition.set(position);
    }
}
