package io.weir.acceptor.report;

import io.weir.acceptor.codec.builder.BusinessMessageRejectEncoder;
import io.weir.acceptor.codec.builder.ExecutionReportEncoder;
import io.weir.acceptor.codec.builder.HeaderEncoder;
import io.weir.acceptor.codec.builder.HeartbeatEncoder;
import io.weir.acceptor.codec.builder.LogonEncoder;
import io.weir.acceptor.codec.builder.LogoutEncoder;
import io.weir.acceptor.codec.builder.OrderCancelRejectEncoder;
import io.weir.acceptor.codec.builder.RejectEncoder;
import io.weir.acceptor.codec.builder.ResendRequestEncoder;
import io.weir.acceptor.codec.builder.SequenceResetEncoder;
import io.weir.acceptor.codec.builder.TestRequestEncoder;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.event.Trade;
import java.nio.charset.StandardCharsets;
import uk.co.real_logic.artio.builder.Encoder;

/**
 * Writes the core's events as FIX 4.4, with the codecs generated from {@code FIX44-reports.xml}: one line a field, in FIX's
 * order. What is not written is told by {@link #outcome}. For one thread; allocates nothing.
 */
public final class FixReportWriter implements EventHandler {
    /** What became of an event. */
    public enum Outcome {
        /** It stands in the buffer. */
        WRITTEN,
        /** It is administrative and not said again: a gap fill has to stand for its number. */
        TO_BE_FILLED,
        /** It is no message but the order to write some again; {@link #resend} has it. */
        RESEND
    }

    private static final byte[] NO_ORDER = "NONE".getBytes(StandardCharsets.US_ASCII);
    private static final long NOTHING_TO_FILL = Long.MAX_VALUE;
    private static final char COMM_TYPE_ABSOLUTE = '3';

    private final byte[] compId;
    private final LogonEncoder logon = new LogonEncoder();
    private final LogoutEncoder logout = new LogoutEncoder();
    private final HeartbeatEncoder heartbeat = new HeartbeatEncoder();
    private final TestRequestEncoder testRequest = new TestRequestEncoder();
    private final ResendRequestEncoder resendRequest = new ResendRequestEncoder();
    private final SequenceResetEncoder sequenceReset = new SequenceResetEncoder();
    private final RejectEncoder reject = new RejectEncoder();
    private final BusinessMessageRejectEncoder businessReject = new BusinessMessageRejectEncoder();
    private final ExecutionReportEncoder report = new ExecutionReportEncoder();
    private final OrderCancelRejectEncoder cancelReject = new OrderCancelRejectEncoder();
    private final UtcTimestampText sendingTime = new UtcTimestampText();
    private final UtcTimestampText origSendingTime = new UtcTimestampText();
    private final UtcTimestampText transactTime = new UtcTimestampText();
    private final NumberText orderId = new NumberText();
    private final NumberText execId = new NumberText();
    private final AvgPx avgPx = new AvgPx();
    private final CodecDecimal decimal = new CodecDecimal();
    private OutBuffer out;
    private byte[] clientCompId;
    private WriteMode mode = WriteMode.LIVE;
    private long nowNs;
    private long eventNs;
    private long fillFrom = NOTHING_TO_FILL;
    private Outcome outcome = Outcome.WRITTEN;
    private Resend resend;

