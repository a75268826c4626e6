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

    /**
     * Any message as it came, before the engine judges it: also one that the engine then drops as seen before.
     *
     * @param text FIX text, fields ended by SOH.
     */
    default void onTextIn(final String text) {}

    /**
     * Any message but a Logon (it holds a password) as it leaves.
     *
     * @param text FIX text, fields ended by SOH.
     */
    default void onTextOut(final String text) {}
}
