package io.weir.benchmarks.simulation.client;

import io.weir.benchmarks.simulation.Violation;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a client knows of its orders: from reports alone, each compared with what the core has said. */
public final class OrderBook {
    private static final int QTY_SCALE = 6;

    /** An order as the client's reports show it. */
    static final class Known {
        final long orderId;
        String clOrdId;
        long execId;
        long leavesQty;
        long cumQty;
        long orderQty;
        char ordStatus;
        String symbol;
        String side;

        Known(final long orderId) {
            this.orderId = orderId;
        }
    }

    private final String compId;
    private final Witness witness;
    private final Map<Long, Known> orders = new LinkedHashMap<>();
    private final Set<Long> execIds = new HashSet<>();
    private final Set<String> sent = new LinkedHashSet<>();
    private final Set<String> uncertain = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<String, Long> orderIdOf = new HashMap<>();
    private long newestExecId;

    OrderBook(final String compId, final Witness witness) {
        this.compId = compId;
        this.witness = witness;
    }

    /** A request was made. */
    void onSent(final String clOrdId) {
        sent.add(clOrdId);
    }

    /** A request may or may not have been taken: its number was given up. */
    void onUncertain(final String clOrdId) {
        uncertain.add(clOrdId);
    }

    /** {@return orders that are open, as far as the client knows} */
    List<Known> open() {
        final List<Known> open = new ArrayList<>();
        for (final Known order : orders.values()) {
            if (order.leavesQty > 0) {
                open.add(order);
            }
        }
        return open;
    }

    /** {@return ClOrdIDs of all requests} */
    public Set<String> sent() {
        return sent;
    }

    /** {@return those that were answered by a report or a reject} */
    public Set<String> answered() {
        return answered;
    }

    /** {@return those whose number was given up by a reset or a gap fill} */
    public Set<String> uncertain() {
        return uncertain;
    }

    /** {@return requests that ought to be answered and are not} */
    public List<String> unanswered() {
        final List<String> unanswered = new ArrayList<>();
        for (final String request : sent) {
            if (!answered.contains(request) && !uncertain.contains(request)) {
                unanswered.add(request);
            }
        }
        return unanswered;
    }

    /** {@return the ExecIDs of all reports} */
    public Set<Long> execIds() {
        return execIds;
    }

    /** An ExecutionReport(8) or an OrderCancelReject(9) has come. */
    void onMessage(final FixLine message) {
        if (message.msgType().equals("9")) {
            answered.add(message.text(11));
        } else {
            onReport(message);
        }
    }

    private void onReport(final FixLine report) {
        final boolean isPending =
                report.text(150).equals("6") || report.text(150).equals("E");
        if (!isPending) {
            answered.add(report.text(11));
        }
        if (report.text(150).equals("I")) {
            return;
        }
        final long execId = report.number(17);
        final ExecutionReport said = witness.report(execId);
        if (said == null) {
            throw violation("no client gets a report that the core never said", report, "ExecID(17) " + execId);
        }
        compare(report, said);
        final boolean isNew = execIds.add(execId);
        if (!isNew && !report.isYes(97) && !report.isYes(43)) {
            throw violation("no report comes twice unmarked", report, "ExecID(17) " + execId);
        }
        if (isNew && execId < newestExecId) {
            throw violation("reports come in order", report, "ExecID(17) " + execId + " comes behind " + newestExecId);
        }
        newestExecId = Math.max(newestExecId, execId);
        if (isNew && said.order().orderId() != 0) {
            apply(report, said);
        }
    }

    private void compare(final FixLine report, final ExecutionReport said) {
        final OrderState order = said.order();
        final boolean same = report.text(11).equals(order.clOrdId())
                && report.text(41).equals(said.origClOrdId())
                && report.text(39).charAt(0) == order.ordStatus().code()
                && report.text(150).charAt(0) == said.execType().code()
                && report.units(14, order.qtyScale()) == order.cumQty()
                && report.units(151, order.qtyScale()) == order.leavesQty()
                && report.units(38, order.qtyScale()) == order.orderQty()
                && report.units(32, order.qtyScale()) == said.trade().lastQty();
        if (!same) {
            throw violation("a report says what the core said", report, "the core said " + said);
        }
    }

    private void apply(final FixLine report, final ExecutionReport said) {
        final OrderState order = said.order();
        final Known known = orders.computeIfAbsent(order.orderId(), Known::new);
        if (order.cumQty() < known.cumQty) {
            throw violation("CumQty(14) never falls", report, "was " + known.cumQty);
        }
        known.execId = said.execId();
        known.leavesQty = order.leavesQty();
        known.cumQty = order.cumQty();
        known.orderQty = report.units(38, QTY_SCALE);
        known.ordStatus = order.ordStatus().code();
        known.symbol = order.symbol();
        known.side = report.text(54);
        final boolean isRefusal = said.execType().code() == '8' && known.clOrdId != null;
        if (!isRefusal && said.execType().code() != '6' && said.execType().code() != 'E') {
            known.clOrdId = order.clOrdId();
        }
        final Long before = orderIdOf.putIfAbsent(order.clOrdId(), order.orderId());
        if (before != null && before != order.orderId()) {
            throw violation("a ClOrdID(11) has one OrderID(37)", report, "had " + before);
        }
    }

    private Violation violation(final String law, final FixLine report, final String text) {
        return new Violation(law, report.text(11), compId + " gets " + report + ": " + text);
    }
}
