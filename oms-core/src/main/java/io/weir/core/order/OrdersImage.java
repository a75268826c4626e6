package io.weir.core.order;

import io.weir.core.snapshot.SnapshotWriter;

/**
 * Writes the orders as they were at one place of the log while the core goes on from there: some at a time, and each that is
 * about to change before it does. So whoever is about to change an order calls {@link #before} first; nobody can get at an
 * order but through what {@link Orders} and {@link ChildOrders} find and through work lists, and these do. The order of the
 * entries is no longer that of the lists: open orders are put in order by OrderID when they are read, and a closed one that
 * was written ahead of its turn has an entry in its place that says so.
 */
final class OrdersImage {
    static final String SECTION = "orders-image";

    /** Kinds of entries. */
    static final int END = 0;

    static final int OPEN = 1;
    static final int CLOSED = 2;
    static final int CLOSED_AHEAD = 3;
    static final int CLOSED_HERE = 4;

    private OrderCodec codec;
    private SnapshotWriter writer;

    /** What {@link Order#imageMark} is of orders that are written, or are none of this image's; turned around by each image. */
    private boolean mark;

    private Order nextOpen;
    private long lastOpenId;
    private Order nextClosed;
    private int closedLeft;

    /** Begins an image of the orders as they are now. The one before is written to its end. */
    void begin(final Orders orders, final OrderCodec orderCodec, final SnapshotWriter imageWriter) {
        if (writer != null) {
            throw new IllegalStateException("an image of the orders is being written");
        }
        codec = orderCodec;
        writer = imageWriter;
        mark = !mark;
        nextOpen = orders.firstOpen;
        lastOpenId = orders.lastOrderId;
        nextClosed = orders.firstClosed;
        closedLeft = orders.closed;
        writer.section(SECTION);
    }

    /** An order is new: no image that is being written has it. */
    void leaveOut(final Order order) {
        order.imageMark = mark;
    }

    /** An order is about to change. */
    void before(final Order order) {
        if (order.imageMark != mark) {
            write(order.isOpen() ? OPEN : CLOSED_AHEAD, order);
        }
    }

    /** An order leaves the list of open ones. */
    void onUnlink(final Order order) {
        if (nextOpen == order) {
            nextOpen = order.next;
        }
    }

    /** A closed order leaves its place, the first of its list. */
    void onFirstClosedLeaves(final Order order) {
        if (closedLeft > 0 && nextClosed == order) {
            writeNextClosed();
        }
    }

    /**
     * Writes some more.
     *
     * @param most orders that are looked at.
     * @return whether anything is left.
     */
    boolean writeOn(final int most) {
        if (writer == null) {
            return false;
        }
        for (int i = 0; i < most; i++) {
            if (nextOpen != null && nextOpen.orderId <= lastOpenId) {
                writeNextOpen();
            } else if (closedLeft > 0) {
                writeNextClosed();
            } else {
                writer.putInt(END);
                writer = null;
                nextOpen = null;
                nextClosed = null;
                return false;
            }
        }
        return true;
    }

    private void writeNextOpen() {
        final Order order = nextOpen;
        nextOpen = order.next;
        if (order.imageMark != mark) {
            write(OPEN, order);
        }
    }

    private void writeNextClosed() {
        final Order order = nextClosed;
        nextClosed = order.next;
        closedLeft--;
        if (order.imageMark != mark) {
            write(CLOSED, order);
        } else {
            writer.putInt(CLOSED_HERE);
            writer.putLong(order.orderId);
        }
    }

    private void write(final int kind, final Order order) {
        order.imageMark = mark;
        writer.putInt(kind);
        codec.put(writer, order);
    }
}
