package io.weir.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.Side;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Watches every report of a history and fails at the first that breaks a law. */
final class ReportLaws {
    private static final Set<OrdStatus> CLOSED =
            EnumSet.of(OrdStatus.FILLED, OrdStatus.CANCELED, OrdStatus.EXPIRED, OrdStatus.REJECTED);

    private final Map<Long, ExecutionReport> lastOf = new TreeMap<>();
    private final Map<Long, OrdStatus> closedAs = new HashMap<>();
    private final Map<String, Long> orderIdOf = new HashMap<>();
    private final Map<String, String> answered = new HashMap<>();
    private final Map<String, BalanceChanged> balances = new TreeMap<>();
    private final Map<String, Long> expectedTotal = new HashMap<>();
    private final Set<String> overdrawn = new HashSet<>();
    private long lastExecId;
    private String where = "";

    void at(final String place) {
        where = place;
    }

    Map<Long, ExecutionReport> lastReports() {
        return lastOf;
    }

    Map<String, BalanceChanged> balances() {
        return balances;
    }

    Map<String, String> answered() {
        return answered;
    }

    void hear(final Event event) {
        if (event instanceof ExecutionReport) {
            hear((ExecutionReport) event);
        } else if (event instanceof OrderCancelReject) {
            final OrderCancelReject reject = (OrderCancelReject) event;
            answer(reject.clOrdId(), "rejected");
        } else if (event instanceof Alert && ((Alert) event).text().startsWith("overdrawn: balance of ACC at ")) {
            final String text = ((Alert) event).text();
            overdrawn.add(text.substring("overdrawn: balance of ACC at ".length(), text.indexOf(": total")));
        } else if (event instanceof BalanceChanged) {
            final BalanceChanged balance = (BalanceChanged) event;
            final boolean isTold = overdrawn.contains(balance.venue() + " in " + balance.asset());
            assertTrue(balance.reserved() >= 0 && (balance.reserved() <= balance.total() || isTold), where + balance);
            balances.put(balance.venue() + balance.asset(), balance);
        }
    }

    private void hear(final ExecutionReport report) {
        final OrderState order = report.order();
        final String text = where + Told.text(report);
        if (report.execType() == ExecType.ORDER_STATUS) {
            return;
        }
        assertTrue(report.execId() > lastExecId, text);
        lastExecId = report.execId();
        if (order.orderId() == 0) {
            return;
        }
        final ExecutionReport before = lastOf.put(order.orderId(), report);
        if (CLOSED.contains(order.ordStatus())) {
            assertEquals(0, order.leavesQty(), text);
        } else {
            assertEquals(order.orderQty(), order.cumQty() + order.leavesQty(), text);
        }
        if (report.execType() == ExecType.NEW || report.execType() == ExecType.REJECTED) {
            assertNull(before, text);
            assertNull(orderIdOf.put(order.clOrdId(), order.orderId()), text);
        } else {
            follow(before.order(), report, text);
        }
        if (report.execType() == ExecType.CANCELED || report.execType() == ExecType.EXPIRED) {
            assertEquals(report.execType().toString(), order.ordStatus().toString(), text);
        }
        if (report.execType() == ExecType.TRADE) {
            book(report);
        }
        if (!report.origClOrdId().isEmpty()
                && (report.execType() == ExecType.CANCELED || report.execType() == ExecType.REPLACED)) {
            answer(order.clOrdId(), report.execType().toString());
        }
    }

    private void follow(final OrderState before, final ExecutionReport report, final String text) {
        final OrderState order = report.order();
        assertTrue(order.cumQty() >= before.cumQty(), text);
        final long traded = report.execType() == ExecType.TRADE ? report.trade().lastQty() : 0;
        assertEquals(before.cumQty() + traded, order.cumQty(), text);
        assertFalse(closedAs.containsKey(order.orderId()) && traded == 0, text + " after " + closedAs);
        if (CLOSED.contains(order.ordStatus())) {
            closedAs.put(order.orderId(), order.ordStatus());
        }
    }

    private void answer(final String clOrdId, final String how) {
        assertNull(answered.put(clOrdId, how), where + clOrdId + " answered again: " + how);
    }

    private void book(final ExecutionReport report) {
        final OrderState order = report.order();
        final long sign = order.side() == Side.BUY ? 1 : -1;
        final String venue = report.trade().lastMkt();
        final long notional = report.trade().lastQty() * report.trade().lastPx();
        expectedTotal.merge(venue + "BTC", sign * report.trade().lastQty() * 100, Long::sum);
        expectedTotal.merge(venue + "USD", -sign * notional - report.trade().commission(), Long::sum);
    }

    /** All is told: what the reports say of money is what the balances say. */
    void checkMoney(final Map<String, Long> initial) {
        for (final BalanceChanged balance : balances.values()) {
            final String key = balance.venue() + balance.asset();
            assertEquals(
                    initial.get(key) + expectedTotal.getOrDefault(key, 0L), balance.total(), where + "total of " + key);
            assertEquals(0, balance.reserved(), where + "reserve of " + key);
        }
    }
}
