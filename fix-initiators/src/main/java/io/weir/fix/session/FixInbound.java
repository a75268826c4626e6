package io.weir.fix.session;

import quickfix.Message;

/**
 * Something that a session has heard, on its way to the agent's thread.
 *
 * @param kind       what it is.
 * @param connection number of the connection that it came on, 1, 2, 3 …
 * @param message    the message, null where there is none.
 * @param text       for ops, "" where there is none.
 * @param seq        MsgSeqNum(34) of the message, 0 where there is none.
 * @param generation of the session's numbers.
 */
public record FixInbound(Kind kind, int connection, Message message, String text, int seq, int generation) {
    /** What was heard. */
    public enum Kind {
        /** Logged on. */
        LOGON,
        /** Logged out or disconnected. */
        LOGOUT,
        /** Could not connect or log on; the text says why. */
        TROUBLE,
        /** A message of the venue: application, session-level Reject, gap fill. */
        MESSAGE,
        /** A message of ours that the venue asked for again and never had; it was not sent again. */
        NEVER_RECEIVED
    }
}
