package io.weir.simulator.market;

/** Moves one symbol's liquidity with time. Called on the venue's thread. */
public interface PriceSource extends AutoCloseable {
    /** Brings the liquidity to where it should be at {@code nowMs}, ms since 1970. */
    void tick(long nowMs);

    @Override
    void close();
}
