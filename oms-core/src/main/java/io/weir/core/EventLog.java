package io.weir.core;

import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.event.Event;

/**
 * Where the core's events go: numbered, hashed, marked, placed. The room {@code cluster} writes them to the recorded
 * journal; tests collect them with the same arithmetic. Deterministic: on replay the same events get the same numbers and
 * positions. Its numbers (eventSeq, position, hash, journal epoch) are part of the snapshot.
 */
public interface EventLog extends Snapshotable {
    /**
     * Says one event.
     *
     * @param timeNs      the core's wall clock.
     * @param causeEdgeId edge of the command at work, 0 for a timer.
     * @param causeEpoch  epoch of that edge.
     * @param causeSeq    number of that command.
     * @param event       to say; at most {@link io.weir.protocol.Bounds#MAX_EVENT_LENGTH} encoded.
     * @return position of the journal behind the event.
     */
    long append(long timeNs, int causeEdgeId, int causeEpoch, long causeSeq, Event event);

    /** {@return position of the journal behind the newest event} */
    long position();

    /** {@return number of the newest event, 0 before the first} */
    long eventSeq();
}
