package io.weir.simulator.matching;

import java.util.HashMap;
import java.util.Map;

/**
 * One customer of the venue: balances, the index of its client ids and its open orders in order of arrival.
 *
 * <p>The venue's own accounts (liquidity and fees) are accounts too, so that the sums of {@link Exchange#total} never change.
 */
public final class Account {
    /** Balances are integers of 10^-8 of the asset. */
    public static final int SCALE = 8;

    private final String name;
    private final boolean house;
    private final long[] free;
    private final long[] locked;
    private final Map<String, Order> byClOrdId = new HashMap<>();
    private Order firstOpen;
    private Order lastOpen;
    private int openOrders;

    Account(final String name, final boolean house, final int assets) {
        this.name = name;
        this.house = house;
        this.free = new long[assets];
        this.locked = new long[assets];
    }

    /** The venue's name of the account. */
    public String name() {
        return name;
    }

    /** Whether it is the venue's own: never out of balance, its orders unknown to customers. */
    public boolean isHouse() {
        return house;
    }

    /** What may be spent of asset number {@code asset}, at scale {@value #SCALE}. */
    public long free(final int asset) {
        return free[asset];
    }

    /** What open orders hold of asset number {@code asset}, at scale {@value #SCALE}. */
    public long locked(final int asset) {
        return locked[asset];
    }

    /** How many orders are open. */
    public int openOrders() {
        return openOrders;
    }

    /** The open order that came first, or null; go on with {@link Order#nextOpen()}. */
    public Order firstOpen() {
        return firstOpen;
    }

    /** The latest order sent with {@code clOrdId}, also by a replace, open or closed; null if none is known. */
    public Order findByClOrdId(final String clOrdId) {
        return byClOrdId.get(clOrdId);
    }

    boolean canSpend(final int asset, final long amount) {
        return house || free[asset] >= amount;
    }

    void credit(final int asset, final long amount) {
        free[asset] = Math.addExact(free[asset], amount);
    }

    void lock(final int asset, final long amount) {
        free[asset] -= amount;
        locked[asset] += amount;
    }

    void spendLocked(final int asset, final long amount) {
        locked[asset] -= amount;
        if (locked[asset] < 0) {
            throw new IllegalStateException("account " + name + " asset " + asset + " locked " + locked[asset]);
        }
    }

    void index(final String clOrdId, final Order order) {
        byClOrdId.put(clOrdId, order);
    }

    void forget(final String clOrdId, final Order order) {
        if (byClOrdId.get(clOrdId) == order) {
            byClOrdId.remove(clOrdId);
        }
    }

    void addOpen(final Order order) {
        order.prevOpen = lastOpen;
        order.nextOpen = null;
        if (lastOpen == null) {
            firstOpen = order;
        } else {
            lastOpen.nextOpen = order;
        }
        lastOpen = order;
        openOrders++;
    }

    void removeOpen(final Order order) {
        if (order.prevOpen == null) {
            firstOpen = order.nextOpen;
        } else {
            order.prevOpen.nextOpen = order.nextOpen;
        }
        if (order.nextOpen == null) {
            lastOpen = order.prevOpen;
        } else {
            order.nextOpen.prevOpen = order.prevOpen;
        }
        order.prevOpen = null;
        order.nextOpen = null;
        openOrders--;
    }
}
