package io.weir.simulator.ledger;

import io.weir.simulator.matching.ExchangeRestore;
import io.weir.simulator.matching.ExchangeRestore.RecordedFill;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdStatus;

/** Puts a ledger back into an exchange. */
public final class LedgerRestorer implements LedgerHandler {
    private final ExchangeRestore restore;
    private long records;

    /** @param restore of the new, empty exchange. */
    public LedgerRestorer(final ExchangeRestore restore) {
        this.restore = restore;
    }

    /** How many records were put back. */
    public long records() {
        return records;
    }

    @Override
    public void onAccepted(final long orderId, final String account, final NewOrder request, final long timeMs) {
        records++;
        restore.accepted(orderId, account, request, timeMs);
    }

    @Override
    public void onTraded(final RecordedTrade trade) {
        records++;
        restore.traded(
                trade.symbol(),
                trade.tradeId(),
                trade.maker().orderId(),
                trade.taker().orderId(),
                new RecordedFill(
                        trade.lastPx(),
                        trade.lastQty(),
                        trade.maker().fee(),
                        trade.taker().fee(),
                        trade.timeMs()));
    }

    @Override
    public void onClosed(final long orderId, final OrdStatus as, final long timeMs) {
        records++;
        restore.closed(orderId, as, timeMs);
    }

    @Override
    public void onReplaced(
            final long orderId, final String newClOrdId, final long newPrice, final long newQty, final long timeMs) {
        records++;
        restore.replaced(orderId, newClOrdId, newPrice, newQty, timeMs);
    }
}
