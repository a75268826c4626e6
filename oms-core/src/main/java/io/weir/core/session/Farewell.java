package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.ConnectionId;

/**
 * The end of a connection by the client's own Logout. What was written before it is proved when our answer has surely been
 * flushed, not at the Logout itself: our last reports may still be in a buffer of an acceptor that is killed now.
 */
final class Farewell {
    /** An acceptor that lives for so long behind our answer has flushed it: it takes 2 s for that at most. */
    static final long FLUSHED_NS = 3_000_000_000L;

    /** The connection whose Logout we answered last, or NONE. */
    long connectionId = ConnectionId.NONE;

    /** Our last number before the answer. */
    long provesTo;

    /** The reset epoch of that number. */
    int resetEpoch;

    /** When it was, by served time. */
    long saidNs;

    boolean isPending() {
        return connectionId != ConnectionId.NONE;
    }

    /** {@return whether a connection is of the same start of the same edge as the one that ended} */
    boolean isSameStart(final long other) {
        return ConnectionId.edgeId(other) == ConnectionId.edgeId(connectionId)
                && ConnectionId.epoch(other) == ConnectionId.epoch(connectionId);
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(connectionId);
        snapshot.putLong(provesTo);
        snapshot.putInt(resetEpoch);
        snapshot.putLong(saidNs);
    }

    void readFrom(final SnapshotReader snapshot) {
        connectionId = snapshot.getLong();
        provesTo = snapshot.getLong();
        resetEpoch = snapshot.getInt();
        saidNs = snapshot.getLong();
    }
}
