package io.weir.simulator.fix;

import io.weir.simulator.matching.BookSide;
import io.weir.simulator.matching.PriceLevel;
import io.weir.simulator.matching.Side;

/** The best levels of one side as a subscriber has them, and what has changed since. */
final class DepthView {
    private final int depth;
    private long[] prices = new long[0];
    private long[] qtys = new long[0];

    /** @param depth how many levels; at least 1. */
    DepthView(final int depth) {
        this.depth = depth;
    }

    /** Says each difference to the book and takes the book over. New levels and changes come best first, removals before them. */
    void update(final BookSide side, final Change change) {
        final int count = Math.min(depth, side.levels());
        final long[] newPrices = new long[count];
        final long[] newQtys = new long[count];
        int n = 0;
        for (PriceLevel level = side.best(); level != null && n < count; level = level.worse()) {
            newPrices[n] = level.price();
            newQtys[n++] = level.totalQty();
        }
        final boolean falling = side.side() == Side.BUY;
        sayRemoved(newPrices, falling, change);
        sayNewAndChanged(newPrices, newQtys, falling, change);
        prices = newPrices;
        qtys = newQtys;
    }

    private void sayRemoved(final long[] newPrices, final boolean falling, final Change change) {
        int j = 0;
        for (final long price : prices) {
            while (j < newPrices.length && isBetter(newPrices[j], price, falling)) {
                j++;
            }
            if (j == newPrices.length || newPrices[j] != price) {
                change.on(Change.DELETE, price, 0);
            }
        }
    }

    private void sayNewAndChanged(
            final long[] newPrices, final long[] newQtys, final boolean falling, final Change change) {
        int j = 0;
        for (int i = 0; i < newPrices.length; i++) {
            while (j < prices.length && isBetter(prices[j], newPrices[i], falling)) {
                j++;
            }
            if (j == prices.length || prices[j] != newPrices[i]) {
                change.on(Change.NEW, newPrices[i], newQtys[i]);
            } else if (qtys[j] != newQtys[i]) {
                change.on(Change.CHANGE, newPrices[i], newQtys[i]);
            }
        }
    }

    private static boolean isBetter(final long price, final long than, final boolean falling) {
        return falling ? price > than : price < than;
    }

    /** Hears one difference. */
    interface Change {
        char NEW = '0';
        char CHANGE = '1';
        char DELETE = '2';

        /** @param action MDUpdateAction(279). */
        void on(char action, long price, long qty);
    }
}
