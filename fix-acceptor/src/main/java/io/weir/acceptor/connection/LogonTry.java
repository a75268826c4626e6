package io.weir.acceptor.connection;

import io.weir.protocol.command.LogonReceived;

/** A well-formed Logon on its way to the core. Holds the password as long as it is to be checked, and prints nothing. */
final class LogonTry {
    private static final long NOT_LOOKED = -1;

    enum Step {
        /** Waits for {@link #dueNs}. */
        DELAYED,
        /** The helper works on the password. */
        CHECKING,
        /** Right; waits until an older connection of the session is out of the way, and for the log. */
        RIGHT
    }

    final LogonReceived command;
    final String username;
    String password;
    long dueNs;
    Step step = Step.DELAYED;
    /** How often the older connection had been read when this was last looked at. */
    long holderReads = NOT_LOOKED;

    LogonTry(final LogonReceived command, final String username, final String password, final long dueNs) {
        this.command = command;
        this.username = username;
        this.password = password;
        this.dueNs = dueNs;
    }
}
