package io.weir.core.order;

import io.weir.core.session.SessionOutbox;
import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.Trade;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.CxlRejResponseTo;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdStatus;

/** Says to clients what happened to their orders. Each report but a status carries a new ExecID. */
final class Reports {
    private final SessionOutbox sessions;
    private final CoreClock clock;
    private final Orders orders;

    Reports(final SessionOutbox sessions, final CoreClock clock, final Orders orders) {
        this.sessions = sessions;
        this.clock = clock;
        this.orders = orders;
    }

    /** Something happened to an order that no request of the client asked for. */
    void say(final Order order, final ExecType execType, final String text) {
        say(order, order.clOrdId, "", execType, Trade.NONE, text);
    }

    /** A request is taken and has no result yet. */
    void sayPending(final Order order, final PendingRequest request) {
        say(
                order,
                request.clOrdId,
                order.clOrdId,
                request.isReplace() ? ExecType.PENDING_REPLACE : ExecType.PENDING_CANCEL,
                Trade.NONE,
                "");
    }

    /** A request has its result; the order already bears the request's ClOrdID. */
    void sayDone(final Order order, final String origClOrdId, final ExecType execType, final String text) {
        say(order, order.clOrdId, origClOrdId, execType, Trade.NONE, text);
    }

    /** An execution. */
    void sayTrade(final Order order, final Trade trade, final String text) {
        say(order, order.clOrdId, "", ExecType.TRADE, trade, text);
    }

    private void say(
            final Order order,
            final String clOrdId,
            final String origClOrdId,
            final ExecType execType,
            final Trade trade,
            final String text) {
        sessions.say(new ExecutionReport(
                sessions.next(order.sessionId()),
                order.toState(clOrdId),
                origClOrdId,
                orders.nextExecId(),
                execType,
                OrdRejReason.NONE,
                trade,
                "",
                false,
                clock.wallNs(),
                Bounds.cutText(text)));
    }

    /** An order was refused. */
    void sayRejected(final int sessionId, final OrderState order, final OrdRejReason reason, final String text) {
        sessions.say(new ExecutionReport(
                sessions.next(sessionId),
                order,
                "",
                orders.nextExecId(),
                ExecType.REJECTED,
                reason,
                Trade.NONE,
                "",
                false,
                clock.wallNs(),
                Bounds.cutText(text)));
    }

    /** How an order stands; nothing happened to it. */
    void sayStatus(
            final int sessionId,
            final OrderState order,
            final OrdRejReason reason,
            final String ordStatusReqId,
            final String text) {
        sessions.say(new ExecutionReport(
                sessions.next(sessionId),
                order,
                "",
                0,
                ExecType.ORDER_STATUS,
                reason,
                Trade.NONE,
                ordStatusReqId,
                false,
                clock.wallNs(),
                text));
    }

    /** A cancel or replace of an order that is known could not be done. */
    void sayCancelReject(
            final Order order,
            final String clOrdId,
            final String origClOrdId,
            final boolean isReplace,
            final CxlRejReason reason,
            final String text) {
        say(order.sessionId(), order.orderId, clOrdId, origClOrdId, order.ordStatus(), isReplace, reason, text);
    }

    /** A cancel or replace named no order. */
    void sayUnknown(
            final int sessionId,
            final String clOrdId,
            final String origClOrdId,
            final boolean isReplace,
            final String text) {
        say(sessionId, 0, clOrdId, origClOrdId, OrdStatus.REJECTED, isReplace, CxlRejReason.UNKNOWN_ORDER, text);
    }

    private void say(
            final int sessionId,
            final long orderId,
            final String clOrdId,
            final String origClOrdId,
            final OrdStatus ordStatus,
            final boolean isReplace,
            final CxlRejReason reason,
            final String text) {
        sessions.say(new OrderCancelReject(
                sessions.next(sessionId),
                orderId,
                clOrdId,
                origClOrdId,
                ordStatus,
                isReplace ? CxlRejResponseTo.REPLACE : CxlRejResponseTo.CANCEL,
                reason,
                false,
                clock.wallNs(),
                Bounds.cutText(text)));
    }
}
