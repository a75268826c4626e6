package io.weir.simulator;

/** Which protocol a simulated venue speaks. */
public enum Dialect {
    /** FIX 4.4 as the standard has it, over plain TCP. */
    FIX44,
    /** Binance Spot's REST, market streams and WebSocket API. */
    BINANCE
}
