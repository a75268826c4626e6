package io.weir.simulator.matching;

/**
 * What happened to customers' orders, said in the order in which it happened, on the caller's thread, before the engine's method
 * returns. A listener must not call the engine back.
 */
public interface ExchangeListener {
    /** The order has its id and may trade. */
    void onAccepted(Order order);

    /** Two orders traded; both are up to date. At least one is a customer's. */
    void onTrade(Trade trade);

    /**
     * The order was taken out on request.
     *
     * @param cancelClOrdId the id of the request, or null if the venue did it.
     */
    void onCanceled(Order order, String cancelClOrdId);

    /** The venue gave up what is left: an IOC or FOK remainder, a market order without liquidity, the end of the day. */
    void onExpired(Order order);

    /** The order has new terms and {@link Order#clOrdId()}; {@code origClOrdId} is the id that it had. */
    void onReplaced(Order order, String origClOrdId);
}
