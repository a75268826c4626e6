package io.weir.rest.socket;

/** Hears one {@link LiveSocket}, on the event loop. */
public interface SocketHandler {
    /** The connection stands. */
    void onOpen();

    /**
     * A text message has come.
     *
     * @param text whole.
     */
    void onText(String text);

    /** Something has come that is no message: the other side is there. */
    default void onAlive() {}

    /**
     * The connection is gone, or could not be made. Called once, last.
     *
     * @param why for ops.
     */
    void onLost(String why);
}
