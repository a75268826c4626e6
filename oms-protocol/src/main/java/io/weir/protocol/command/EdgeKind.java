package io.weir.protocol.command;

/** What an edge is. */
public enum EdgeKind {
    /** Holds clients' FIX connections. */
    ACCEPTOR,
    /** Holds the connection to one venue. */
    VENUE,
    /** Says reference data and operators' commands. */
    OPS;
}
