package io.weir.simulator.matching;

/** OrdType(40) of an order. */
public enum OrdType {
    LIMIT,
    MARKET,
    /** A limit order that is refused when it would trade at once (post-only). */
    LIMIT_MAKER
}
