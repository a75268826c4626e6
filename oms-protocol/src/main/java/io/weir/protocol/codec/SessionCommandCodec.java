package io.weir.protocol.codec;

import io.weir.protocol.command.HeartbeatReceived;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.RejectReceived;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.SequenceResetReceived;
import io.weir.protocol.command.TestRequestReceived;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.sbe.HeartbeatReceivedDecoder;
import io.weir.protocol.sbe.HeartbeatReceivedEncoder;
import io.weir.protocol.sbe.InvalidReceivedDecoder;
import io.weir.protocol.sbe.InvalidReceivedEncoder;
import io.weir.protocol.sbe.LogonReceivedDecoder;
import io.weir.protocol.sbe.LogonReceivedEncoder;
import io.weir.protocol.sbe.LogoutReceivedDecoder;
import io.weir.protocol.sbe.LogoutReceivedEncoder;
import io.weir.protocol.sbe.RejectReceivedDecoder;
import io.weir.protocol.sbe.RejectReceivedEncoder;
import io.weir.protocol.sbe.ResendRequestReceivedDecoder;
import io.weir.protocol.sbe.ResendRequestReceivedEncoder;
import io.weir.protocol.sbe.SequenceResetReceivedDecoder;
import io.weir.protocol.sbe.SequenceResetReceivedEncoder;
import io.weir.protocol.sbe.TestRequestReceivedDecoder;
import io.weir.protocol.sbe.TestRequestReceivedEncoder;

/** Messages of FIX clients that are about their session. */
final class SessionCommandCodec {
    private final LogonReceivedEncoder logonReceivedEncoder = new LogonReceivedEncoder();
    private final LogonReceivedDecoder logonReceivedDecoder = new LogonReceivedDecoder();
    private final LogoutReceivedEncoder logoutReceivedEncoder = new LogoutReceivedEncoder();
    private final LogoutReceivedDecoder logoutReceivedDecoder = new LogoutReceivedDecoder();
    private final HeartbeatReceivedEncoder heartbeatReceivedEncoder = new HeartbeatReceivedEncoder();
    private final HeartbeatReceivedDecoder heartbeatReceivedDecoder = new HeartbeatReceivedDecoder();
    private final TestRequestReceivedEncoder testRequestReceivedEncoder = new TestRequestReceivedEncoder();
    private final TestRequestReceivedDecoder testRequestReceivedDecoder = new TestRequestReceivedDecoder();
    private final ResendRequestReceivedEncoder resendRequestReceivedEncoder = new ResendRequestReceivedEncoder();
    private final ResendRequestReceivedDecoder resendRequestReceivedDecoder = new ResendRequestReceivedDecoder();
    private final SequenceResetReceivedEncoder sequenceResetReceivedEncoder = new SequenceResetReceivedEncoder();
    private final SequenceResetReceivedDecoder sequenceResetReceivedDecoder = new SequenceResetReceivedDecoder();
    private final RejectReceivedEncoder rejectReceivedEncoder = new RejectReceivedEncoder();
    private final RejectReceivedDecoder rejectReceivedDecoder = new RejectReceivedDecoder();
    private final InvalidReceivedEncoder invalidReceivedEncoder = new InvalidReceivedEncoder();
    private final InvalidReceivedDecoder invalidReceivedDecoder = new InvalidReceivedDecoder();

    void encode(final MessageTarget out, final LogonReceived command) {
        final LogonReceivedEncoder to =
                logonReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.heartBtIntS(command.heartBtIntS()); // HeartBtInt(108)
        to.resetSeqNum(Fields.flag(command.resetSeqNum())); // ResetSeqNumFlag(141)
        to.nextExpectedMsgSeqNum(command.nextExpectedMsgSeqNum()); // NextExpectedMsgSeqNum(789)
        out.limit(to.limit());
        out.name("senderCompId", command.senderCompId()); // SenderCompID(49)
    }

    LogonReceived decodeLogonReceived(final MessageSource in) {
        final LogonReceivedDecoder from =
                logonReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new LogonReceived(
                Fields.fixHeader(from.fix()),
                in.name(), // SenderCompID(49)
                from.heartBtIntS(), // HeartBtInt(108)
                Fields.flag(from.resetSeqNum()), // ResetSeqNumFlag(141)
                from.nextExpectedMsgSeqNum()); // NextExpectedMsgSeqNum(789)
    }

    void encode(final MessageTarget out, final LogoutReceived command) {
        final LogoutReceivedEncoder to =
                logoutReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        out.limit(to.limit());
        out.text("text", command.text()); // Text(58)
    }

