package io.weir.simulator.client;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import quickfix.Message;
import quickfix.field.CumQty;
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
    private static final String NO_ORDER = "NONE";

    private final String clOrdId;
    private final char side;
    private final String symbol;
    private final List<String> history = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> doubled = new ArrayList<>();
    private String orderId = "";
    private BigDecimal cumQty = BigDecimal.ZERO;
    private BigDecimal traded = BigDecimal.ZERO;
    private BigDecimal notional = BigDecimal.ZERO;
    private boolean saidAgain;
    private boolean ended;

    OrderChain(final String clOrdId, final char side, final String symbol) {
        this.clOrdId = clOrdId;
        this.side = side;
        this.symbol = symbol;
    }

    /** Takes the next report of this order, one with an ExecID(17) that was not seen before. */
    void take(final Message report) {
        final String execType = Orders.text(report, ExecType.FIELD);
        judgeId(report);
        judgeQuantities(report, execType);
        ended |= isEnd(Orders.text(report, OrdStatus.FIELD));
    }

    /** Takes an answer to a question for the status: it must say what the reports before it have said. */
    void takeStatus(final Message report) {
        final BigDecimal cum = Orders.decimal(report, CumQty.FIELD);
        if (isOrder() && Orders.text(report, OrderID.FIELD).equals(orderId) && cum.compareTo(cumQty) != 0) {
            faults.add(clOrdId + " has CumQty " + cumQty + " by its reports, " + cum + " by its status");
        }
        if (isOrder() && ended && !isEnd(Orders.text(report, OrdStatus.FIELD))) {
            faults.add(clOrdId + " has ended by its reports, but its status is " + Reports.line(report));
        }
    }

    private void judgeId(final Message report) {
        final String id = Orders.text(report, OrderID.FIELD);
        if (orderId.isEmpty()) {
            orderId = id;
        } else if (!orderId.equals(id)) {
            doubled.add(clOrdId + " has OrderID " + orderId + " and " + id);
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
        if (ended && !"F".equals(execType) && !isRefusedAgain(execType)) {
            faults.add(clOrdId + " has a report behind its end: " + Reports.line(report));
        }
        cumQty = cum;
    }

    /** What never was an order uses up no ClOrdID: said again it is refused again. */
    private boolean isRefusedAgain(final String execType) {
        return "8".equals(execType) && saidAgain && NO_ORDER.equals(orderId);
    }

    private static boolean isEnd(final String ordStatus) {
        return !ordStatus.isEmpty() && "248C".indexOf(ordStatus.charAt(0)) >= 0;
    }

    /**
     * Takes an OrderCancelReject about this order. Its OrdStatus(39) tells of an end that a pending request covered until now:
     * FIX lets a request that is under way outrank a fill.
     */
    void takeReject(final Message reject) {
        final String ordStatus = Orders.text(reject, OrdStatus.FIELD);
        ended |= !ordStatus.isEmpty() && "24C".indexOf(ordStatus.charAt(0)) >= 0;
    }

    /** It is a request about an order that never was; nothing will come of it but its answer. */
    void takeNothing() {
        ended = true;
    }

    /** One of its requests is sent once more with PossResend(97)=Y. */
    void sayAgain() {
        saidAgain = true;
    }

    /** Notes a message for a person to look at. */
    void note(final String line) {
        history.add(line);
    }

    /** {@return whether it is filled, canceled, expired or rejected} */
    boolean isEnded() {
        return ended;
    }

    /** {@return whether the gateway has made an order of it} */
    boolean isOrder() {
        return !orderId.isEmpty() && !NO_ORDER.equals(orderId);
    }

    String clOrdId() {
        return clOrdId;
    }

    char side() {
        return side;
    }

    String symbol() {
        return symbol;
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

    /** {@return OrderIDs beyond the one that it may have} */
    List<String> doubled() {
        return doubled;
    }

    List<String> history() {
        return history;
    }
}
