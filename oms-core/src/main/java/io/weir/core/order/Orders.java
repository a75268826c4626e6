package io.weir.core.order;

import io.weir.protocol.fix.OrdStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * All orders that the core remembers: the open ones, and the last {@link #MAX_CLOSED} or so many closed ones, each kind in a list in
 * the order in which they came there; and what each ClOrdID leads to. Counts OrderID and ExecID.
 */
final class Orders {
    /** The most orders that may be open. */
    static final int MAX_OPEN = 2_000_000;

    /** Closed orders that are remembered: for duplicates, for status requests, for late fills. */
    static final int MAX_CLOSED = 262_144;

    private static final long DAY_NS = 86_400_000_000_000L;

    /** A ClOrdID of the day before is not free at once: what crosses midnight may be the same order once more. */
    private static final long GRACE_NS = 3_600_000_000_000L;

    final ClOrdIds ids = new ClOrdIds();
    final List<OrderSweep> sweeps = new ArrayList<>();
    final ChildOrders children;
    final OrdersImage image;
    private final int maxClosed;
    Order firstOpen;
    Order lastOpen;
    Order firstClosed;
    Order lastClosed;
    int open;
    int closed;
    long lastOrderId;
    long lastExecId;

    Orders(final ChildOrders children, final int maxClosed) {
        this.children = children;
        this.image = children.image;
        this.maxClosed = maxClosed;
    }

    /** Ids that a lost past may have given out, to clients and to venues, are not given out again. */
    void raiseIds(final long by) {
        lastOrderId += by;
        lastExecId += by;
        children.raiseIds(by);
    }

    long nextOrderId() {
        return ++lastOrderId;
    }

    long nextExecId() {
        return ++lastExecId;
    }

    int open() {
        return open;
    }

    /**
     * Finds what a ClOrdID leads to.
     *
     * @return null if it was never used, or is free again: FIX lets it be used anew on another trading day (UTC), unless its
     *     order is still open.
     */
    Keyed find(final int sessionId, final String clOrdId, final long wallNs) {
        final Keyed known = ids.find(sessionId, clOrdId);
        if (known != null) {
            image.before(known.order());
        }
        if (known == null || known.order().isOpen()) {
            return known;
        }
        final long dayStartNs = wallNs - wallNs % DAY_NS;
        return known.order().enteredNs < dayStartNs - GRACE_NS ? null : known;
    }

    /** Takes an order that is open from now on. */
    void open(final Order order) {
        image.leaveOut(order);
        ids.put(order);
        link(order);
        order.account().onOrderOpened();
    }

    void link(final Order order) {
        order.previous = lastOpen;
        if (lastOpen == null) {
            firstOpen = order;
        } else {
            lastOpen.next = order;
        }
        lastOpen = order;
        open++;
    }

    /** Remembers a request of the client by its ClOrdID. */
    void use(final Order order, final String clOrdId) {
        order.requestIds = new RequestId(order, clOrdId, order.requestIds);
        order.requests++;
        ids.put(order.requestIds);
    }

    /** An open order has ended. */
    void close(final Order order, final OrdStatus closedAs) {
        if (!order.isOpen()) {
            throw new IllegalStateException("closed twice, as " + closedAs + ": " + order);
        }
        order.closedAs = closedAs;
        order.endAs = null;
        unlink(order);
        order.account().onOrderClosed();
        remember(order);
        forgetOldest();
    }

    private void unlink(final Order order) {
        for (int i = 0; i < sweeps.size(); i++) {
            sweeps.get(i).skip(order);
        }
        image.onUnlink(order);
        if (order.previous == null) {
            firstOpen = order.next;
        } else {
            order.previous.next = order.next;
        }
        if (order.next == null) {
            lastOpen = order.previous;
        } else {
            order.next.previous = order.previous;
        }
        order.previous = null;
        order.next = null;
        open--;
    }

    /** Takes an order that was refused: it is closed from the start, but its ClOrdID is used. */
    void addRejected(final Order order) {
        image.leaveOut(order);
        order.closedAs = OrdStatus.REJECTED;
        ids.put(order);
        remember(order);
        forgetOldest();
    }

    void remember(final Order order) {
        if (lastClosed == null) {
            firstClosed = order;
        } else {
            lastClosed.next = order;
        }
        lastClosed = order;
        closed++;
    }

    /** Forgets the oldest closed order beyond the bound, unless a venue still has a part of it. */
    private void forgetOldest() {
        if (closed <= maxClosed) {
            return;
        }
        final Order oldest = firstClosed;
        image.onFirstClosedLeaves(oldest);
        firstClosed = oldest.next;
        oldest.next = null;
        closed--;
        if (oldest.liveChildren > 0) {
            remember(oldest);
            return;
        }
        ids.remove(oldest);
        for (RequestId id = oldest.requestIds; id != null; id = id.next()) {
            ids.remove(id);
        }
        for (ChildOrder child = oldest.firstChild; child != null; child = child.nextOfOrder) {
            children.forget(child);
        }
    }
}
