package io.weir.fix.fix44;

import io.weir.fix.FixVenueConfig;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import io.weir.venue.VenueConfig;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.NeverReceived;
import io.weir.venue.report.OpenOrderFound;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.report.VenueReport;
import io.weir.venue.request.VenueQuery;
import java.math.BigDecimal;
import java.util.Queue;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.Message;
import quickfix.field.MsgType;

/** Reads each message of the venue and puts what it says into reports, in order. On the agent's thread. */
final class MessageDesk {
    private static final Logger LOG = LoggerFactory.getLogger(MessageDesk.class);

    private static final Set<String> ABOUT_ORDERS = Set.of(
            MsgType.EXECUTION_REPORT,
            MsgType.ORDER_CANCEL_REJECT,
            MsgType.TRADE_CAPTURE_REPORT_REQUEST_ACK,
            MsgType.TRADE_CAPTURE_REPORT,
            MsgType.BUSINESS_MESSAGE_REJECT,
            MsgType.REJECT);

    private static final char STATUS = 'I';
    private static final int BUSINESS_OTHER = 0;
    private static final int BUSINESS_UNSUPPORTED_TYPE = 3;
    private static final int BUSINESS_NOT_AVAILABLE = 4;

    private final VenueConfig venue;
    private final FixVenueConfig config;
    private final SentRequests sent;
    private final Questions questions;
    private final MarketDataReader marketData;
    private final Queue<VenueReport> reports;
    private final Predicate<Questions.Question> tradeFetcher;
    private final LongSupplier nanoClock;
    private final ReportReader reader;
    private long unknownMessages;
    private boolean marketDataRefused;

    MessageDesk(
            final VenueConfig venue,
            final FixVenueConfig config,
            final SentRequests sent,
            final Questions questions,
            final MarketDataReader marketData,
            final Queue<VenueReport> reports,
            final Predicate<Questions.Question> tradeFetcher,
            final LongSupplier nanoClock) {
        this.venue = venue;
        this.config = config;
        this.sent = sent;
        this.questions = questions;
        this.marketData = marketData;
        this.reports = reports;
        this.tradeFetcher = tradeFetcher;
        this.nanoClock = nanoClock;
        this.reader = new ReportReader(venue.symbols());
    }

    /** The connection is gone. */
    void clear() {
        marketDataRefused = false;
    }

    boolean takeMarketDataRefused() {
        final boolean refused = marketDataRefused;
        marketDataRefused = false;
        return refused;
    }

    long unknownMessages() {
        return unknownMessages;
    }

    /**
     * Reads one message. One that makes no sense is counted and logged: what it may have told comes by asking.
     *
     * @param fix     the message.
     * @param mdReqId of the running market data subscription.
     * @return whether it is of the kind that tells about orders.
     */
    boolean onMessage(final Message fix, final String mdReqId) {
        String type = "";
        try {
            type = typeOf(fix);
            read(fix, type, mdReqId);
        } catch (final IllegalArgumentException e) {
            unknown(fix, e.getMessage());
        }
        if (questions.takeReconciled()) {
            reports.add(new Reconciled(true, ""));
        }
        return ABOUT_ORDERS.contains(type);
    }

    private void read(final Message fix, final String type, final String mdReqId) {
        switch (type) {
            case MsgType.EXECUTION_REPORT -> onExecutionReport(fix);
            case MsgType.ORDER_CANCEL_REJECT -> add(reader.cancelReject(fix));
            case MsgType.TRADE_CAPTURE_REPORT_REQUEST_ACK -> onTradesAck(fix);
            case MsgType.TRADE_CAPTURE_REPORT -> onTrade(fix);
            case MsgType.MARKET_DATA_SNAPSHOT_FULL_REFRESH -> {
                if (isOf(fix, mdReqId)) {
                    marketData.onSnapshot(fix, nanoClock.getAsLong());
                }
            }
            case MsgType.MARKET_DATA_INCREMENTAL_REFRESH -> {
                if (isOf(fix, mdReqId)) {
                    marketData.onChanges(fix, nanoClock.getAsLong());
                }
            }
            case MsgType.MARKET_DATA_REQUEST_REJECT -> {
                LOG.warn("venue={} market data refused: {}", venue.name(), FieldReader.optional(fix, Tags.TEXT));
                marketDataRefused = true;
            }
            case MsgType.BUSINESS_MESSAGE_REJECT -> onBusinessReject(fix);
            case MsgType.REJECT -> onReject(fix, true);
            case MsgType.SEQUENCE_RESET -> {
                // a gap fill says nothing; the resend around it does
            }
            default -> unknown(fix, "not known here");
        }
    }

