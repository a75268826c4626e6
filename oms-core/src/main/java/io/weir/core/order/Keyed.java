package io.weir.core.order;

/** What a ClOrdID of a session leads to: an order under its first one, or a request about it under its own. */
interface Keyed {
    int sessionId();

    /** {@return the ClOrdID(11) that leads here} */
    String key();

    Order order();
}
