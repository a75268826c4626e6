package io.weir.core.order;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.fix.TimeInForce;

/**
 * A work list over the open orders: those that were open when it began, oldest first, a few at a time. Ends day orders of
 * days gone by, or what a kill switch covers.
 */
final class OrderSweep {
    /** Null: ends day orders entered before {@link #beforeNs}. Else: cancels what the switch covers. */
    final KillScope scope;

    final int scopeId;
    final long beforeNs;
    final String text;
    private final long lastOrderId;
    private Order next;

    private OrderSweep(
            final KillScope scope,
            final int scopeId,
            final long beforeNs,
            final String text,
            final long lastOrderId,
            final Order next) {
        this.scope = scope;
        this.scopeId = scopeId;
        this.beforeNs = beforeNs;
        this.text = text;
        this.lastOrderId = lastOrderId;
        this.next = next;
    }

    static OrderSweep ofKillSwitch(final KillScope scope, final int scopeId, final String text, final Orders orders) {
        return new OrderSweep(scope, scopeId, 0, text, orders.lastOrderId, orders.firstOpen);
    }

    static OrderSweep ofDayEnd(final long beforeNs, final Orders orders) {
        return new OrderSweep(null, 0, beforeNs, "end of the trading day", orders.lastOrderId, orders.firstOpen);
    }

    /** {@return the next order to look at, or null if it is done} */
    Order take() {
        final Order order = next;
        if (order == null || order.orderId > lastOrderId) {
            next = null;
            return null;
        }
        next = order.next;
        return order;
    }

    boolean covers(final Order order) {
        if (scope == null) {
            return order.terms.timeInForce() == TimeInForce.DAY && order.enteredNs < beforeNs;
        }
        return switch (scope) {
            case ALL -> true;
            case ACCOUNT -> order.account().accountId() == scopeId;
            case INSTRUMENT -> order.instrument().instrumentId() == scopeId;
            case VENUE -> false;
        };
    }

    /** An order leaves the list that this walks. */
    void skip(final Order order) {
        if (next == order) {
            next = order.next;
        }
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(scope == null ? -1 : scope.ordinal());
        snapshot.putInt(scopeId);
        snapshot.putLong(beforeNs);
        snapshot.putText(text);
        snapshot.putLong(lastOrderId);
        snapshot.putLong(next == null ? 0 : next.orderId);
    }

    static OrderSweep readFrom(final SnapshotReader snapshot, final Orders orders) {
        final int ordinal = snapshot.getInt();
        final KillScope scope = ordinal < 0 ? null : KillScope.values()[ordinal];
        final int scopeId = snapshot.getInt();
        final long beforeNs = snapshot.getLong();
        final String text = snapshot.getText();
        final long lastOrderId = snapshot.getLong();
        final long nextOrderId = snapshot.getLong();
        Order next = nextOrderId == 0 ? null : orders.firstOpen;
        while (next != null && next.orderId != nextOrderId) {
            next = next.next;
        }
        return new OrderSweep(scope, scopeId, beforeNs, text, lastOrderId, next);
    }
}
