package io.weir.venue.agent;

import java.util.ArrayDeque;

/**
 * What waits to be sent. Cancels overtake orders and replaces of others; within one order the order comes first, then its
 * replace, then its cancel, because {@link FollowedOrder} says what is due. Holds each order at most twice, so it is bounded
 * by the orders that are followed.
 */
final class WorkQueue {
    private final ArrayDeque<FollowedOrder> sends = new ArrayDeque<>();
    private final ArrayDeque<FollowedOrder> cancels = new ArrayDeque<>();

    /** Takes an order up if something of it is due. */
    void offer(final FollowedOrder order) {
        if (order.cancelDue() && !order.inCancels) {
            order.inCancels = true;
            cancels.add(order);
        }
        if ((order.orderDue() || order.replaceDue()) && !order.inSends) {
            order.inSends = true;
            sends.add(order);
        }
    }

    /** {@return the next order with a cancel due, null if there is none} */
    FollowedOrder pollCancel() {
        FollowedOrder order = cancels.poll();
        while (order != null) {
            order.inCancels = false;
            if (order.cancelDue()) {
                return order;
            }
            order = cancels.poll();
        }
        return null;
    }

    /** {@return the next order to be sent, or with a replace to be sent, null if there is none} */
    FollowedOrder pollSend() {
        FollowedOrder order = sends.poll();
        while (order != null) {
            order.inSends = false;
            if (order.orderDue() || order.replaceDue()) {
                return order;
            }
            order = sends.poll();
        }
        return null;
    }

    /** Gives a cancel back: it keeps its place. */
    void returnCancel(final FollowedOrder order) {
        order.inCancels = true;
        cancels.addFirst(order);
    }

    /** Gives a send back: it keeps its place. */
    void returnSend(final FollowedOrder order) {
        order.inSends = true;
        sends.addFirst(order);
    }

    /** {@return how many wait, about} */
    int size() {
        return sends.size() + cancels.size();
    }
}
