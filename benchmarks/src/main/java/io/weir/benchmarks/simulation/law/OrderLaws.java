package io.weir.benchmarks.simulation.law;

import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.client.Witness;
import io.weir.benchmarks.simulation.venue.Execution;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.Trade;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import io.weir.simulator.matching.Order;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The laws of orders: quantities, closed states, ids, and that what is booked is what the exchanges have really traded. */
final class OrderLaws implements Witness {
    private static final Set<OrdStatus> CLOSED =
            EnumSet.of(OrdStatus.FILLED, OrdStatus.CANCELED, OrdStatus.EXPIRED, OrdStatus.REJECTED);

    private final Map<String, SimulatedVenue> venues = new TreeMap<>();
    private final Map<Long, ExecutionReport> byExecId = new TreeMap<>();
    private final Map<Integer, Set<Long>> execIdsOf = new TreeMap<>();
    private final Map<Long, OrderState> stateOf = new TreeMap<>();
    private final Map<Long, Long> bookedCumQty = new HashMap<>();
    private final Map<String, Long> orderIdOf = new HashMap<>();
    private final Map<Long, List<Long>> childrenOf = new HashMap<>();
    private final Map<Long, VenueOrderRequested> children = new HashMap<>();
    private final Map<Long, Long> mostQty = new HashMap<>();
    private final Set<String> booked = new HashSet<>();
    private long newestExecId;

    OrderLaws(final List<SimulatedVenue> venues) {
        venues.forEach(venue -> this.venues.put(venue.name(), venue));
    }

    @Override
    public ExecutionReport report(final long execId) {
        return byExecId.get(execId);
    }

    Set<Long> execIdsOf(final int sessionId) {
        return execIdsOf.getOrDefault(sessionId, Set.of());
    }

    Map<Long, OrderState> states() {
        return stateOf;
    }

    int booked() {
        return booked.size();
    }

    void onExecutionReport(final ExecutionReport report) {
        if (report.execType() == ExecType.ORDER_STATUS) {
            return;
        }
        execIdsOf
                .computeIfAbsent(report.session().sessionId(), id -> new HashSet<>())
                .add(report.execId());
        final ExecutionReport before = byExecId.putIfAbsent(report.execId(), report);
        if (before != null) {
            check(
                    report.possResend() && before.order().equals(report.order()),
                    "an ExecID(17) says one thing",
                    report,
                    "before: " + before);
            return;
        }
        check(report.execId() > newestExecId, "ExecIDs rise", report, "newest is " + newestExecId);
        newestExecId = report.execId();
        if (report.order().orderId() != 0) {
            onNews(report);
        }
    }

    private void onNews(final ExecutionReport report) {
        final OrderState order = report.order();
        final long orderId = order.orderId();
        final boolean closed = CLOSED.contains(order.ordStatus());
        check(
                closed ? order.leavesQty() == 0 : order.cumQty() + order.leavesQty() == order.orderQty(),
                "CumQty + LeavesQty = OrderQty while open, LeavesQty = 0 when closed",
                report,
                "");
        final String key = report.session().sessionId() + "/" + order.clOrdId();
        final Long sameId = orderIdOf.putIfAbsent(key, orderId);
        check(sameId == null || sameId == orderId, "a ClOrdID has one OrderID", report, "had " + sameId);
        final OrderState before = stateOf.put(orderId, order);
        if (before != null) {
            follow(before, report);
        }
        mostQty.merge(orderId, order.orderQty(), Math::max);
        if (report.execType() == ExecType.TRADE) {
            book(report);
        }
        final long cumQty = bookedCumQty.getOrDefault(orderId, 0L);
        check(order.cumQty() == cumQty, "CumQty is the sum of what was booked", report, "booked is " + cumQty);
    }

