package io.weir.simulator;

import io.weir.simulator.market.Recording;
import io.weir.simulator.matching.Instrument;

/**
 * One symbol of a simulated venue and what its book lives on.
 *
 * @param instrument name and rules.
 * @param startPrice where a self-running market stands, at priceScale; 0 for a book with customers' orders only.
 * @param depthQty what a self-running market shows on each side, at qtyScale.
 * @param recording a recorded market to follow instead, or null.
 */
public record SymbolConfig(Instrument instrument, long startPrice, long depthQty, Recording recording) {
    /** The same symbol following a recording. */
    public SymbolConfig following(final Recording newRecording) {
        return new SymbolConfig(instrument, startPrice, depthQty, newRecording);
    }
}
