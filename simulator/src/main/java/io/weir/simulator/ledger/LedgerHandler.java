package io.weir.simulator.ledger;

import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdStatus;

/** What a ledger says when it is read, in the order in which it happened. */
public interface LedgerHandler {
    /** An order got its id. */
    void onAccepted(long orderId, String account, NewOrder request, long timeMs);

    /** Two orders traded. */
    void onTraded(RecordedTrade trade);

    /** An order was canceled or expired. */
    void onClosed(long orderId, OrdStatus as, long timeMs);

    /** An order got new terms: price at priceScale, quantity at qtyScale. */
    void onReplaced(long orderId, String newClOrdId, long newPrice, long newQty, long timeMs);
}