    /**
     * Makes a writer for all sessions of one acceptor.
     *
     * @param compId our SenderCompID(49).
     */
    public FixReportWriter(final String compId) {
        this.compId = compId.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Names where and how the next event is written.
     *
     * @param to       with room.
     * @param targetId the client's comp id, ASCII; kept, not copied.
     * @param how      live, late or again.
     * @param timeNs   newest cluster time, ns since 1970 UTC: SendingTime of what is not written live.
     * @return itself, to be handed to a reader of events.
     */
    public FixReportWriter to(final OutBuffer to, final byte[] targetId, final WriteMode how, final long timeNs) {
        out = to;
        clientCompId = targetId;
        mode = how;
        nowNs = timeNs;
        fillFrom = NOTHING_TO_FILL;
        return this;
    }

    /**
     * Has a gap fill written before the next application message.
     *
     * @param seqNum the first number that nothing stands for yet; nothing is written if it is the message's own.
     * @return itself.
     */
    public FixReportWriter fillFrom(final long seqNum) {
        fillFrom = seqNum;
        return this;
    }

    /** {@return what became of the last event} */
    public Outcome outcome() {
        return outcome;
    }

    /** {@return the event of {@link Outcome#RESEND}} */
    public Resend resend() {
        return resend;
    }

    /**
     * Writes a SequenceReset-GapFill where {@link #to} has said, at the time said there.
     *
     * @param from     MsgSeqNum(34): the first number that it stands for.
     * @param newSeqNo NewSeqNo(36): the number behind the last.
     */
    public void gapFill(final long from, final long newSeqNo) {
        sequenceReset.resetMessage();
        header(sequenceReset.header(), from, true, nowNs, nowNs);
        sequenceReset
                .gapFillFlag(true) // GapFillFlag(123)
                .newSeqNo((int) newSeqNo); // NewSeqNo(36)
        out.write(sequenceReset);
    }

    @Override
    public boolean onEvent(final EventHeader header) {
        eventNs = header.timeNs();
        return true;
    }

    @Override
    public void onResend(final Resend event) {
        resend = event;
        outcome = Outcome.RESEND;
    }

    @Override
    public void onLogonSent(final LogonSent event) {
        if (isSaidAgain()) {
            return;
        }
        logon.resetMessage();
        sessionHeader(logon.header(), event.session());
        logon.encryptMethod(0) // EncryptMethod(98)
                .heartBtInt(event.heartBtIntS()); // HeartBtInt(108)
        if (event.resetSeqNum()) {
            logon.resetSeqNumFlag(true); // ResetSeqNumFlag(141)
        }
        if (event.nextExpectedMsgSeqNum() > 0) {
            logon.nextExpectedMsgSeqNum((int) event.nextExpectedMsgSeqNum()); // NextExpectedMsgSeqNum(789)
        }
        write(logon);
    }

    @Override
    public void onLogoutSent(final LogoutSent event) {
        if (isSaidAgain()) {
            return;
        }
        logout.resetMessage();
        sessionHeader(logout.header(), event.session());
        logout.text(Texts.printable(event.text())); // Text(58)
        write(logout);
    }

    @Override
    public void onHeartbeatSent(final HeartbeatSent event) {
        if (isNotLive()) {
            return;
        }
        heartbeat.resetMessage();
        sessionHeader(heartbeat.header(), event.session());
        heartbeat.testReqID(event.testReqId()); // TestReqID(112)
        write(heartbeat);
    }

    @Override
    public void onTestRequestSent(final TestRequestSent event) {
        if (isNotLive()) {
            return;
        }
        testRequest.resetMessage();
        sessionHeader(testRequest.header(), event.session());
        testRequest.testReqID(event.testReqId()); // TestReqID(112)
        write(testRequest);
    }

    @Override
    public void onResendRequestSent(final ResendRequestSent event) {
        if (isNotLive()) {
            return;
        }
        resendRequest.resetMessage();
        sessionHeader(resendRequest.header(), event.session());
        resendRequest
                .beginSeqNo((int) event.beginSeqNo()) // BeginSeqNo(7)
                .endSeqNo((int) event.endSeqNo()); // EndSeqNo(16)
        write(resendRequest);
    }

    @Override
    public void onRejectSent(final RejectSent event) {
        if (isNotLive()) {
            return;
        }
        reject.resetMessage();
        sessionHeader(reject.header(), event.session());
        reject.refSeqNum((int) event.refSeqNum()); // RefSeqNum(45)
        if (event.refTagId() != 0) {
            reject.refTagID(event.refTagId()); // RefTagID(371)
        }
        reject.refMsgType(event.refMsgType()) // RefMsgType(372)
                .sessionRejectReason(event.reason().code()) // SessionRejectReason(373)
                .text(Texts.printable(event.text())); // Text(58)
        write(reject);
    }

    @Override
    public void onBusinessMessageReject(final BusinessMessageReject event) {
        businessReject.resetMessage();
        applicationHeader(businessReject.header(), event.session(), false);
        businessReject
                .refSeqNum((int) event.refSeqNum()) // RefSeqNum(45)
                .refMsgType(event.refMsgType()) // RefMsgType(372)
                .businessRejectRefID(event.businessRejectRefId()) // BusinessRejectRefID(379)
                .businessRejectReason(event.reason().code()) // BusinessRejectReason(380)
                .text(Texts.printable(event.text())); // Text(58)
        write(businessReject);
    }

    @Override
    public void onExecutionReport(final ExecutionReport event) {
        final OrderState order = event.order();
        report.resetMessage();
        applicationHeader(report.header(), event.session(), event.possResend());
        orderIds(event, order);
        report.execType(event.execType().code()) // ExecType(150)
                .ordStatus(order.ordStatus().code()); // OrdStatus(39)
        if (event.ordRejReason().code() >= 0) {
            report.ordRejReason(event.ordRejReason().code()); // OrdRejReason(103)
        }
        terms(order);
        if (event.trade().isPresent()) {
            trade(event.trade(), order);
        }
        avgPx.divide(order.cumNotional(), order.cumQty(), order.priceScale());
        report.leavesQty(decimal.of(order.leavesQty(), order.qtyScale()).mantissa(), decimal.scale()) // LeavesQty(151)
                .cumQty(decimal.of(order.cumQty(), order.qtyScale()).mantissa(), decimal.scale()) // CumQty(14)
                .avgPx(decimal.of(avgPx.mantissa(), avgPx.scale()).mantissa(), decimal.scale()) // AvgPx(6)
                .transactTime(transactTime.of(event.transactTimeNs())) // TransactTime(60)
                .text(Texts.printable(event.text())); // Text(58)
        write(report);
    }

    @Override
    public void onOrderCancelReject(final OrderCancelReject event) {
        cancelReject.resetMessage();
        applicationHeader(cancelReject.header(), event.session(), event.possResend());
        if (event.orderId() == 0) {
            cancelReject.orderID(NO_ORDER); // OrderID(37)
        } else {
            orderId.of(event.orderId());
            cancelReject.orderID(orderId.bytes(), orderId.offset(), orderId.length()); // OrderID(37)
        }
        cancelReject
                .clOrdID(event.clOrdId()) // ClOrdID(11)
                .origClOrdID(event.origClOrdId()) // OrigClOrdID(41)
                .ordStatus(event.ordStatus().code()) // OrdStatus(39)
                .transactTime(transactTime.of(event.transactTimeNs())) // TransactTime(60)
                .cxlRejResponseTo(event.cxlRejResponseTo().code()) // CxlRejResponseTo(434)
                .cxlRejReason(event.cxlRejReason().code()) // CxlRejReason(102)
                .text(Texts.printable(event.text())); // Text(58)
        write(cancelReject);
    }

    private void orderIds(final ExecutionReport event, final OrderState order) {
        if (order.orderId() == 0) {
            report.orderID(NO_ORDER); // OrderID(37)
        } else {
            orderId.of(order.orderId());
            report.orderID(orderId.bytes(), orderId.offset(), orderId.length()); // OrderID(37)
        }
        execId.of(event.execId());
        report.clOrdID(order.clOrdId()) // ClOrdID(11)
                .origClOrdID(event.origClOrdId()) // OrigClOrdID(41)
                .ordStatusReqID(event.ordStatusReqId()) // OrdStatusReqID(790)
                .execID(execId.bytes(), execId.offset(), execId.length()); // ExecID(17)
    }

    /** Terms that a refused request has in a form that is not worked are left out. */
    private void terms(final OrderState order) {
        report.account(order.account()) // Account(1)
                .symbol(order.symbol()) // Symbol(55)
                .side(order.side().code()); // Side(54)
        if (order.orderQty() != 0) {
            report.orderQty(decimal.of(order.orderQty(), order.qtyScale()).mantissa(), decimal.scale()); // OrderQty(38)
        }
        if (order.ordType().code() != 0) {
            report.ordType(order.ordType().code()); // OrdType(40)
        }
        if (order.price() != OrderState.NO_PRICE) {
            report.price(decimal.of(order.price(), order.priceScale()).mantissa(), decimal.scale()); // Price(44)
        }
        if (order.timeInForce().code() != 0) {
            report.timeInForce(order.timeInForce().code()); // TimeInForce(59)
        }
    }

    private void trade(final Trade trade, final OrderState order) {
        report.lastQty(decimal.of(trade.lastQty(), order.qtyScale()).mantissa(), decimal.scale()) // LastQty(32)
                .lastPx(decimal.of(trade.lastPx(), order.priceScale()).mantissa(), decimal.scale()) // LastPx(31)
                .lastMkt(trade.lastMkt()); // LastMkt(30)
        if (!trade.commCurrency().isEmpty()) {
            report.commission(
                            decimal.of(trade.commission(), trade.commissionScale())
                                    .mantissa(),
                            decimal.scale()) // Commission(12)
                    .commType(COMM_TYPE_ABSOLUTE) // CommType(13)
                    .commCurrency(trade.commCurrency()); // CommCurrency(479)
        }
    }

    /** Header of what begins or ends the session: never a possible duplicate. */
    private void sessionHeader(final HeaderEncoder header, final SessionHeader session) {
        header(header, session.msgSeqNum(), false, mode == WriteMode.LIVE ? eventNs : nowNs, eventNs);
    }

    private void applicationHeader(final HeaderEncoder header, final SessionHeader session, final boolean possResend) {
        final boolean again = mode != WriteMode.LIVE;
        if (fillFrom < session.msgSeqNum()) {
            gapFill(fillFrom, session.msgSeqNum());
        }
        header(header, session.msgSeqNum(), again, again ? nowNs : eventNs, eventNs);
        if (possResend) {
            header.possResend(true); // PossResend(97)
        }
    }

    private void header(
            final HeaderEncoder header,
            final long msgSeqNum,
            final boolean possDup,
            final long sendingNs,
            final long origSendingNs) {
        header.resetPossDupFlag();
        header.resetPossResend();
        header.resetOrigSendingTime();
        header.senderCompID(compId) // SenderCompID(49)
                .targetCompID(clientCompId) // TargetCompID(56)
                .msgSeqNum((int) msgSeqNum) // MsgSeqNum(34)
                .sendingTime(sendingTime.of(sendingNs)); // SendingTime(52)
        if (possDup) {
            header.possDupFlag(true) // PossDupFlag(43)
                    .origSendingTime(origSendingTime.of(origSendingNs)); // OrigSendingTime(122)
        }
    }

    private boolean isSaidAgain() {
        return isFilled(mode == WriteMode.AGAIN);
    }

    private boolean isNotLive() {
        return isFilled(mode != WriteMode.LIVE);
    }

    private boolean isFilled(final boolean filled) {
        if (filled) {
            outcome = Outcome.TO_BE_FILLED;
        }
        return filled;
    }

    private void write(final Encoder message) {
        out.write(message);
        outcome = Outcome.WRITTEN;
    }
}
