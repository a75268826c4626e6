package io.weir.simulator.matching;

/**
 * Bounds and starting numbers of an exchange.
 *
 * @param maxOpenOrders open orders per account; one more is refused.
 * @param closedOrdersKept closed orders that stay known to queries, over all accounts.
 * @param firstOrderId the id that the first order gets; rising by one.
 * @param firstTradeId the id that the first trade of each symbol gets; rising by one.
 */
public record ExchangeLimits(int maxOpenOrders, int closedOrdersKept, long firstOrderId, long firstTradeId) {
    /** A million open orders per account, a million closed ones known, ids beyond 32 bits as at real venues. */
    public static final ExchangeLimits DEFAULT =
            new ExchangeLimits(1_000_000, 1_000_000, 9_780_000_001L, 3_735_000_001L);

    /** Refuses bounds below one. */
    public ExchangeLimits {
        if (maxOpenOrders < 1 || closedOrdersKept < 1 || firstOrderId < 1 || firstTradeId < 1) {
            throw new IllegalArgumentException(
                    "limits must be 1 or more: maxOpenOrders " + maxOpenOrders + ", closedOrdersKept "
                            + closedOrdersKept + ", firstOrderId " + firstOrderId + ", firstTradeId " + firstTradeId);
        }
    }
}
