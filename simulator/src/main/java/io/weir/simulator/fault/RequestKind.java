package io.weir.simulator.fault;

/** Which requests a fault can strike. */
public enum RequestKind {
    PLACE,
    CANCEL,
    REPLACE,
    QUERY
}
