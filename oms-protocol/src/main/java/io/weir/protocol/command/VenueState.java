package io.weir.protocol.command;

/** How a venue is. */
public enum VenueState {
    /** Takes orders. */
    UP,
    /** Takes orders, slowly or with errors. */
    DEGRADED,
    /** Not connected, or not yet reconciled: no orders to it. */
    DOWN,
    /** Connected, but the venue has halted trading. */
    SUSPENDED;
}
