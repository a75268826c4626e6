package io.weir.core;

import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.HeartbeatReceived;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.RejectReceived;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.SequenceResetReceived;
import io.weir.protocol.command.TestRequestReceived;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.util.HashMap;
import java.util.Map;

/** Commands and events as a trader writes FIX: {@code 35=D|34=5|11=A-1}. Only what these tests are about. */
final class FixText {
    private FixText() {}

    /** Reads a client's message. {@code verdict=REJECT} makes it one that the acceptor found wrong. */
    static FixInbound read(final String text, final String compId, final long connectionId, final long receivedNs) {
        final Map<String, String> fields = new HashMap<>();
        for (final String field : text.split("\\|")) {
            final int equals = field.indexOf('=');
            fields.put(field.substring(0, equals), field.substring(equals + 1));
        }
        final FixHeader fix =
                new FixHeader(connectionId, number(fields, "34"), yes(fields, "43"), yes(fields, "97"), receivedNs);
        if (fields.containsKey("verdict")) {
            return new InvalidReceived(
                    fix,
                    Verdict.valueOf(fields.get("verdict")),
                    (int) (number(fields, "373") + number(fields, "380")),
                    (int) number(fields, "371"),
                    fields.get("35"),
                    fields.getOrDefault("379", ""),
                    fields.getOrDefault("58", "is wrong"));
        }
        return switch (fields.get("35")) {
            case "A" ->
                new LogonReceived(fix, compId, (int) number(fields, "108"), yes(fields, "141"), number(fields, "789"));
            case "0" -> new HeartbeatReceived(fix, fields.getOrDefault("112", ""));
            case "1" -> new TestRequestReceived(fix, fields.get("112"));
            case "2" -> new ResendRequestReceived(fix, number(fields, "7"), number(fields, "16"));
            case "3" -> new RejectReceived(fix, number(fields, "45"), fields.getOrDefault("58", ""));
            case "4" -> new SequenceResetReceived(fix, yes(fields, "123"), number(fields, "36"));
            case "5" -> new LogoutReceived(fix, fields.getOrDefault("58", ""));
            case "D" ->
                new NewOrderSingle(
                        fix,
                        fields.get("11"),
                        "",
                        "BTC-USD",
                        Side.BUY,
                        OrdType.LIMIT,
                        TimeInForce.DAY,
                        new Decimal(1, 0),
                        new Decimal(50_000, 0),
                        "");
            case "F" -> new OrderCancelRequest(fix, fields.get("11"), fields.get("41"), "", "BTC-USD", Side.BUY);
            case "G" ->
                new OrderCancelReplaceRequest(
                        fix,
                        fields.get("11"),
                        fields.get("41"),
                        "",
                        "",
                        "BTC-USD",
                        Side.BUY,
                        OrdType.LIMIT,
                        TimeInForce.DAY,
                        new Decimal(2, 0),
                        new Decimal(50_000, 0),
                        "");
            case "H" -> new OrderStatusRequest(fix, fields.get("11"), "", "BTC-USD", Side.BUY, "");
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static long number(final Map<String, String> fields, final String tag) {
        return Long.parseLong(fields.getOrDefault(tag, "0"));
    }

    private static boolean yes(final Map<String, String> fields, final String tag) {
        return "Y".equals(fields.get(tag));
    }

    /** {@return an event as the client would see it; RESEND and CLOSED are the acceptor's business} */
    static String write(final Event event) {
        if (event instanceof LogonSent e) {
            return head("A", e.session().msgSeqNum()) + "|108=" + e.heartBtIntS() + (e.resetSeqNum() ? "|141=Y" : "")
                    + optional("789", e.nextExpectedMsgSeqNum());
        } else if (event instanceof LogoutSent e) {
            return head("5", e.session().msgSeqNum()) + optional("58", e.text());
        } else if (event instanceof HeartbeatSent e) {
            return head("0", e.session().msgSeqNum()) + optional("112", e.testReqId());
        } else if (event instanceof TestRequestSent e) {
            return head("1", e.session().msgSeqNum()) + "|112=" + e.testReqId();
        } else if (event instanceof ResendRequestSent e) {
            return head("2", e.session().msgSeqNum()) + "|7=" + e.beginSeqNo() + "|16=" + e.endSeqNo();
        } else if (event instanceof RejectSent e) {
            return head("3", e.session().msgSeqNum()) + "|45=" + e.refSeqNum() + optional("371", e.refTagId()) + "|372="
                    + e.refMsgType() + "|373=" + e.reason().code();
        } else if (event instanceof BusinessMessageReject e) {
            return head("j", e.session().msgSeqNum()) + "|45=" + e.refSeqNum() + "|372=" + e.refMsgType() + "|380="
                    + e.reason().code() + optional("379", e.businessRejectRefId());
        } else if (event instanceof ExecutionReport e) {
            return head("8", e.session().msgSeqNum()) + (e.possResend() ? "|97=Y" : "") + "|11="
                    + e.order().clOrdId() + "|150=" + e.execType().code();
        } else if (event instanceof OrderCancelReject e) {
            return head("9", e.session().msgSeqNum()) + (e.possResend() ? "|97=Y" : "") + "|11=" + e.clOrdId();
        } else if (event instanceof Resend e) {
            return "RESEND " + e.fromSeqNo() + " to " + e.toSeqNo();
        } else if (event instanceof Closed e) {
            return e.afterFlush() ? "CLOSED after flush" : "CLOSED";
        }
        return event.toString();
    }

    private static String head(final String msgType, final long msgSeqNum) {
        return "35=" + msgType + "|34=" + msgSeqNum;
    }

    private static String optional(final String tag, final long value) {
        return value == 0 ? "" : "|" + tag + "=" + value;
    }

    private static String optional(final String tag, final String value) {
        return value.isEmpty() ? "" : "|" + tag + "=" + value;
    }
}
