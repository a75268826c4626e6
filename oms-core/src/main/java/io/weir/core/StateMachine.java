package io.weir.core;

import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.command.CommandHandler;

/**
 * The deterministic core as the log sees it: commands and timers in, events out through the {@link EventLog} that it was
 * made with. Called on the one thread of the clustered service. Whatever it throws stops the node.
 */
public interface StateMachine extends CommandHandler, Snapshotable {
    /**
     * Works what is due. A call that finds nothing due changes nothing.
     *
     * @param timeNs of the log entry, ns since 1970 UTC; may step back at a change of leader.
     */
    void onTimer(long timeNs);

    /** {@return when {@link #onTimer} is to be called next, ns since 1970 UTC; {@link Long#MAX_VALUE} for never} */
    long nextDeadlineNs();

    /**
     * A leader has begun a term; there may have been an outage before it.
     *
     * @param timeNs of the log entry, ns since 1970 UTC.
     */
    void onNewLeadershipTerm(long timeNs);

    /** {@return the lowest journal position that a client may still ask to be resent; {@link Long#MAX_VALUE} for none} */
    long neededPosition();

    /**
     * Goes on writing the {@linkplain SnapshotWriter#tailWriter() tail} of a snapshot: what was when the snapshot was begun, whatever
     * commands came since. The next snapshot is not begun before all is written.
     *
     * @param most about so many things that are written now.
     * @return whether anything is left.
     */
    default boolean writeOn(final int most) {
        return false;
    }

    /** {@return what keeps it from trading by somebody's will; the same object until that changes} */
    default Standstill standstill() {
        return Standstill.NONE;
    }
}
