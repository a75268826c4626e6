package io.weir.simulator.matching;

import java.util.ArrayDeque;
import java.util.function.Predicate;
import org.agrona.collections.Long2ObjectHashMap;

/** Customers' orders by venue id: all open ones and a bounded number of closed ones, the longest closed forgotten first. */
final class OrderTable {
    private final Long2ObjectHashMap<Order> byOrderId = new Long2ObjectHashMap<>();
    private final ArrayDeque<Order> closed = new ArrayDeque<>();
    private final int closedOrdersKept;
    private long lastOrderId;
    private long forgotten;

    OrderTable(final long lastOrderId, final int closedOrdersKept) {
        this.lastOrderId = lastOrderId;
        this.closedOrdersKept = closedOrdersKept;
    }

    long nextOrderId() {
        return lastOrderId + 1;
    }

    void open(final Order order) {
        lastOrderId = Math.max(lastOrderId, order.orderId());
        byOrderId.put(order.orderId(), order);
        order.account().index(order.clOrdId(), order);
        order.account().addOpen(order);
    }

    void close(final Order order) {
        order.account().removeOpen(order);
        closed.add(order);
        if (closed.size() > closedOrdersKept) {
            forget(closed.poll());
        }
    }

    private void forget(final Order order) {
        forgotten++;
        byOrderId.remove(order.orderId());
        order.account().forget(order.clOrdId(), order);
        for (final String former : order.formerClOrdIds) {
            order.account().forget(former, order);
        }
    }

    Order find(final long orderId) {
        return byOrderId.get(orderId);
    }

    long forgotten() {
        return forgotten;
    }

    long lastOrderId() {
        return lastOrderId;
    }

    /** Walks known orders by falling id from {@code fromOrderId} until {@code visitor} says false. */
    void descend(final long fromOrderId, final Predicate<Order> visitor) {
        int left = byOrderId.size();
        for (long id = Math.min(fromOrderId, lastOrderId); left > 0 && id > 0; id--) {
            final Order order = byOrderId.get(id);
            if (order != null) {
                left--;
                if (!visitor.test(order)) {
                    return;
                }
            }
        }
    }

    /** Walks known orders by rising id from {@code fromOrderId} until {@code visitor} says false. */
    void ascend(final long fromOrderId, final Predicate<Order> visitor) {
        for (long id = fromOrderId; id <= lastOrderId; id++) {
            final Order order = byOrderId.get(id);
            if (order != null && !visitor.test(order)) {
                return;
            }
        }
    }
}
