package io.weir.core.order;

import io.weir.core.money.Balance;

/**
 * A client's cancel or replace that was taken and is not answered yet. A replace either changes the one live child at its
 * venue, or waits until all children are closed and then routes the new remainder; for the second it holds the money that
 * the new terms need beyond what the children still have reserved.
 */
final class PendingRequest {
    final String clOrdId;
    private final boolean isReplace;

    /** The new terms of a replace. */
    final long newOrderQty;

    final long newPrice;

    /** The replace is done at the venue, by {@link ChildOrder#replace}. */
    boolean atVenue;

    Hold holds;

    private PendingRequest(final String clOrdId, final boolean isReplace, final long newOrderQty, final long newPrice) {
        this.clOrdId = clOrdId;
        this.isReplace = isReplace;
        this.newOrderQty = newOrderQty;
        this.newPrice = newPrice;
    }

    static PendingRequest cancel(final String clOrdId) {
        return new PendingRequest(clOrdId, false, 0, 0);
    }

    static PendingRequest replace(final String clOrdId, final long newOrderQty, final long newPrice) {
        return new PendingRequest(clOrdId, true, newOrderQty, newPrice);
    }

    boolean isReplace() {
        return isReplace;
    }

    /** Money set aside for the new terms: what they need of one balance, and how much of that is held here. */
    static final class Hold {
        final Balance balance;
        final long need;
        final Hold next;
        long amount;

        Hold(final Balance balance, final long need, final long amount, final Hold next) {
            this.balance = balance;
            this.need = need;
            this.amount = amount;
            this.next = next;
        }
    }
}
