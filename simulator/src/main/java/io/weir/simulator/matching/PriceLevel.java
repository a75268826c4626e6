package io.weir.simulator.matching;

/** All orders of one side at one price, first come first served. */
public final class PriceLevel {
    final long price;
    long totalQty;
    Order head;
    Order tail;
    Order house;
    PriceLevel better;
    PriceLevel worse;

    PriceLevel(final long price) {
        this.price = price;
    }

    /** The price at priceScale. */
    public long price() {
        return price;
    }

    /** Quantity of all orders, at qtyScale, above zero. */
    public long totalQty() {
        return totalQty;
    }

    /** The next level away from the best, or null. */
    public PriceLevel worse() {
        return worse;
    }

    /** The order that trades first. */
    Order first() {
        return head;
    }

    void append(final Order order) {
        order.level = this;
        order.prevInLevel = tail;
        order.nextInLevel = null;
        if (tail == null) {
            head = order;
        } else {
            tail.nextInLevel = order;
        }
        tail = order;
        totalQty += order.orderQty - order.cumQty;
        if (order.isHouse()) {
            house = order;
        }
    }

    /** Takes the order out, with {@code leavesQty} still to trade. */
    void unlink(final Order order, final long leavesQty) {
        if (order.prevInLevel == null) {
            head = order.nextInLevel;
        } else {
            order.prevInLevel.nextInLevel = order.nextInLevel;
        }
        if (order.nextInLevel == null) {
            tail = order.prevInLevel;
        } else {
            order.nextInLevel.prevInLevel = order.prevInLevel;
        }
        order.prevInLevel = null;
        order.nextInLevel = null;
        order.level = null;
        totalQty -= leavesQty;
        if (house == order) {
            house = null;
        }
    }
}
