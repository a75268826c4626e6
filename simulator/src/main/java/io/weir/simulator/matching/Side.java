package io.weir.simulator.matching;

/** Side(54) of an order. */
public enum Side {
    BUY,
    SELL;

    /** The side that trades with this one. */
    public Side opposite() {
        return this == BUY ? SELL : BUY;
    }
}
