package io.weir.simulator.matching;

/** OrdStatus(39) as this venue knows it. */
public enum OrdStatus {
    NEW,
    PARTIALLY_FILLED,
    FILLED,
    CANCELED,
    EXPIRED,
    REJECTED
}
