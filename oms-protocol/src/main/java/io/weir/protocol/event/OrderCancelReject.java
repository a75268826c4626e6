package io.weir.protocol.event;

import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.CxlRejResponseTo;
import io.weir.protocol.fix.OrdStatus;

/**
 * Our OrderCancelReject(9).
 *
 * @param session the session, its number, its connection.
 * @param orderId OrderID(37), 0 for "NONE".
 * @param clOrdId ClOrdID(11) of the request.
 * @param origClOrdId OrigClOrdID(41).
 * @param ordStatus OrdStatus(39).
 * @param cxlRejResponseTo CxlRejResponseTo(434).
 * @param cxlRejReason CxlRejReason(102).
 * @param possResend PossResend(97) is Y.
 * @param transactTimeNs TransactTime(60), ns since 1970 UTC.
 * @param text Text(58) or "".
 */
public record OrderCancelReject(
        SessionHeader session,
        long orderId,
        String clOrdId,
        String origClOrdId,
        OrdStatus ordStatus,
        CxlRejResponseTo cxlRejResponseTo,
        CxlRejReason cxlRejReason,
        boolean possResend,
        long transactTimeNs,
        String text)
        implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onOrderCancelReject(this);
    }
}
