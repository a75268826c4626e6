package io.weir.simulator.ledger;

import io.weir.simulator.matching.Side;

/**
 * One trade as the ledger keeps it, complete in itself so that an auditor needs no other record.
 *
 * @param symbol the venue's symbol.
 * @param tradeId rising within the symbol.
 * @param maker the order that rested.
 * @param taker the order that came.
 * @param takerSide side of the taker; the maker's is the other.
 * @param lastPx at priceScale.
 * @param lastQty at qtyScale.
 * @param timeMs ms since 1970.
 */
public record RecordedTrade(
        String symbol, long tradeId, Party maker, Party taker, Side takerSide, long lastPx, long lastQty, long timeMs) {

    /**
     * One side of the trade.
     *
     * @param orderId the venue's id; 0 is the venue's own liquidity.
     * @param clOrdId ClOrdID in force when it traded.
     * @param account whose order it was.
     * @param fee in the asset received, at scale 8.
     */
    public record Party(long orderId, String clOrdId, String account, long fee) {}
}
