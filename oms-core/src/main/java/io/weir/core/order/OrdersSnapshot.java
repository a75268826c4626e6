package io.weir.core.order;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Orders and their children as a snapshot holds them: open ones, then closed ones, each list in its own order; or, where it has
 * a tail, there as an {@link OrdersImage}.
 */
final class OrdersSnapshot implements Snapshotable {
    private final Orders orders;
    private final OrderCodec codec;

    OrdersSnapshot(final Orders orders, final OrderCodec codec) {
        this.orders = orders;
        this.codec = codec;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("orders");
        snapshot.putLong(orders.lastOrderId);
        snapshot.putLong(orders.lastExecId);
        snapshot.putLong(orders.children.lastChildOrderId());
        final Optional<SnapshotWriter> tail = snapshot.tailWriter();
        if (tail.isPresent()) {
            orders.image.begin(orders, codec, tail.get());
        } else {
            put(snapshot, orders.open, orders.firstOpen);
            put(snapshot, orders.closed, orders.firstClosed);
        }
    }

    private void put(final SnapshotWriter snapshot, final int size, final Order first) {
        snapshot.putInt(size);
        for (Order order = first; order != null; order = order.next) {
            codec.put(snapshot, order);
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("orders");
        orders.lastOrderId = snapshot.getLong();
        orders.lastExecId = snapshot.getLong();
        orders.children.lastChildOrderId(snapshot.getLong());
        final List<ChildOrder> live = new ArrayList<>();
        final Optional<SnapshotReader> tail = snapshot.tailReader();
        if (tail.isPresent()) {
            getImage(tail.get(), live);
        } else {
            getLists(snapshot, live);
        }
        live.sort(Comparator.comparingLong(child -> child.childOrderId));
        live.forEach(orders.children::link);
    }

    private void getLists(final SnapshotReader snapshot, final List<ChildOrder> live) {
        for (int i = snapshot.getInt(); i > 0; i--) {
            linkOpen(codec.get(snapshot, live));
        }
        for (int i = snapshot.getInt(); i > 0; i--) {
            linkClosed(codec.get(snapshot, live));
        }
    }

    private void getImage(final SnapshotReader image, final List<ChildOrder> live) {
        final List<Order> open = new ArrayList<>();
        final Map<Long, Order> ahead = new HashMap<>();
        image.section(OrdersImage.SECTION);
        for (int kind = image.getInt(); kind != OrdersImage.END; kind = image.getInt()) {
            switch (kind) {
                case OrdersImage.OPEN -> open.add(codec.get(image, live));
                case OrdersImage.CLOSED -> linkClosed(codec.get(image, live));
                case OrdersImage.CLOSED_AHEAD -> {
                    final Order order = codec.get(image, live);
                    ahead.put(order.orderId, order);
                }
                case OrdersImage.CLOSED_HERE -> linkClosed(ahead.remove(image.getLong()));
                default -> throw new IllegalStateException("an entry of kind " + kind + " in the snapshot's orders");
            }
        }
        open.sort(Comparator.comparingLong(order -> order.orderId)); // as they were opened
        open.forEach(this::linkOpen);
    }

    private void linkOpen(final Order order) {
        orders.image.leaveOut(order);
        orders.link(order);
        order.account().onOrderOpened();
    }

    private void linkClosed(final Order order) {
        orders.image.leaveOut(order);
        orders.remember(order);
    }
}
