package io.weir.protocol.command;

/** How an order ended at a venue. */
public enum VenueClosedAs {
    /** Canceled, asked for or not. */
    CANCELED,
    /** Its time in force ended, or nothing was left to trade with. */
    EXPIRED,
    /** Wholly traded; its fills may still be on their way. */
    FILLED;
}
