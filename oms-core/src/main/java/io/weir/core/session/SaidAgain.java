package io.weir.core.session;

import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.fix.ExecType;

/** Copies of application messages: under another number, or marked as perhaps seen before. */
final class SaidAgain {
    private SaidAgain() {}

    /**
     * Says whether a report means the same after the numbers have begun anew. A BusinessMessageReject does not: it speaks of
     * the client's message by its old number. Nor does an answer to a question for a status: it has no ExecID to be known by,
     * and said behind newer reports it would seem to take them back.
     */
    static boolean outlivesReset(final SessionEvent message) {
        return message instanceof OrderCancelReject
                || message instanceof ExecutionReport report && report.execType() != ExecType.ORDER_STATUS;
    }

    /** {@return a report with PossResend(97)=Y, the same ExecID and the same TransactTime} */
    static SessionEvent asPossResend(final SessionEvent message) {
        if (message instanceof ExecutionReport report) {
            return report.possResend() ? report : copy(report, report.session(), true);
        }
        if (message instanceof OrderCancelReject reject) {
            return reject.possResend() ? reject : copy(reject, reject.session(), true);
        }
        return message;
    }

    /** {@return a message with another header and otherwise unchanged} */
    static SessionEvent withHeader(final SessionEvent message, final SessionHeader header) {
        if (message instanceof ExecutionReport report) {
            return copy(report, header, report.possResend());
        }
        if (message instanceof OrderCancelReject reject) {
            return copy(reject, header, reject.possResend());
        }
        if (message instanceof BusinessMessageReject reject) {
            return new BusinessMessageReject(
                    header,
                    reject.refSeqNum(),
                    reject.refMsgType(),
                    reject.businessRejectRefId(),
                    reject.reason(),
                    reject.text());
        }
        throw new IllegalStateException(
                message.getClass().getSimpleName() + " is no application message, session " + header.sessionId());
    }

    private static ExecutionReport copy(
            final ExecutionReport report, final SessionHeader header, final boolean possResend) {
        return new ExecutionReport(
                header,
                report.order(),
                report.origClOrdId(),
                report.execId(),
                report.execType(),
                report.ordRejReason(),
                report.trade(),
                report.ordStatusReqId(),
                possResend,
                report.transactTimeNs(),
                report.text());
    }

    private static OrderCancelReject copy(
            final OrderCancelReject reject, final SessionHeader header, final boolean possResend) {
        return new OrderCancelReject(
                header,
                reject.orderId(),
                reject.clOrdId(),
                reject.origClOrdId(),
                reject.ordStatus(),
                reject.cxlRejResponseTo(),
                reject.cxlRejReason(),
                possResend,
                reject.transactTimeNs(),
                reject.text());
    }
}