    LogoutReceived decodeLogoutReceived(final MessageSource in) {
        final LogoutReceivedDecoder from =
                logoutReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new LogoutReceived(Fields.fixHeader(from.fix()), in.text()); // Text(58)
    }

    void encode(final MessageTarget out, final HeartbeatReceived command) {
        final HeartbeatReceivedEncoder to =
                heartbeatReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        out.limit(to.limit());
        out.id("testReqId", command.testReqId()); // TestReqID(112)
    }

    HeartbeatReceived decodeHeartbeatReceived(final MessageSource in) {
        final HeartbeatReceivedDecoder from =
                heartbeatReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new HeartbeatReceived(Fields.fixHeader(from.fix()), in.text()); // TestReqID(112)
    }

    void encode(final MessageTarget out, final TestRequestReceived command) {
        final TestRequestReceivedEncoder to =
                testRequestReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        out.limit(to.limit());
        out.id("testReqId", command.testReqId()); // TestReqID(112)
    }

    TestRequestReceived decodeTestRequestReceived(final MessageSource in) {
        final TestRequestReceivedDecoder from =
                testRequestReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new TestRequestReceived(Fields.fixHeader(from.fix()), in.text()); // TestReqID(112)
    }

    void encode(final MessageTarget out, final ResendRequestReceived command) {
        final ResendRequestReceivedEncoder to =
                resendRequestReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.beginSeqNo(command.beginSeqNo()); // BeginSeqNo(7)
        to.endSeqNo(command.endSeqNo()); // EndSeqNo(16)
        out.limit(to.limit());
    }

    ResendRequestReceived decodeResendRequestReceived(final MessageSource in) {
        final ResendRequestReceivedDecoder from =
                resendRequestReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new ResendRequestReceived(
                Fields.fixHeader(from.fix()),
                from.beginSeqNo(), // BeginSeqNo(7)
                from.endSeqNo()); // EndSeqNo(16)
    }

    void encode(final MessageTarget out, final SequenceResetReceived command) {
        final SequenceResetReceivedEncoder to =
                sequenceResetReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.gapFill(Fields.flag(command.gapFill())); // GapFillFlag(123)
        to.newSeqNo(command.newSeqNo()); // NewSeqNo(36)
        out.limit(to.limit());
    }

    SequenceResetReceived decodeSequenceResetReceived(final MessageSource in) {
        final SequenceResetReceivedDecoder from =
                sequenceResetReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new SequenceResetReceived(
                Fields.fixHeader(from.fix()),
                Fields.flag(from.gapFill()), // GapFillFlag(123)
                from.newSeqNo()); // NewSeqNo(36)
    }

    void encode(final MessageTarget out, final RejectReceived command) {
        final RejectReceivedEncoder to =
                rejectReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.refSeqNum(command.refSeqNum()); // RefSeqNum(45)
        out.limit(to.limit());
        out.text("text", command.text()); // Text(58)
    }

    RejectReceived decodeRejectReceived(final MessageSource in) {
        final RejectReceivedDecoder from =
                rejectReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new RejectReceived(
                Fields.fixHeader(from.fix()),
                from.refSeqNum(), // RefSeqNum(45)
                in.text()); // Text(58)
    }

    void encode(final MessageTarget out, final InvalidReceived command) {
        final InvalidReceivedEncoder to =
                invalidReceivedEncoder.wrapAndApplyHeader(out.buffer(), out.offset(), out.messageHeader());
        Fields.fixHeader(to.fix(), command.fix());
        to.verdict((byte) command.verdict().code());
        to.reason(command.reason()); // SessionRejectReason(373)
        to.refTagId(command.refTagId()); // RefTagID(371)
        out.limit(to.limit());
        out.name("refMsgType", command.refMsgType()); // RefMsgType(372)
        out.id("businessRejectRefId", command.businessRejectRefId()); // BusinessRejectRefID(379)
        out.text("text", command.text());
    }

    InvalidReceived decodeInvalidReceived(final MessageSource in) {
        final InvalidReceivedDecoder from =
                invalidReceivedDecoder.wrap(in.buffer(), in.body(), in.blockLength(), in.version());
        return new InvalidReceived(
                Fields.fixHeader(from.fix()),
                Verdict.of(from.verdict()),
                from.reason(), // SessionRejectReason(373)
                from.refTagId(), // RefTagID(371)
                in.name(), // RefMsgType(372)
                in.text(), // BusinessRejectRefID(379)
                in.text());
    }
}
