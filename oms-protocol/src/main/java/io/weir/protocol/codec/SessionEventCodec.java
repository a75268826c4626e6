package io.weir.protocol.codec;

import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.Probe;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.fix.BusinessRejectReason;
import io.weir.protocol.fix.SessionRejectReason;
import io.weir.protocol.sbe.BusinessMessageRejectDecoder;
import io.weir.protocol.sbe.BusinessMessageRejectEncoder;
import io.weir.protocol.sbe.ClosedDecoder;
import io.weir.protocol.sbe.ClosedEncoder;
import io.weir.protocol.sbe.HeartbeatSentDecoder;
import io.weir.protocol.sbe.HeartbeatSentEncoder;
import io.weir.protocol.sbe.LogonSentDecoder;
import io.weir.protocol.sbe.LogonSentEncoder;
import io.weir.protocol.sbe.LogoutSentDecoder;
import io.weir.protocol.sbe.LogoutSentEncoder;
import io.weir.protocol.sbe.ProbeDecoder;
import io.weir.protocol.sbe.ProbeEncoder;
import io.weir.protocol.sbe.RejectSentDecoder;
import io.weir.protocol.sbe.RejectSentEncoder;
import io.weir.protocol.sbe.ResendDecoder;
import io.weir.protocol.sbe.ResendEncoder;
import io.weir.protocol.sbe.ResendRequestSentDecoder;
import io.weir.protocol.sbe.ResendRequestSentEncoder;
import io.weir.protocol.sbe.TestRequestSentDecoder;
import io.weir.protocol.sbe.TestRequestSentEncoder;

/** Events of FIX sessions and connections; reports about orders are in {@link ReportEventCodec}. */
final class SessionEventCodec {
    private final LogonSentEncoder logonSentEncoder = new LogonSentEncoder();
    private final LogonSentDecoder logonSentDecoder = new LogonSentDecoder();
    private final LogoutSentEncoder logoutSentEncoder = new LogoutSentEncoder();
    private final LogoutSentDecoder logoutSentDecoder = new LogoutSentDecoder();
    private final HeartbeatSentEncoder heartbeatSentEncoder = new HeartbeatSentEncoder();
    private final HeartbeatSentDecoder heartbeatSentDecoder = new HeartbeatSentDecoder();
    private final TestRequestSentEncoder testRequestSentEncoder = new TestRequestSentEncoder();
    private final TestRequestSentDecoder testRequestSentDecoder = new TestRequestSentDecoder();
    private final ResendRequestSentEncoder resendRequestSentEncoder = new ResendRequestSentEncoder();
    private final ResendRequestSentDecoder resendRequestSentDecoder = new ResendRequestSentDecoder();
    private final RejectSentEncoder rejectSentEncoder = new RejectSentEncoder();
    private final RejectSentDecoder rejectSentDecoder = new RejectSentDecoder();
    private final BusinessMessageRejectEncoder businessMessageRejectEncoder = new BusinessMessageRejectEncoder();
    private final BusinessMessageRejectDecoder businessMessageRejectDecoder = new BusinessMessageRejectDecoder();
    private final ResendEncoder resendEncoder = new ResendEncoder();
    private final ResendDecoder resendDecoder = new ResendDecoder();
    private final ClosedEncoder closedEncoder = new ClosedEncoder();
    private final ClosedDecoder closedDecoder = new ClosedDecoder();
    private final ProbeEncoder probeEncoder = new ProbeEncoder();
    private final ProbeDecoder probeDecoder = new ProbeDecoder();

    void encode(final MessageTarget out, final LogonSent event) {
        final LogonSentEncoder to =
                logonSentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        to.heartBtIntS(event.heartBtIntS()); // HeartBtInt(108)
        to.resetSeqNum(Fields.flag(event.resetSeqNum())); // ResetSeqNumFlag(141)
        to.nextExpectedMsgSeqNum(event.nextExpectedMsgSeqNum()); // NextExpectedMsgSeqNum(789)
        out.limit(to.limit());
        out.name("compId", event.compId()); // TargetCompID(56)
    }

    LogonSent decodeLogonSent(final MessageSource in) {
        final LogonSentDecoder from = logonSentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new LogonSent(
                Fields.sessionHeader(from.session()),
                in.name(), // TargetCompID(56)
                from.heartBtIntS(), // HeartBtInt(108)
                Fields.flag(from.resetSeqNum()), // ResetSeqNumFlag(141)
                from.nextExpectedMsgSeqNum()); // NextExpectedMsgSeqNum(789)
    }

    void encode(final MessageTarget out, final LogoutSent event) {
        final LogoutSentEncoder to =
                logoutSentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        out.limit(to.limit());
        out.text("text", event.text()); // Text(58)
    }

    LogoutSent decodeLogoutSent(final MessageSource in) {
        final LogoutSentDecoder from = logoutSentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new LogoutSent(Fields.sessionHeader(from.session()), in.text()); // Text(58)
    }

