package io.weir.core.order;

import io.weir.core.time.CoreClock;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.Side;

/**
 * Takes cancels, and finds for cancels and replaces the order that they mean. A request names the order by the ClOrdID of
 * the last accepted one; there is at most one pending.
 */
final class CancelDesk {
    /** The most cancels and replaces that one order may have had. */
    static final int MAX_REQUESTS = 1_000;

    private final CoreClock clock;
    private final Orders orders;
    private final Reports reports;
    private final Progress progress;

    CancelDesk(final CoreClock clock, final Orders orders, final Reports reports, final Progress progress) {
        this.clock = clock;
        this.orders = orders;
        this.reports = reports;
        this.progress = progress;
    }

    void onOrderCancelRequest(final int sessionId, final OrderCancelRequest request) {
        final Order order = find(new Target(
                sessionId,
                request.fix().possResend(),
                request.clOrdId(),
                request.origClOrdId(),
                request.orderId(),
                request.symbol(),
                request.side(),
                false));
        if (order == null) {
            return;
        }
        orders.use(order, request.clOrdId());
        order.pending = PendingRequest.cancel(request.clOrdId());
        if (order.liveChildren > 0) {
            reports.sayPending(order, order.pending);
            progress.cancelChildren(order);
        }
        progress.settle(order);
    }

    /**
     * What a cancel or replace names.
     *
     * @param sessionId   whose.
     * @param possResend  PossResend(97) is Y.
     * @param clOrdId     ClOrdID(11).
     * @param origClOrdId OrigClOrdID(41).
     * @param orderId     OrderID(37) as written, or "".
     * @param symbol      Symbol(55).
     * @param side        Side(54).
     * @param isReplace   a replace, not a cancel.
     */
    record Target(
            int sessionId,
            boolean possResend,
            String clOrdId,
            String origClOrdId,
            String orderId,
            String symbol,
            Side side,
            boolean isReplace) {
        static Target of(final int sessionId, final OrderCancelReplaceRequest request) {
            return new Target(
                    sessionId,
                    request.fix().possResend(),
                    request.clOrdId(),
                    request.origClOrdId(),
                    request.orderId(),
                    request.symbol(),
                    request.side(),
                    true);
        }
    }

    /** {@return the open order without a pending request that is meant; null, and the client has its answer, if there is none} */
    Order find(final Target target) {
        final long wallNs = clock.wallNs();
        final Keyed used = orders.find(target.sessionId(), target.clOrdId(), wallNs);
        final Keyed meant = orders.find(target.sessionId(), target.origClOrdId(), wallNs);
        if (used != null && target.possResend()) {
            final Order order = used.order();
            reports.sayStatus(target.sessionId(), order.toState(order.clOrdId), OrdRejReason.NONE, "", "");
        } else if (meant == null) {
            reports.sayUnknown(
                    target.sessionId(),
                    target.clOrdId(),
                    target.origClOrdId(),
                    target.isReplace(),
                    "OrigClOrdID(41) " + target.origClOrdId() + " is not known");
        } else if (used != null) {
            reject(
                    meant.order(),
                    target,
                    CxlRejReason.DUPLICATE_CLORDID,
                    "ClOrdID(11) " + target.clOrdId() + " is in use by OrderID(37) " + used.order().orderId);
        } else if (isAllowed(meant.order(), target)) {
            return meant.order();
        }
        return null;
    }

    private boolean isAllowed(final Order order, final Target target) {
        final String mismatch = mismatch(order, target);
        if (!order.isOpen()) {
            reject(order, target, CxlRejReason.TOO_LATE_TO_CANCEL, "the order is " + order.ordStatus());
        } else if (order.pending != null) {
            reject(order, target, CxlRejReason.ALREADY_PENDING, "ClOrdID(11) " + order.pending.clOrdId + " is pending");
        } else if (!mismatch.isEmpty()) {
            reject(order, target, CxlRejReason.OTHER, mismatch);
        } else if (order.requests >= MAX_REQUESTS) {
            reject(order, target, CxlRejReason.OTHER, "the order has had " + MAX_REQUESTS + " requests, the most");
        } else {
            return true;
        }
        return false;
    }

    private static String mismatch(final Order order, final Target target) {
        if (!order.clOrdId.equals(target.origClOrdId())) {
            return "OrigClOrdID(41) " + target.origClOrdId() + " is not the last accepted ClOrdID(11) " + order.clOrdId;
        }
        if (!order.instrument().symbol().equals(target.symbol())) {
            return "Symbol(55) " + target.symbol() + " is not "
                    + order.instrument().symbol() + ", the order's";
        }
        if (order.side() != target.side()) {
            return "Side(54) " + target.side() + " is not " + order.side() + ", the order's";
        }
        if (!target.orderId().isEmpty() && !target.orderId().equals(Long.toString(order.orderId))) {
            return "OrderID(37) " + target.orderId() + " is not " + order.orderId + ", the order's";
        }
        return "";
    }

    void reject(final Order order, final Target target, final CxlRejReason reason, final String text) {
        reports.sayCancelReject(order, target.clOrdId(), target.origClOrdId(), target.isReplace(), reason, text);
    }
}
