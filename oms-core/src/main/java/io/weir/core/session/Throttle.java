package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/**
 * How many application messages a session has sent within one second of the acceptor's reading, so that neither a gap that
 * closes nor a pause of the log turns an even flow into a burst.
 */
final class Throttle {
    private static final long SECOND_NS = 1_000_000_000L;

    private long second;
    private int count;

    /**
     * Counts one message.
     *
     * @param receivedNs when the acceptor read it.
     * @param limit      messages a second, above 0.
     * @return false if it is above the limit.
     */
    boolean admit(final long receivedNs, final int limit) {
        final long now = receivedNs / SECOND_NS;
        if (now != second) {
            second = now;
            count = 0;
        }
        if (count == limit) {
            return false;
        }
        count++;
        return true;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(second);
        snapshot.putInt(count);
    }

    void readFrom(final SnapshotReader snapshot) {
        second = snapshot.getLong();
        count = snapshot.getInt();
    }
}