    void encode(final MessageTarget out, final HeartbeatSent event) {
        final HeartbeatSentEncoder to =
                heartbeatSentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        out.limit(to.limit());
        out.id("testReqId", event.testReqId()); // TestReqID(112)
    }

    HeartbeatSent decodeHeartbeatSent(final MessageSource in) {
        final HeartbeatSentDecoder from =
                heartbeatSentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new HeartbeatSent(Fields.sessionHeader(from.session()), in.text()); // TestReqID(112)
    }

    void encode(final MessageTarget out, final TestRequestSent event) {
        final TestRequestSentEncoder to =
                testRequestSentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        out.limit(to.limit());
        out.id("testReqId", event.testReqId()); // TestReqID(112)
    }

    TestRequestSent decodeTestRequestSent(final MessageSource in) {
        final TestRequestSentDecoder from =
                testRequestSentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new TestRequestSent(Fields.sessionHeader(from.session()), in.text()); // TestReqID(112)
    }

    void encode(final MessageTarget out, final ResendRequestSent event) {
        final ResendRequestSentEncoder to =
                resendRequestSentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        to.beginSeqNo(event.beginSeqNo()); // BeginSeqNo(7)
        to.endSeqNo(event.endSeqNo()); // EndSeqNo(16)
        out.limit(to.limit());
    }

    ResendRequestSent decodeResendRequestSent(final MessageSource in) {
        final ResendRequestSentDecoder from =
                resendRequestSentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new ResendRequestSent(
                Fields.sessionHeader(from.session()),
                from.beginSeqNo(), // BeginSeqNo(7)
                from.endSeqNo()); // EndSeqNo(16)
    }

    void encode(final MessageTarget out, final RejectSent event) {
        final RejectSentEncoder to =
                rejectSentEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        to.refSeqNum(event.refSeqNum()); // RefSeqNum(45)
        to.refTagId(event.refTagId()); // RefTagID(371)
        to.reason((short) event.reason().code()); // SessionRejectReason(373)
        out.limit(to.limit());
        out.name("refMsgType", event.refMsgType()); // RefMsgType(372)
        out.text("text", event.text()); // Text(58)
    }

    RejectSent decodeRejectSent(final MessageSource in) {
        final RejectSentDecoder from = rejectSentDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new RejectSent(
                Fields.sessionHeader(from.session()),
                from.refSeqNum(), // RefSeqNum(45)
                from.refTagId(), // RefTagID(371)
                in.name(), // RefMsgType(372)
                SessionRejectReason.of(from.reason()), // SessionRejectReason(373)
                in.text()); // Text(58)
    }

    void encode(final MessageTarget out, final BusinessMessageReject event) {
        final BusinessMessageRejectEncoder to =
                businessMessageRejectEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        to.refSeqNum(event.refSeqNum()); // RefSeqNum(45)
        to.reason((short) event.reason().code()); // BusinessRejectReason(380)
        out.limit(to.limit());
        out.name("refMsgType", event.refMsgType()); // RefMsgType(372)
        out.id("businessRejectRefId", event.businessRejectRefId()); // BusinessRejectRefID(379)
        out.text("text", event.text()); // Text(58)
    }

    BusinessMessageReject decodeBusinessMessageReject(final MessageSource in) {
        final BusinessMessageRejectDecoder from =
                businessMessageRejectDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new BusinessMessageReject(
                Fields.sessionHeader(from.session()),
                from.refSeqNum(), // RefSeqNum(45)
                in.name(), // RefMsgType(372)
                in.text(), // BusinessRejectRefID(379)
                BusinessRejectReason.of(from.reason()), // BusinessRejectReason(380)
                in.text()); // Text(58)
    }

    void encode(final MessageTarget out, final Resend event) {
        final ResendEncoder to = resendEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.sessionHeader(to.session(), event.session());
        to.resendId(event.resendId());
        to.fromSeqNo(event.fromSeqNo());
        to.toSeqNo(event.toSeqNo());
        to.startPosition(event.startPosition());
        out.limit(to.limit());
    }

    Resend decodeResend(final MessageSource in) {
        final ResendDecoder from = resendDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new Resend(
                Fields.sessionHeader(from.session()),
                from.resendId(),
                from.fromSeqNo(),
                from.toSeqNo(),
                from.startPosition());
    }

    void encode(final MessageTarget out, final Closed event) {
        final ClosedEncoder to = closedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.connectionId(event.connectionId());
        to.sessionId(event.sessionId());
        to.afterFlush(Fields.flag(event.afterFlush()));
        out.limit(to.limit());
        out.text("text", event.text());
    }

    Closed decodeClosed(final MessageSource in) {
        final ClosedDecoder from = closedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new Closed(from.connectionId(), from.sessionId(), Fields.flag(from.afterFlush()), in.text());
    }

    void encode(final MessageTarget out, final Probe event) {
        final ProbeEncoder to = probeEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        to.connectionId(event.connectionId());
        out.limit(to.limit());
    }

    Probe decodeProbe(final MessageSource in) {
        final ProbeDecoder from = probeDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new Probe(from.connectionId());
    }
}