    private static boolean isOf(final Message fix, final String mdReqId) {
        return !mdReqId.isEmpty() && mdReqId.equals(FieldReader.optional(fix, Tags.MD_REQ_ID));
    }

    private void onExecutionReport(final Message fix) {
        if (FieldReader.code(fix, Tags.EXEC_TYPE) == STATUS) {
            onStatus(fix);
            return;
        }
        if (!ReportReader.isKnown(fix)) {
            unknown(fix, "ExecType(150) " + FieldReader.optional(fix, Tags.EXEC_TYPE));
            return;
        }
        add(reader.execution(fix));
    }

    private void onStatus(final Message fix) {
        final String massId = FieldReader.optional(fix, Tags.MASS_STATUS_REQ_ID);
        if (!massId.isEmpty()) {
            onMassStatus(fix, massId);
            return;
        }
        final Questions.Question question = questions.takeStatus(FieldReader.optional(fix, Tags.ORD_STATUS_REQ_ID));
        if (question != null) {
            answer(question, reader.status(fix, question.query.venueClOrdId()));
        }
    }

    private void onMassStatus(final Message fix, final String massId) {
        if (!questions.isMassStatus(massId)) {
            return;
        }
        if (fix.isSetField(Tags.CL_ORD_ID)) {
            final String clOrdId = FieldReader.text(fix, Tags.CL_ORD_ID);
            final VenueQuery query = questions.reconciling(clOrdId);
            final QueryAnswered status = reader.status(fix, clOrdId);
            if (query == null) {
                reports.add(status);
                addUnasked(fix, status);
            } else {
                answer(new Questions.Question(query, true), status);
            }
        }
        if ("Y".equals(FieldReader.optional(fix, Tags.LAST_RPT_REQUESTED))) {
            questions.onMassStatusEnd();
        }
    }

    /** An open order that the reconciliation did not ask for: somebody may have to look at it. */
    private void addUnasked(final Message fix, final QueryAnswered status) {
        final Side side = Side.of(FieldReader.code(fix, Tags.SIDE));
        if (status.presence() != Presence.OPEN || side == null) {
            return;
        }
        final String venueSymbol = FieldReader.optional(fix, Tags.SYMBOL);
        final String symbol = venue.symbols().ours(venueSymbol);
        reports.add(new OpenOrderFound(
                status.venueClOrdId(),
                status.venueOrderId(),
                symbol == null ? venueSymbol : symbol,
                side,
                FieldReader.decimal(fix, Tags.ORDER_QTY),
                status.cumQty()));
    }

    /** Fills that we do not know of come before the answer that counts them. */
    private void answer(final Questions.Question question, final QueryAnswered status) {
        question.answer = status;
        final boolean missing = config.tradeCapture()
                && status.cumQty().isPresent()
                && compare(status.cumQty(), question.query.cumQty()) > 0;
        if (!missing) {
            reports.add(status);
        } else if (!tradeFetcher.test(question)) {
            reports.add(question.could("fills cannot be asked for now"));
        }
    }

    private static int compare(final Decimal a, final Decimal b) {
        return BigDecimal.valueOf(a.mantissa(), a.scale()).compareTo(BigDecimal.valueOf(b.mantissa(), b.scale()));
    }

