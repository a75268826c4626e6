package io.weir.core.time;

/** What is due at a deadline. The order of the constants is written in snapshots: add at the end only. */
public enum DeadlineKind {
    /** The next Pulse. */
    PULSE,
    /** Silence and heartbeats of the sessions from the subject on, where one Pulse had too many of them. */
    JUDGE_SESSIONS,
    /** The subject is a session with messages to take that were held above a gap now closed. */
    TAKE_HELD,
    /** The subject is a session with reports to say again after a reset. */
    SAY_AGAIN,
    /** Connections of ended starts of edges, of the sessions from the subject on. */
    CLOSE_DEAD_CONNECTIONS,
    /** The trading side has more work waiting. */
    TRADING_WORK,
    /** Our numbers of the sessions from the subject on are to be raised, to go on after a loss of power. */
    RAISE_NUMBERS;

    private static final DeadlineKind[] VALUES = values();

    static DeadlineKind of(final int ordinal) {
        return VALUES[ordinal];
    }
}
