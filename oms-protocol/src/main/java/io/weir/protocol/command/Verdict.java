package io.weir.protocol.command;

/** What has to follow on an invalid message, once its number has been judged. */
public enum Verdict {
    /** A session Reject(3); the session goes on. */
    REJECT(1),
    /** A BusinessMessageReject(j); the session goes on. */
    BUSINESS_REJECT(2),
    /** A Reject(3), a Logout(5), close: comp ids, SendingTime. */
    REJECT_AND_LOGOUT(3),
    /** A Logout(5), close: BeginString, no MsgSeqNum. */
    LOGOUT(4);

    private static final Verdict[] VALUES = values();

    private final int code;

    Verdict(final int code) {
        this.code = code;
    }

    /** {@return its number in logs and snapshots; once given it stays} */
    public int code() {
        return code;
    }

    /**
     * Finds a constant by its number.
     *
     * @param code as {@link #code()} gave it.
     * @return the constant.
     * @throws IllegalArgumentException if there is none.
     */
    public static Verdict of(final int code) {
        for (final Verdict value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("Verdict has no value " + code);
    }
}
