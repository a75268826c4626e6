package io.weir.acceptor.report;

/** When a message is written, as seen from its event. Source: docs/fix-sessions.md, resend. */
public enum WriteMode {
    /** Soon after its event: SendingTime is the event's time. */
    LIVE,
    /**
     * For the first time, but long after its event: as if said again, so that the client's clock check does not end the
     * session; what begins or ends the session keeps its form, for nothing else could stand for it.
     */
    LATE,
    /** Again, in answer to a ResendRequest. */
    AGAIN
}