    private void follow(final OrderState before, final ExecutionReport report) {
        final OrderState order = report.order();
        check(order.cumQty() >= before.cumQty(), "CumQty never falls", report, "was " + before.cumQty());
        if (CLOSED.contains(before.ordStatus())) {
            check(
                    report.execType() == ExecType.TRADE,
                    "no order leaves a closed state but by a booked fill",
                    report,
                    "was " + before.ordStatus());
            check(CLOSED.contains(order.ordStatus()), "a closed order stays closed", report, "");
        }
    }

    private void book(final ExecutionReport report) {
        final Trade trade = report.trade();
        final SimulatedVenue venue = venues.get(trade.lastMkt());
        final Execution real = venue.executions().get(trade.venueExecId());
        check(real != null, "what is booked was traded", report, "");
        check(
                real.lastQty() == trade.lastQty()
                        && real.lastPx() == trade.lastPx()
                        && real.childOrderId() == trade.childOrderId()
                        && real.commission().mantissa() == trade.commission(),
                "what is booked is what was traded",
                report,
                "traded was " + real);
        check(booked.add(trade.lastMkt() + "/" + trade.venueExecId()), "an execution is booked once", report, "");
        bookedCumQty.merge(report.order().orderId(), trade.lastQty(), Long::sum);
    }

    void onVenueOrderRequested(final VenueOrderRequested request) {
        final VenueOrderRequested before = children.putIfAbsent(request.childOrderId(), request);
        if (before == null) {
            childrenOf
                    .computeIfAbsent(request.orderId(), id -> new ArrayList<>())
                    .add(request.childOrderId());
            exposure(request.orderId(), request.childOrderId(), request.orderQty(), request.toString());
        } else if (!request.again()
                || before.orderQty() != request.orderQty() && before.venueId() != request.venueId()) {
            throw new Violation("a child order is asked for once", request.venueClOrdId(), request.toString());
        }
    }

    void onVenueReplaceRequested(final VenueReplaceRequested request) {
        mostQty.merge(request.orderId(), request.orderQty(), Math::max);
    }

    /** What exchanges have traded and may still trade of an order, with what is asked of them now, is within it. */
    private void exposure(final long orderId, final long newChild, final long newQty, final String text) {
        long exposed = newQty;
        for (final long child : childrenOf.get(orderId)) {
            if (child != newChild) {
                final Order real = realOrder(child);
                exposed += real == null ? 0 : real.cumQty() + real.leavesQty();
            }
        }
        final long most = mostQty.getOrDefault(orderId, 0L);
        if (exposed > most) {
            throw new Violation(
                    "an order never has more at exchanges than it is worth",
                    Long.toString(orderId),
                    "OrderID " + orderId + " of " + most + " has " + exposed + " with " + text);
        }
    }

    private Order realOrder(final long child) {
        for (final SimulatedVenue venue : venues.values()) {
            final Order order = venue.orders().get(child);
            if (order != null) {
                return order;
            }
        }
        return null;
    }

    /** All has come to rest. */
    void checkRest() {
        for (final OrderState order : stateOf.values()) {
            if (order.leavesQty() != 0) {
                throw new Violation("every order ends", order.clOrdId(), order.toString());
            }
        }
        for (final SimulatedVenue venue : venues.values()) {
            for (final Map.Entry<Long, Order> order : venue.orders().entrySet()) {
                if (order.getValue().isOpen()) {
                    throw new Violation(
                            "nothing is left at an exchange",
                            order.getValue().clOrdId(),
                            venue.name() + " still has child " + order.getKey() + ": " + order.getValue());
                }
            }
            for (final Execution execution : venue.executions().values()) {
                if (!booked.contains(venue.name() + "/" + execution.report().venueExecId())) {
                    throw new Violation(
                            "every execution is booked", execution.report().venueClOrdId(), execution.toString());
                }
            }
        }
    }

    private static void check(final boolean holds, final String law, final ExecutionReport report, final String text) {
        if (!holds) {
            throw new Violation(law, report.order().clOrdId(), report + " " + text);
        }
    }
}
