package io.weir.simulator.floor;

import io.weir.simulator.matching.Side;

/** ExecID(17) of trades: the same whenever and wherever the trade is told again. */
public final class ExecIds {
    private ExecIds() {}

    /** Unique per venue: symbol, trade id and side. */
    public static String ofTrade(final String symbol, final long tradeId, final Side side) {
        return symbol + '-' + tradeId + (side == Side.BUY ? "-B" : "-S");
    }
}
