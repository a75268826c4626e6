package io.weir.simulator.matching;

import java.util.Comparator;
import java.util.TreeMap;
import org.agrona.collections.Long2ObjectHashMap;

/** One side of a book: levels from best to worst, found by price in constant time, opened and closed in logarithmic time. */
public final class BookSide {
    private final Side side;
    private final Long2ObjectHashMap<PriceLevel> byPrice = new Long2ObjectHashMap<>();
    private final TreeMap<PriceLevel, PriceLevel> sorted;
    private PriceLevel best;

    BookSide(final Side side) {
        this.side = side;
        final Comparator<PriceLevel> rising = Comparator.comparingLong(PriceLevel::price);
        this.sorted = new TreeMap<>(side == Side.BUY ? rising.reversed() : rising);
    }

    /** BUY for bids. */
    public Side side() {
        return side;
    }

    /** The level that trades first, or null; go on with {@link PriceLevel#worse()}. */
    public PriceLevel best() {
        return best;
    }

    /** The quantity at {@code price}, at qtyScale; 0 if there is none. */
    public long qtyAt(final long price) {
        final PriceLevel level = byPrice.get(price);
        return level == null ? 0 : level.totalQty;
    }

    /** How many levels there are. */
    public int levels() {
        return byPrice.size();
    }

    PriceLevel find(final long price) {
        return byPrice.get(price);
    }

    void add(final Order order) {
        PriceLevel level = byPrice.get(order.price);
        if (level == null) {
            level = open(order.price);
        }
        level.append(order);
    }

    void remove(final Order order, final long leavesQty) {
        final PriceLevel level = order.level;
        level.unlink(order, leavesQty);
        if (level.head == null) {
            close(level);
        }
    }

    private PriceLevel open(final long price) {
        final PriceLevel level = new PriceLevel(price);
        byPrice.put(price, level);
        level.better = sorted.lowerKey(level);
        level.worse = level.better == null ? best : level.better.worse;
        sorted.put(level, level);
        if (level.better == null) {
            best = level;
        } else {
            level.better.worse = level;
        }
        if (level.worse != null) {
            level.worse.better = level;
        }
        return level;
    }

    private void close(final PriceLevel level) {
        byPrice.remove(level.price);
        sorted.remove(level);
        if (level.better == null) {
            best = level.worse;
        } else {
            level.better.worse = level.worse;
        }
        if (level.worse != null) {
            level.worse.better = level.better;
        }
    }
}
