package io.weir.protocol.event;

import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdRejReason;

/**
 * Our ExecutionReport(8). Store, drop copy and clients all read this one event.
 *
 * @param session the session, its number, its connection.
 * @param order the order as it stands after the event.
 * @param origClOrdId OrigClOrdID(41) or "".
 * @param execId ExecID(17), a counter of the core, never reused; 0 for ORDER_STATUS.
 * @param execType ExecType(150).
 * @param ordRejReason OrdRejReason(103).
 * @param trade the execution, {@link Trade#NONE} unless execType is TRADE.
 * @param ordStatusReqId OrdStatusReqID(790) or "".
 * @param possResend PossResend(97) is Y: said before under another number.
 * @param transactTimeNs TransactTime(60), ns since 1970 UTC.
 * @param text Text(58) or "".
 */
public record ExecutionReport(
        SessionHeader session,
        OrderState order,
        String origClOrdId,
        long execId,
        ExecType execType,
        OrdRejReason ordRejReason,
        Trade trade,
        String ordStatusReqId,
        boolean possResend,
        long transactTimeNs,
        String text)
        implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onExecutionReport(this);
    }
}
