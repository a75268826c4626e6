package io.weir.sor;

/**
 * One side of a book at one venue: the top levels, best first, in flat arrays. Filled by the core from quotes, read by the
 * router. Not for two threads.
 */
public final class BookSide {
    /** The most levels a side has. */
    public static final int MAX_LEVELS = 10;

    private final long[] px = new long[MAX_LEVELS];
    private final long[] qty = new long[MAX_LEVELS];
    private int levels;
    private long shown;

    /** Forgets all levels. */
    public void clear() {
        levels = 0;
        shown = 0;
    }

    /**
     * Adds the next level; levels beyond {@link #MAX_LEVELS} are left out.
     *
     * @param levelPx  at priceScale, above 0, worse than the one before.
     * @param levelQty at qtyScale, above 0.
     */
    public void add(final long levelPx, final long levelQty) {
        if (levels < MAX_LEVELS) {
            px[levels] = levelPx;
            qty[levels++] = levelQty;
            shown = Math.min(Costs.MAX_AMOUNT, shown + Math.min(levelQty, Costs.MAX_AMOUNT));
        }
    }

    /** {@return the quantity of all levels, at most {@link Costs#MAX_AMOUNT}} */
    public long shown() {
        return shown;
    }

    /** {@return how many levels there are; 0 if nothing is known or the side is empty} */
    public int levels() {
        return levels;
    }

    /** {@return the price of a level, 0 is the best} */
    public long px(final int level) {
        return px[level];
    }

    /** {@return the quantity of a level} */
    public long qty(final int level) {
        return qty[level];
    }
}
