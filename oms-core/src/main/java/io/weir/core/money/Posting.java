package io.weir.core.money;

/** Where the other half of a booking stands. */
public enum Posting {
    /** Money that came or went from outside. */
    TRANSFER,
    /** What was exchanged at a venue. */
    TRADE,
    /** What the venue kept, or paid as a rebate. */
    FEE
}
