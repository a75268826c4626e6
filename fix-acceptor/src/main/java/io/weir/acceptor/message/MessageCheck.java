package io.weir.acceptor.message;

import io.weir.acceptor.dictionary.FieldRule;
import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.acceptor.dictionary.MessageRule;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.fix.SessionRejectReason;
import java.nio.charset.StandardCharsets;

/**
 * Walks once over a framed message, notes where its fields stand, and finds the first thing that is wrong with it. What is
 * wrong with header and number comes before what is wrong with the body, because it decides more. Used again for each
 * message; for one thread; allocates nothing for a good message but its MsgType.
 */
public final class MessageCheck {
    /** How far SendingTime(52) may be from the acceptor's clock. Source: FIX 4.4 volume 2, about two minutes. */
    public static final long SENDING_TIME_ACCURACY_NS = 120_000_000_000L;

    private static final byte[] BEGIN_STRING = "FIX.4.4".getBytes(StandardCharsets.US_ASCII);
    private static final String SEQUENCE_RESET = "4";
    private static final byte SOH = 1;
    private static final int[] HEADER_COUNTED = {Tags.SENDER_COMP_ID, Tags.TARGET_COMP_ID, Tags.SENDING_TIME};

    private final FixDictionary dictionary;
    private final FixMessage message = new FixMessage();
    private final MessageWalk walk;
    private MessageRule rule;
    private String msgType = "";

    public MessageCheck(final FixDictionary dictionary) {
        this.dictionary = dictionary;
        this.walk = new MessageWalk(dictionary, message);
    }

    /**
     * Checks the message that the framer has found.
     *
     * @param framer   has a whole message.
     * @param identity whose connection it is; null for the first message, whose comp ids the Logon's own checks judge.
     * @param nowNs    the acceptor's clock, ns since 1970 UTC.
     * @return what is wrong, null if nothing is.
     */
    public Fault check(final FixFramer framer, final SessionIdentity identity, final long nowNs) {
        final byte[] bytes = framer.bytes();
        message.begin(bytes);
        final int typeEnd = indexOfSoh(bytes, framer.bodyStart());
        final int typeAt = framer.bodyStart() + 3;
        rule = typeEnd < typeAt ? null : dictionary.message(bytes, typeAt, typeEnd - typeAt);
        msgType = rule == null ? refMsgType(bytes, typeAt, typeEnd) : rule.msgType();
        final boolean worked = rule != null && isWorked(rule);
        walk.walk(bytes, framer.start(), framer.bodyEnd(), worked ? rule : null);
        final Fault decisive = sessionFault(identity, nowNs);
        if (decisive != null) {
            return decisive;
        }
        if (rule == null) {
            return Fault.reject(
                    SessionRejectReason.INVALID_MSGTYPE,
                    Tags.MSG_TYPE,
                    msgType,
                    "MsgType(35) " + msgType + " is none of FIX 4.4");
        }
        if (!worked) {
            return Fault.unsupported(
                    msgType, refId(), rule.name() + "(" + msgType + ") is not supported by this gateway");
        }
        return walk.reason() != null ? walkFault() : missing();
    }

    /** {@return the message last checked; valid until the framer consumes it} */
    public FixMessage message() {
        return message;
    }

    /** {@return MsgType(35) of the message last checked} */
    public String msgType() {
        return msgType;
    }

    /**
     * Makes the header of the command.
     *
     * @param connectionId the connection it came by.
     * @param receivedNs   when it was read, ns since 1970 UTC.
     * @return the header; MsgSeqNum is 0 where the message has none that can be read.
     */
    public FixHeader header(final long connectionId, final long receivedNs) {
        return new FixHeader(
                connectionId,
                seqNum(), // MsgSeqNum(34)
                isWritten(Tags.POSS_DUP_FLAG) && message.flag(Tags.POSS_DUP_FLAG), // PossDupFlag(43)
                isWritten(Tags.POSS_RESEND) && message.flag(Tags.POSS_RESEND), // PossResend(97)
                receivedNs);
    }

    private Fault sessionFault(final SessionIdentity identity, final long nowNs) {
        if (!message.is(Tags.BEGIN_STRING, BEGIN_STRING)) {
            return Fault.logout(
                    Tags.BEGIN_STRING,
                    msgType,
                    "BeginString(8) " + walk.excerpt(Tags.BEGIN_STRING) + " is not FIX.4.4");
        }
        final Fault number = numberFault();
        if (number != null) {
            return number;
        }
        final Fault compId = identity == null ? null : compIdFault(identity);
        return compId != null ? compId : timeFault(nowNs);
    }

    private Fault numberFault() {
        if (!isWritten(Tags.MSG_SEQ_NUM)) {
            final String value = message.has(Tags.MSG_SEQ_NUM) ? " " + walk.excerpt(Tags.MSG_SEQ_NUM) : "";
            return Fault.logout(Tags.MSG_SEQ_NUM, msgType, "MsgSeqNum(34)" + value + " is missing or not a number");
        }
        final long seqNum = message.number(Tags.MSG_SEQ_NUM, 0);
        if (seqNum >= Bounds.MAX_SEQ_NUM) {
            return Fault.logout(
                    Tags.MSG_SEQ_NUM, msgType, "MsgSeqNum(34) " + seqNum + " is not below " + Bounds.MAX_SEQ_NUM);
        }
        if (seqNum < 1 && !SEQUENCE_RESET.equals(msgType)) {
            return Fault.logout(Tags.MSG_SEQ_NUM, msgType, "MsgSeqNum(34) " + seqNum + " is below 1");
        }
        return null;
    }

