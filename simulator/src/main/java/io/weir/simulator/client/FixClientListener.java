package io.weir.simulator.client;

import quickfix.Message;

/** Hears what a {@link FixClient} receives; called on the engine's thread, in the order of the session. */
public interface FixClientListener {
    /** A Logon came back. */
    default void onLogon() {}

    /** The session is down. */
    default void onLogout() {}

    /**
     * An application message.
     *
     * @param message as decoded; PossDupFlag(43)=Y where it was said before.
     */
    void onMessage(Message message);

    /**
     * An administrative message.
     *
     * @param message as decoded.
     */
    default void onAdmin(final Message message) {}
}
