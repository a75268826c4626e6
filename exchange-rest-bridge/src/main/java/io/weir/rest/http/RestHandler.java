package io.weir.rest.http;

/** Takes the outcome of one request: exactly one of these is called, once, on the event loop. */
public interface RestHandler {
    /** The server has answered, whatever it says. */
    void onAnswer(RestAnswer answer);

    /**
     * Nothing has left this host.
     *
     * @param why for ops.
     */
    void onNotSent(String why);

    /**
     * Bytes may have left, and no whole answer came: nothing is known.
     *
     * @param why for ops.
     */
    void onUnanswered(String why);
}
