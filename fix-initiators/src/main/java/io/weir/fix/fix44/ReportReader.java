package io.weir.fix.fix44;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.venue.VenueSymbols;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.OrderReplaced;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.report.VenueReport;
import quickfix.FieldMap;
import quickfix.Message;

/** ExecutionReport(8), OrderCancelReject(9) and TradeCaptureReport(AE) as our reports. For one thread; pure but for its symbol map. */
final class ReportReader {
    private static final int ORD_REJ_UNKNOWN_ORDER = 5;
    private static final int ORD_REJ_DUPLICATE = 6;
    private static final int CXL_REJ_UNKNOWN_ORDER = 1;
    private static final int CXL_REJ_DUPLICATE = 6;
    private static final char RESPONSE_TO_REPLACE = '2';
    private static final char COMM_ABSOLUTE = '3';
    private static final int NO_REASON = -1;

    private final VenueSymbols symbols;
    private final UtcTimes times = new UtcTimes();

    ReportReader(final VenueSymbols symbols) {
        this.symbols = symbols;
    }

    /**
     * An ExecutionReport that is no answer to a question.
     *
     * @param fix the message.
     * @return our report; null for a state that only says that something is under way, or that is not known here.
     */
    VenueReport execution(final Message fix) {
        final String clOrdId = FieldReader.text(fix, Tags.CL_ORD_ID);
        switch (FieldReader.code(fix, Tags.EXEC_TYPE)) {
            case '0':
                return new OrderAccepted(clOrdId, FieldReader.optional(fix, Tags.ORDER_ID));
            case '8':
                return refused(clOrdId, fix);
            case 'F':
            case '1':
            case '2':
                return fill(clOrdId, fix, fix, FieldReader.decimal(fix, Tags.CUM_QTY));
            case '4':
                return closed(fix, VenueClosedAs.CANCELED);
            case '3':
            case 'C':
                return closed(fix, VenueClosedAs.EXPIRED);
            case '5':
                return new OrderReplaced(clOrdId, FieldReader.optional(fix, Tags.ORDER_ID));
            default:
                return null;
        }
    }

    /** {@return whether {@link #execution} knows the ExecType(150), or knows that it says nothing that we need} */
    static boolean isKnown(final Message fix) {
        return "0123458ACEF6".indexOf(FieldReader.code(fix, Tags.EXEC_TYPE)) >= 0;
    }

    /** A duplicate id is no refusal: it says that the venue has had the order before. */
    private static VenueReport refused(final String clOrdId, final Message fix) {
        final String text = FieldReader.optional(fix, Tags.TEXT);
        return FieldReader.number(fix, Tags.ORD_REJ_REASON, NO_REASON) == ORD_REJ_DUPLICATE
                ? new SendUnanswered(clOrdId, "duplicate order: " + text)
                : new OrderRefused(clOrdId, VenueRejectReason.REFUSED, text);
    }

    private static VenueReport closed(final Message fix, final VenueClosedAs closedAs) {
        final String orig = FieldReader.optional(fix, Tags.ORIG_CL_ORD_ID);
        return new OrderClosed(
                orig.isEmpty() ? FieldReader.text(fix, Tags.CL_ORD_ID) : orig,
                closedAs,
                FieldReader.decimal(fix, Tags.CUM_QTY),
                FieldReader.optional(fix, Tags.TEXT));
    }

    private Fill fill(final String clOrdId, final Message fix, final FieldMap side, final Decimal cumQty) {
        final String theirs = FieldReader.text(fix, Tags.SYMBOL);
        final String ours = symbols.ours(theirs);
        final Decimal commission = commission(side);
        return new Fill(
                clOrdId,
                FieldReader.text(fix, Tags.EXEC_ID),
                ours == null ? theirs : ours,
                FieldReader.side(side),
                FieldReader.neededDecimal(fix, Tags.LAST_QTY),
                FieldReader.neededDecimal(fix, Tags.LAST_PX),
                cumQty,
                commission,
                commission.mantissa() == 0 ? "" : FieldReader.optional(side, Tags.COMM_CURRENCY),
                // 0 if it is not there or ill-formed: no trade is dropped for its time
                times.parseNs(FieldReader.optional(fix, Tags.TRANSACT_TIME)));
    }

    /** Commission(12) where it is an absolute amount (CommType(13) 3, or none given); a rebate counts as nothing. */
    private static Decimal commission(final FieldMap side) {
        final char type = FieldReader.code(side, Tags.COMM_TYPE);
        final Decimal commission = FieldReader.decimal(side, Tags.COMMISSION);
        final boolean absolute = type == 0 || type == COMM_ABSOLUTE;
        return absolute && commission.isPresent() && commission.mantissa() > 0 ? commission : Decimal.ZERO;
    }

    /**
     * One trade that was asked for.
     *
     * @param fix     TradeCaptureReport(AE).
     * @param side    its NoSides(552) group of ours.
     * @param clOrdId ClOrdID of the order that was asked for.
     * @return the fill, with the ExecID that it had live.
     */
    Fill trade(final Message fix, final FieldMap side, final String clOrdId) {
        return fill(clOrdId, fix, side, Decimal.ABSENT);
    }

    /** OrderCancelReject(9) as our report; null if it only says that a cancel of the same id is worked already. */
    VenueReport cancelReject(final Message fix) {
        final String text = FieldReader.optional(fix, Tags.TEXT);
        final int reason = FieldReader.number(fix, Tags.CXL_REJ_REASON, NO_REASON);
        if (FieldReader.code(fix, Tags.CXL_REJ_RESPONSE_TO) == RESPONSE_TO_REPLACE) {
            final String clOrdId = FieldReader.text(fix, Tags.CL_ORD_ID);
            return reason == CXL_REJ_DUPLICATE
                    ? new SendUnanswered(clOrdId, "duplicate replace: " + text)
                    : new ReplaceRefused(clOrdId, text);
        }
        return reason == CXL_REJ_DUPLICATE
                ? null
                : new CancelRefused(FieldReader.text(fix, Tags.ORIG_CL_ORD_ID), reason == CXL_REJ_UNKNOWN_ORDER, text);
    }

    /**
     * An ExecutionReport that answers a question for an order.
     *
     * @param fix     the message.
     * @param clOrdId that was asked for.
     * @return the answer.
     */
    QueryAnswered status(final Message fix, final String clOrdId) {
        final Presence presence = presence(fix);
        final boolean known = presence != Presence.ABSENT && presence != Presence.COULD_NOT_ASK;
        return new QueryAnswered(
                clOrdId,
                presence,
                known ? FieldReader.optional(fix, Tags.ORDER_ID) : "",
                known ? FieldReader.decimal(fix, Tags.CUM_QTY) : Decimal.ABSENT,
                FieldReader.optional(fix, Tags.TEXT));
    }

    private static Presence presence(final Message fix) {
        switch (FieldReader.code(fix, Tags.ORD_STATUS)) {
            case '0':
            case '1':
            case '6':
            case '9':
                return Presence.OPEN;
            case '2':
                return Presence.FILLED;
            case '4':
                return Presence.CANCELED;
            case '3':
            case 'C':
                return Presence.EXPIRED;
            case '8':
                return FieldReader.number(fix, Tags.ORD_REJ_REASON, NO_REASON) == ORD_REJ_UNKNOWN_ORDER
                        ? Presence.ABSENT
                        : Presence.REFUSED;
            default:
                // Pending New, Pending Replace, Suspended and what we do not know decide nothing yet.
                return Presence.COULD_NOT_ASK;
        }
    }
}
