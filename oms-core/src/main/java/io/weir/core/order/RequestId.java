package io.weir.core.order;

/**
 * The ClOrdID(11) of a cancel or replace that was taken: used up for its session, and the name of the order once accepted.
 *
 * @param order it was about.
 * @param key   ClOrdID of the request.
 * @param next  the one before it, or null.
 */
record RequestId(Order order, String key, RequestId next) implements Keyed {
    @Override
    public int sessionId() {
        return order.sessionId();
    }
}
