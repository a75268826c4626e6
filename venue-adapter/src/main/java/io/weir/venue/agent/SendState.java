package io.weir.venue.agent;

/** How far an order or a replace has got on its way to the venue. */
enum SendState {
    /** Nothing has left. */
    WAITING,
    /** It has left; no answer yet, and none is overdue. */
    SENT,
    /** It may have left, and the venue is asked until it proves what became of it. */
    IN_DOUBT,
    /** The venue has it. */
    ANSWERED
}
