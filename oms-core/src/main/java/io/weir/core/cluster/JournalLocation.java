package io.weir.core.cluster;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Where a node's journal is recorded, for its readers: written by the service's thread and the purge, read by any. Empty
 * until the first event ever is written.
 */
final class JournalLocation {
    private final AtomicLong startPosition = new AtomicLong();
    private volatile JournalRecording recording;
    private volatile boolean isSettled;

    /** {@return the recording, null if there is none yet} */
    JournalRecording recording() {
        return recording;
    }

    /**
     * Tells where the journal is, once its end can only grow: after the replay, when nothing will be cut off any more.
     *
     * @param newest the recording, null if there is none yet.
     */
    void settle(final JournalRecording newest) {
        if (newest != null) {
            startPosition.set(Math.max(startPosition.get(), newest.startPosition()));
            recording = newest;
        }
        isSettled = true;
    }

    /** {@return whether it is known where the journal is and that it can only grow} */
    boolean isSettled() {
        return isSettled;
    }

    /** {@return the oldest position that can still be read} */
    long startPosition() {
        return startPosition.get();
    }

    void purgedBelow(final long position) {
        startPosition.set(position);
    }
}