    private void onTradesAck(final Message fix) {
        final String id = FieldReader.text(fix, Tags.TRADE_REQUEST_ID);
        if (FieldReader.number(fix, Tags.TRADE_REQUEST_RESULT, 0) != 0) {
            endTrades(id, FieldReader.optional(fix, Tags.TEXT));
        } else if (FieldReader.number(fix, Tags.TOT_NUM_TRADE_REPORTS, 1) == 0) {
            endTrades(id, "the venue shows no trade of it");
        }
    }

    private void endTrades(final String id, final String text) {
        final Questions.Question question = questions.takeTrades(id);
        if (question != null) {
            reports.add(question.could(text));
        }
    }

    private void onTrade(final Message fix) {
        final String id = FieldReader.optional(fix, Tags.TRADE_REQUEST_ID);
        final Questions.Question question = questions.trades(id);
        if (question == null) {
            return;
        }
        reports.add(reader.trade(fix, sideOf(fix), question.query.venueClOrdId()));
        if ("Y".equals(FieldReader.optional(fix, Tags.LAST_RPT_REQUESTED))) {
            reports.add(questions.takeTrades(id).answer);
        }
    }

    private static Group sideOf(final Message fix) {
        try {
            return fix.getGroup(1, Tags.NO_SIDES);
        } catch (final FieldNotFound e) {
            throw new IllegalArgumentException("NoSides(552) is missing", e);
        }
    }

    /** A message of ours that the venue never had. */
    void onNeverReceived(final Message fix) {
        reports.add(new NeverReceived(
                FieldReader.text(fix, Tags.CL_ORD_ID), "the venue asked for the message again and got a gap fill"));
    }

    /** Reasons 0 and 4 tell of the venue's own trouble and prove nothing; all others name a fault of the message. */
    private void onBusinessReject(final Message fix) {
        final int reason = FieldReader.number(fix, Tags.BUSINESS_REJECT_REASON, BUSINESS_OTHER);
        onReject(fix, reason != BUSINESS_OTHER && reason != BUSINESS_NOT_AVAILABLE);
    }

    /** Reject(3) is always definite: the message was not worked. */
    private void onReject(final Message fix, final boolean definite) {
        final SentRequests.Sent request = sent.find(FieldReader.number(fix, Tags.REF_SEQ_NUM, 0));
        final String text = FieldReader.optional(fix, Tags.TEXT);
        if (request == null) {
            unknown(fix, text);
            return;
        }
        switch (request.kind()) {
            case ORDER ->
                reports.add(
                        definite
                                ? new OrderRefused(request.id(), VenueRejectReason.REFUSED, text)
                                : new SendUnanswered(request.id(), text));
            case REPLACE ->
                reports.add(definite ? new ReplaceRefused(request.id(), text) : new SendUnanswered(request.id(), text));
            case CANCEL -> {
                if (definite) {
                    reports.add(new CancelRefused(request.id(), false, text));
                }
            }
            case STATUS -> {
                final Questions.Question question = questions.takeStatus(request.id());
                if (question != null) {
                    reports.add(question.could(text));
                }
            }
            case MASS_STATUS -> onMassStatusRefused(fix, request.id(), text);
            case TRADES -> endTrades(request.id(), text);
            case MARKET_DATA -> marketDataRefused = true;
        }
    }

    /** A venue that does not know the message at all is asked for each order alone. */
    private void onMassStatusRefused(final Message fix, final String id, final String text) {
        if (questions.isMassStatus(id)) {
            questions.endReconciliation();
            final boolean unsupported =
                    FieldReader.number(fix, Tags.BUSINESS_REJECT_REASON, BUSINESS_OTHER) == BUSINESS_UNSUPPORTED_TYPE;
            reports.add(new Reconciled(unsupported, text));
        }
    }

    private void add(final VenueReport report) {
        if (report != null) {
            reports.add(report);
        }
    }

    private void unknown(final Message fix, final String why) {
        unknownMessages++;
        LOG.warn("venue={} message of type {} is passed over: {}", venue.name(), typeOf(fix), why);
    }

    private static String typeOf(final Message fix) {
        try {
            return fix.getHeader().getString(MsgType.FIELD);
        } catch (final FieldNotFound e) {
            throw new IllegalArgumentException("MsgType(35) is missing", e);
        }
    }
}
