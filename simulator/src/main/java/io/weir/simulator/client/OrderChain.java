package io.weir.simulator.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quickfix.Message;
import quickfix.field.CumQty;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.LastPx;
import quickfix.field.LastQty;
import quickfix.field.LeavesQty;
import quickfix.field.OrdStatus;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;

/**
 * One order as its client has seen it: every report in order, and what is wrong with them. Not thread-safe; its
 * {@link StreamingDesk} guards it.
 */
final class OrderChain {
    private final String clOrdId;
    private final Set<String> execIds = new HashSet<>();
    private final List<String> history = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private String orderId = "";
    private BigDecimal cumQty = BigDecimal.ZERO;
    private BigDecimal traded = BigDecimal.ZERO;
    private BigDecimal notional = BigDecimal.ZERO;
    private boolean answered;
    private boolean ended;

    OrderChain(final String clOrdId) {
        this.clOrdId = clOrdId;
    }

    /**
     * Takes the next report of this order.
     *
     * @return its ExecID(17) if it is an execution, else "".
     */
    String take(final Message report) {
        final String execType = Orders.text(report, ExecType.FIELD);
        history.add(Reports.line(report));
        if ("I".equals(execType)) {
            return "";
        }
        judgeIds(report);
        judgeQuantities(report, execType);
        answered = true;
        ended |= isEnd(Orders.text(report, OrdStatus.FIELD));
        return "F".equals(execType) ? Orders.text(report, ExecID.FIELD) : "";
    }

    private void judgeIds(final Message report) {
        final String id = Orders.text(report, OrderID.FIELD);
        if (orderId.isEmpty()) {
            orderId = id;
        } else if (!orderId.equals(id)) {
            faults.add(clOrdId + " has OrderID " + orderId + " and " + id);
        }
        final String execId = Orders.text(report, ExecID.FIELD);
        if (!execIds.add(execId)) {
            faults.add(clOrdId + " has ExecID " + execId + " twice");
        }
    }

    private void judgeQuantities(final Message report, final String execType) {
        final BigDecimal cum = Orders.decimal(report, CumQty.FIELD);
        final BigDecimal leaves = Orders.decimal(report, LeavesQty.FIELD);
        final BigDecimal orderQty = Orders.decimal(report, OrderQty.FIELD);
        final boolean end = isEnd(Orders.text(report, OrdStatus.FIELD));
        if ("F".equals(execType)) {
            final BigDecimal lastQty = Orders.decimal(report, LastQty.FIELD);
            traded = traded.add(lastQty);
            notional = notional.add(lastQty.multiply(Orders.decimal(report, LastPx.FIELD)));
        }
        if (cum.compareTo(cumQty) < 0) {
            faults.add(clOrdId + " has CumQty falling from " + cumQty + " to " + cum);
        }
        if (cum.compareTo(traded) != 0) {
            faults.add(clOrdId + " has CumQty " + cum + " but LastQty sums to " + traded);
        }
        if (!end && orderQty.compareTo(cum.add(leaves)) != 0) {
            faults.add(clOrdId + " has OrderQty " + orderQty + " but CumQty " + cum + " and LeavesQty " + leaves);
        }
        if (ended && !"F".equals(execType)) {
            faults.add(clOrdId + " has a report behind its end: " + Reports.line(report));
        }
        cumQty = cum;
    }

    private static boolean isEnd(final String ordStatus) {
        return !ordStatus.isEmpty() && "248C".indexOf(ordStatus.charAt(0)) >= 0;
    }

    /**
     * Takes an OrderCancelReject about this order. Its OrdStatus(39) tells of an end that a pending request covered until now:
     * FIX lets a request that is under way outrank a fill.
     */
    void takeReject(final Message reject) {
        history.add(Reports.line(reject));
        final String ordStatus = Orders.text(reject, OrdStatus.FIELD);
        ended |= !ordStatus.isEmpty() && "24C".indexOf(ordStatus.charAt(0)) >= 0;
    }

    /** {@return whether the gateway has answered it at all} */
    boolean isAnswered() {
        return answered;
    }

    /** {@return whether it is filled, canceled, expired or rejected} */
    boolean isEnded() {
        return ended;
    }

    String clOrdId() {
        return clOrdId;
    }

    String orderId() {
        return orderId;
    }

    BigDecimal notional() {
        return notional;
    }

    List<String> faults() {
        return faults;
    }

    List<String> history() {
        return history;
    }
}
