package io.weir.core.refdata;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;

/** Whose orders and money they are, and the limits. One object for the life of the node. */
public final class Account {
    private final int accountId;
    private final String name;
    private int maxOpenOrders;
    private Decimal maxOrderNotional;
    private int openOrders;

    Account(final int accountId, final String name, final int maxOpenOrders, final Decimal maxOrderNotional) {
        this.accountId = accountId;
        this.name = name;
        limits(maxOpenOrders, maxOrderNotional);
    }

    /** {@return its number, 1, 2, 3 …} */
    public int accountId() {
        return accountId;
    }

    /** {@return Account(1)} */
    public String name() {
        return name;
    }

    /** {@return the most orders it may have open at once} */
    public int maxOpenOrders() {
        return maxOpenOrders;
    }

    /** {@return the most that one order may be worth, in its quote asset} */
    public Decimal maxOrderNotional() {
        return maxOrderNotional;
    }

    /**
     * The limit of an order's worth at an instrument's scale.
     *
     * @param scale 0 to 18.
     * @return the limit, floored to the scale; {@code Long.MAX_VALUE} if it is above what the scale can hold.
     */
    public long floorMaxNotional(final int scale) {
        final int digits = maxOrderNotional.scale();
        if (digits > scale) {
            return maxOrderNotional.mantissa() / Decimals.powerOfTen(digits - scale);
        }
        final long atScale = Decimals.rescale(maxOrderNotional, scale);
        return atScale == Decimals.TOO_LARGE ? Long.MAX_VALUE : atScale;
    }

    /** {@return how many of its orders are open} */
    public int openOrders() {
        return openOrders;
    }

    /** One of its orders was opened. */
    public void onOrderOpened() {
        openOrders++;
    }

    /** One of its orders was closed. */
    public void onOrderClosed() {
        if (--openOrders < 0) {
            throw new IllegalStateException("account " + name + " has " + openOrders + " open orders");
        }
    }

    void limits(final int newMaxOpenOrders, final Decimal newMaxOrderNotional) {
        maxOpenOrders = newMaxOpenOrders;
        maxOrderNotional = newMaxOrderNotional;
    }
}
