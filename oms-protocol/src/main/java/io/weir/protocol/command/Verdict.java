package io.weir.protocol.command;

/** What has to follow on an invalid message, once its number has been judged. */
public enum Verdict {
    /** A session Reject(3); the session goes on. */
    REJECT,
    /** A BusinessMessageReject(j); the session goes on. */
    BUSINESS_REJECT,
    /** A Reject(3), a Logout(5), close: comp ids, SendingTime. */
    REJECT_AND_LOGOUT,
    /** A Logout(5), close: BeginString, no MsgSeqNum. */
    LOGOUT;
}
