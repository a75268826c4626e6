package io.weir.simulator.matching;

/** Why the engine refused a request. Each protocol front has its own code and words for it. */
public enum RejectReason {
    PRICE_OUT_OF_RANGE,
    PRICE_OFF_TICK,
    QTY_OUT_OF_RANGE,
    QTY_OFF_LOT,
    NOTIONAL_TOO_SMALL,
    WOULD_TAKE,
    INSUFFICIENT_BALANCE,
    DUPLICATE_CLORDID,
    TOO_MANY_OPEN_ORDERS,
    UNKNOWN_ORDER,
    ORDER_CLOSED,
    QTY_NOT_ABOVE_CUMQTY
}
