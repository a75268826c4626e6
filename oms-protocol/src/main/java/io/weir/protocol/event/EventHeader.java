package io.weir.protocol.event;

/**
 * What stands before every event in the journal.
 *
 * @param eventSeq    1, 2, 3 …, never reused.
 * @param timeNs      the core's wall clock, ns since 1970 UTC, never falling.
 * @param causeEdgeId edge whose command caused it, 0 if a timer did.
 * @param causeEpoch  epoch of that edge.
 * @param causeSeq    number of that command.
 * @param position    of the journal behind this event; not encoded, the reader gives it.
 */
public record EventHeader(long eventSeq, long timeNs, int causeEdgeId, int causeEpoch, long causeSeq, long position) {}
