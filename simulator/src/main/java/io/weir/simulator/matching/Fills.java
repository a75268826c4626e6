package io.weir.simulator.matching;

import java.util.Arrays;

/** The executions of one order, packed five numbers each so that a million orders stay small. Grows by copying. */
public final class Fills {
    static final Fills NONE = new Fills(new long[0]);

    private static final int WIDTH = 5;

    private final long[] cells;

    private Fills(final long[] cells) {
        this.cells = cells;
    }

    Fills plus(final Trade trade, final long fee, final boolean maker) {
        final long[] grown = Arrays.copyOf(cells, cells.length + WIDTH);
        grown[cells.length] = trade.tradeId();
        grown[cells.length + 1] = trade.lastPx();
        grown[cells.length + 2] = trade.lastQty();
        grown[cells.length + 3] = fee;
        grown[cells.length + 4] = maker ? -trade.timeMs() : trade.timeMs();
        return new Fills(grown);
    }

    /** How many there are. */
    public int size() {
        return cells.length / WIDTH;
    }

    /** The venue's trade id of fill {@code i}, rising within a symbol. */
    public long tradeId(final int i) {
        return cells[i * WIDTH];
    }

    /** LastPx(31) at priceScale. */
    public long lastPx(final int i) {
        return cells[i * WIDTH + 1];
    }

    /** LastQty(32) at qtyScale. */
    public long lastQty(final int i) {
        return cells[i * WIDTH + 2];
    }

    /** Fee in the asset received, at scale {@value Account#SCALE}. */
    public long fee(final int i) {
        return cells[i * WIDTH + 3];
    }

    /** When it traded, ms since 1970. */
    public long timeMs(final int i) {
        return Math.abs(cells[i * WIDTH + 4]);
    }

    /** Whether the order rested and the other came. */
    public boolean isMaker(final int i) {
        return cells[i * WIDTH + 4] < 0;
    }
}
