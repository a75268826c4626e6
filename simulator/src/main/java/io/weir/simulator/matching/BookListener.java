package io.weir.simulator.matching;

/** Hears which price levels of a book change; market data builds on it. */
public interface BookListener {
    /** The quantity at {@code price} on {@code side} has changed. */
    void onLevel(Side side, long price);
}
