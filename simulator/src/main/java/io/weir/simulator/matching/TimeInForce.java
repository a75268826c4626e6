package io.weir.simulator.matching;

/** TimeInForce(59) of an order. */
public enum TimeInForce {
    /** Rests until filled, canceled or the end of the venue's day (00:00 UTC). */
    DAY,
    /** Rests until filled or canceled. */
    GTC,
    /** Trades what it can at once; the rest expires. */
    IOC,
    /** Trades whole at once or not at all. */
    FOK;

    /** Whether a remainder goes to the book. */
    public boolean rests() {
        return this == DAY || this == GTC;
    }
}
