package io.weir.store.projection;

/**
 * How far the journal is projected.
 *
 * @param eventSeq        number of the last event projected, 0 for none.
 * @param journalPosition of the journal behind that event.
 * @param highestOrderId  the highest OrderID(37) with a row; the core counts them upwards.
 * @param firstEventSeq   from this event on nothing is missing; 0 for none.
 */
record ProjectionPosition(long eventSeq, long journalPosition, long highestOrderId, long firstEventSeq) {
    /** Nothing projected. */
    static final ProjectionPosition NONE = new ProjectionPosition(0, 0, 0, 0);
}
