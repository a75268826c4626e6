package io.weir.simulator.client;

import java.util.Map;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.AvgPx;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.ExecType;
import quickfix.field.LastMkt;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.MsgType;
import quickfix.field.OrdStatus;
import quickfix.field.OrderID;
import quickfix.field.Text;

/** Puts what a client receives into one line, as a trader reads it. */
public final class Reports {
    private static final Map<String, String> EXEC_TYPES = Map.of(
            "0",
            "New",
            "4",
            "Canceled",
            "5",
            "Replaced",
            "6",
            "PendingCancel",
            "8",
            "Rejected",
            "C",
            "Expired",
            "E",
            "PendingReplace",
            "F",
            "Trade",
            "I",
            "OrderStatus");
    private static final Map<String, String> ORD_STATUSES = Map.of(
            "0",
            "New",
            "1",
            "PartiallyFilled",
            "2",
            "Filled",
            "4",
            "Canceled",
            "6",
            "PendingCancel",
            "8",
            "Rejected",
            "A",
            "PendingNew",
            "C",
            "Expired",
            "E",
            "PendingReplace");

    private Reports() {}

    /** {@return MsgType(35)} */
    public static String msgType(final Message message) {
        try {
            return message.getHeader().getString(MsgType.FIELD);
        } catch (final FieldNotFound e) {
            throw new IllegalStateException("a message without MsgType(35)", e);
        }
    }

    /** {@return the message in one line} */
    public static String line(final Message message) {
        final String type = msgType(message);
        final String id = Orders.text(message, ClOrdID.FIELD);
        final String text = Orders.text(message, Text.FIELD);
        final String tail = text.isEmpty() ? "" : "  \"" + text + "\"";
        if (!MsgType.EXECUTION_REPORT.equals(type)) {
            return id + "  " + (MsgType.ORDER_CANCEL_REJECT.equals(type) ? "CancelReject" : "35=" + type) + tail;
        }
        return id + "  " + named(EXEC_TYPES, message, ExecType.FIELD) + trade(message) + "  OrdStatus "
                + named(ORD_STATUSES, message, OrdStatus.FIELD) + ", CumQty " + number(message, CumQty.FIELD)
                + ", LeavesQty " + number(message, LeavesQty.FIELD) + ", AvgPx " + number(message, AvgPx.FIELD)
                + ", OrderID " + Orders.text(message, OrderID.FIELD) + tail;
    }

    private static String trade(final Message message) {
        return "F".equals(Orders.text(message, ExecType.FIELD))
                ? " " + number(message, LastQty.FIELD) + " at " + number(message, LastPx.FIELD) + " on "
                        + Orders.text(message, LastMkt.FIELD)
                : "";
    }

    private static String named(final Map<String, String> names, final Message message, final int tag) {
        final String code = Orders.text(message, tag);
        return names.getOrDefault(code, code);
    }

    private static String number(final Message message, final int tag) {
        return Orders.decimal(message, tag).stripTrailingZeros().toPlainString();
    }
}
