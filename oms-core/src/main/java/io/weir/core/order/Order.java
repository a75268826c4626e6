package io.weir.core.order;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Instrument;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * A client's order as facts; its OrdStatus is read off them. CumQty is added in {@link #addFill} and nowhere else. Kept small:
 * a million of them are open at once.
 */
final class Order implements Keyed {
    /** Facts that never change. */
    final OrderTerms terms;

    final long orderId;
    final String firstClOrdId;

    /** ClOrdID(11) of the last accepted request. */
    String clOrdId;

    long orderQty;
    long price;
    long cumQty;
    long cumNotional;
    long enteredNs;

    /** A cancel or replace of the client that is not answered yet, or null. */
    PendingRequest pending;

    /** How it ended, or null while it is open. */
    OrdStatus closedAs;

    /** How we are about to end it of our own accord, or null. */
    OrdStatus endAs;

    /** Why we end it, or what a venue last said of it; null for nothing. */
    String text;

    /** Newest first. */
    ChildOrder firstChild;

    RequestId requestIds;

    /** Neighbours in {@link Orders}' list of open or of closed orders. */
    Order previous;

    Order next;

    /** Venues that have proved an order of this one dead: bit venueId - 1. */
    int refusedBy;

    short children;
    short liveChildren;
    short requests;
    byte rounds;

    /** Of {@link OrdersImage} alone. */
    boolean imageMark;

    Order(
            final long orderId,
            final OrderTerms terms,
            final String clOrdId,
            final long orderQty,
            final long price,
            final long enteredNs) {
        this.orderId = orderId;
        this.terms = terms;
        this.firstClOrdId = clOrdId;
        this.clOrdId = clOrdId;
        this.orderQty = orderQty;
        this.price = price;
        this.enteredNs = enteredNs;
    }

    /** OrdStatus(39) by FIX's precedence: an open request outranks a fill, a fill outranks a close. Source: FIX 4.4 vol. 4, Order State Changes. */
    OrdStatus ordStatus() {
        if (pending != null) {
            return pending.isReplace() ? OrdStatus.PENDING_REPLACE : OrdStatus.PENDING_CANCEL;
        }
        if (cumQty >= orderQty) {
            return OrdStatus.FILLED;
        }
        if (closedAs != null) {
            return closedAs;
        }
        return cumQty > 0 ? OrdStatus.PARTIALLY_FILLED : OrdStatus.NEW;
    }

    boolean isOpen() {
        return closedAs == null;
    }

    /** {@return LeavesQty(151): what is open for further execution, 0 once closed} */
    long leavesQty() {
        return isOpen() ? Math.max(0, orderQty - cumQty) : 0;
    }

    /** {@return the part of LeavesQty that is at no venue} */
    long freeQty() {
        long free = leavesQty();
        for (ChildOrder child = firstChild; child != null; child = child.nextOfOrder) {
            if (child.isLive()) {
                free -= child.leavesQty();
            }
        }
        return free;
    }

    /** Adds one execution. */
    void addFill(final long lastQty, final long notional) {
        cumQty = Math.addExact(cumQty, lastQty);
        cumNotional = Math.addExact(cumNotional, notional);
    }

    void add(final ChildOrder child) {
        child.nextOfOrder = firstChild;
        firstChild = child;
        children++;
        liveChildren++;
    }

    /** {@return whether it ends after its first trip to the market} */
    boolean isImmediate() {
        return terms.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL
                || terms.timeInForce() == TimeInForce.FILL_OR_KILL;
    }

    boolean isMarket() {
        return terms.ordType() == OrdType.MARKET;
    }

    Account account() {
        return terms.account();
    }

    Instrument instrument() {
        return terms.instrument();
    }

    Side side() {
        return terms.side();
    }

    @Override
    public int sessionId() {
        return terms.sessionId();
    }

    @Override
    public String key() {
        return firstClOrdId;
    }

    @Override
    public Order order() {
        return this;
    }

    /** The order as a report shows it, under a ClOrdID. */
    OrderState toState(final String shownClOrdId) {
        return new OrderState(
                orderId,
                shownClOrdId,
                account().name(),
                instrument().symbol(),
                instrument().priceScale(),
                instrument().qtyScale(),
                side(),
                terms.ordType(),
                terms.timeInForce(),
                ordStatus(),
                orderQty,
                price,
                leavesQty(),
                cumQty,
                cumNotional);
    }

    @Override
    public String toString() {
        return "orderId=" + orderId + " clOrdId=" + clOrdId + " " + ordStatus() + " orderQty=" + orderQty + " cumQty="
                + cumQty + " liveChildren=" + liveChildren;
    }
}