    private Fault compIdFault(final SessionIdentity identity) {
        if (message.has(Tags.SENDER_COMP_ID) && !message.is(Tags.SENDER_COMP_ID, identity.senderCompIdBytes())) {
            return compIdFault(Tags.SENDER_COMP_ID, identity.senderCompId());
        }
        if (message.has(Tags.TARGET_COMP_ID) && !message.is(Tags.TARGET_COMP_ID, identity.targetCompIdBytes())) {
            return compIdFault(Tags.TARGET_COMP_ID, identity.targetCompId());
        }
        return null;
    }

    private Fault compIdFault(final int tag, final String wanted) {
        return Fault.rejectAndLogout(
                SessionRejectReason.COMPID_PROBLEM,
                tag,
                msgType,
                dictionary.label(tag) + " " + walk.excerpt(tag) + " is not " + wanted + " as in the Logon");
    }

    private Fault timeFault(final long nowNs) {
        final long sendingTime = message.time(Tags.SENDING_TIME);
        if (sendingTime != UtcTime.INVALID && Math.abs(nowNs - sendingTime) > SENDING_TIME_ACCURACY_NS) {
            return Fault.rejectAndLogout(
                    SessionRejectReason.SENDINGTIME_ACCURACY_PROBLEM,
                    Tags.SENDING_TIME,
                    msgType,
                    "SendingTime(52) " + walk.excerpt(Tags.SENDING_TIME) + " is off by more than 120 s");
        }
        return message.flag(Tags.POSS_DUP_FLAG) ? possDupFault(sendingTime) : null;
    }

    /** A gap fill that answers a ResendRequest repeats no message, so engines differ on whether it has a first time. */
    private Fault possDupFault(final long sendingTime) {
        if (!message.has(Tags.ORIG_SENDING_TIME)) {
            return SEQUENCE_RESET.equals(msgType) ? null : missing(Tags.ORIG_SENDING_TIME);
        }
        final long origSendingTime = message.time(Tags.ORIG_SENDING_TIME);
        if (sendingTime != UtcTime.INVALID && origSendingTime > sendingTime) {
            return Fault.rejectAndLogout(
                    SessionRejectReason.SENDINGTIME_ACCURACY_PROBLEM,
                    Tags.ORIG_SENDING_TIME,
                    msgType,
                    "OrigSendingTime(122) " + walk.excerpt(Tags.ORIG_SENDING_TIME) + " is later than SendingTime(52) "
                            + walk.excerpt(Tags.SENDING_TIME));
        }
        return null;
    }

    private Fault walkFault() {
        return Fault.reject(walk.reason(), walk.refTag(), msgType, walk.text());
    }

    private Fault missing() {
        for (final int tag : HEADER_COUNTED) {
            if (!message.has(tag)) {
                return missing(tag);
            }
        }
        for (final int tag : rule.required()) {
            if (!message.has(tag)) {
                return missing(tag);
            }
        }
        return hasQuantity() ? null : missing(Tags.ORDER_QTY);
    }

    /** OrderQtyData is a block that orders must have; OrderQty(38) is its member that most use. */
    private boolean hasQuantity() {
        final boolean isOrder = "D".equals(msgType) || "G".equals(msgType);
        return !isOrder
                || message.has(Tags.ORDER_QTY)
                || message.has(Tags.CASH_ORDER_QTY)
                || message.has(Tags.ORDER_PERCENT);
    }

    private Fault missing(final int tag) {
        return Fault.reject(
                SessionRejectReason.REQUIRED_TAG_MISSING, tag, msgType, dictionary.label(tag) + " is missing");
    }

    private long seqNum() {
        return isWritten(Tags.MSG_SEQ_NUM) ? Math.max(0, message.number(Tags.MSG_SEQ_NUM, 0)) : 0;
    }

    private boolean isWritten(final int tag) {
        final FieldRule field = dictionary.field(tag);
        return message.length(tag) > 0
                && FieldFormats.isWellFormed(field.type(), message.bytes(), message.place(tag), message.length(tag));
    }

    private String refId() {
        return message.length(Tags.CL_ORD_ID) > Bounds.MAX_ID_LENGTH ? "" : walk.excerpt(Tags.CL_ORD_ID);
    }

    /** A client that refuses a report of ours is heard, in either form; other reports are ours alone. */
    private static boolean isWorked(final MessageRule rule) {
        final String type = rule.msgType();
        return rule.isAdmin() || type.length() == 1 && "DFGHj".indexOf(type.charAt(0)) >= 0;
    }

    private static String refMsgType(final byte[] bytes, final int from, final int to) {
        final StringBuilder text = new StringBuilder();
        for (int i = from; i < to && text.length() < 8; i++) {
            text.append(bytes[i] > ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '?');
        }
        return text.toString();
    }

    private static int indexOfSoh(final byte[] bytes, final int from) {
        int i = from;
        while (bytes[i] != SOH) {
            i++;
        }
        return i;
    }
}
