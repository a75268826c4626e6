package io.weir.venue.book;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The book of one symbol at one venue, by price level. Fed by an adapter from snapshots and changes; shown only while it is
 * live. Exact decimals throughout, so that checksums and comparisons hold. For one thread.
 */
public final class OrderBook {
    /** The most levels a side; the worst are dropped beyond it. */
    public static final int MAX_LEVELS = 5_000;

    /** Numeric order, whatever digits behind the point the venue writes. */
    static final Comparator<Decimal> BY_VALUE = OrderBook::compare;

    private final String symbol;
    private final long staleAfterNs;
    private final TreeMap<Decimal, Decimal> bids = new TreeMap<>(BY_VALUE.reversed());
    private final TreeMap<Decimal, Decimal> asks = new TreeMap<>(BY_VALUE);
    private boolean whole;
    private boolean gap;
    private long heardNs;

    /**
     * Makes an empty one, not live.
     *
     * @param symbol       ours.
     * @param staleAfterNs silence after which a live book is stale, ns; {@link Long#MAX_VALUE} where the transport itself
     *     tells a quiet market from a dead one.
     */
    public OrderBook(final String symbol, final long staleAfterNs) {
        this.symbol = symbol;
        this.staleAfterNs = staleAfterNs;
    }

    /** Forgets all levels: the connection is gone, or the book is asked for anew. */
    public void reset() {
        bids.clear();
        asks.clear();
        whole = false;
        gap = false;
    }

    /** Something of the stream is missing: what is there is not to be trusted until a snapshot comes. */
    public void onGap() {
        reset();
        gap = true;
    }

    /** A snapshot begins: levels follow by {@link #set}, then {@link #onSnapshotEnd}. */
    public void onSnapshotBegin() {
        reset();
    }

    /**
     * The snapshot is whole: from now on the book is live.
     *
     * @param nowNs monotonic, ns.
     */
    public void onSnapshotEnd(final long nowNs) {
        whole = true;
        heardNs = nowNs;
    }

    /**
     * Something of the stream came, be it that nothing has changed.
     *
     * @param nowNs monotonic, ns.
     */
    public void onHeard(final long nowNs) {
        heardNs = nowNs;
    }

    /**
     * Sets one level.
     *
     * @param side  BUY for bids, SELL for asks.
     * @param price of the level.
     * @param qty   all of it; zero takes the level away.
     */
    public void set(final Side side, final Decimal price, final Decimal qty) {
        final TreeMap<Decimal, Decimal> levels = side == Side.BUY ? bids : asks;
        if (qty.mantissa() == 0) {
            levels.remove(price);
            return;
        }
        levels.put(price, qty);
        if (levels.size() > MAX_LEVELS) {
            levels.pollLastEntry();
        }
    }

    /**
     * Judges the book.
     *
     * @param nowNs monotonic, ns.
     * @return its state. A crossed book counts as a gap: the stream cannot have been whole.
     */
    public BookState state(final long nowNs) {
        if (gap || whole && isCrossed()) {
            return BookState.GAP;
        }
        if (!whole) {
            return BookState.RESYNCING;
        }
        return nowNs - heardNs > staleAfterNs ? BookState.STALE : BookState.LIVE;
    }

    private boolean isCrossed() {
        return !bids.isEmpty() && !asks.isEmpty() && compare(bids.firstKey(), asks.firstKey()) >= 0;
    }

    /**
     * The top as the core is told.
     *
     * @param nowNs monotonic, ns.
     * @return at most {@link Bounds#MAX_QUOTE_LEVELS} levels a side; not live and without levels unless the book is live.
     */
    public VenueQuote quote(final long nowNs) {
        if (state(nowNs) != BookState.LIVE) {
            return new VenueQuote(symbol, false, List.of(), List.of());
        }
        return new VenueQuote(symbol, true, top(bids), top(asks));
    }

    private static List<PriceLevel> top(final TreeMap<Decimal, Decimal> side) {
        final List<PriceLevel> top = new ArrayList<>(Bounds.MAX_QUOTE_LEVELS);
        for (final var level : side.entrySet()) {
            top.add(new PriceLevel(level.getKey(), level.getValue()));
            if (top.size() == Bounds.MAX_QUOTE_LEVELS) {
                break;
            }
        }
        return top;
    }

    /** {@return how many levels the side has} */
    public int levels(final Side side) {
        return side == Side.BUY ? bids.size() : asks.size();
    }

    /**
     * Best levels first, for checksums.
     *
     * @param side  BUY for bids, SELL for asks.
     * @param limit the most to answer.
     * @return copies of the levels.
     */
    public List<PriceLevel> best(final Side side, final int limit) {
        return (side == Side.BUY ? bids : asks)
                .entrySet().stream()
                        .limit(limit)
                        .map(level -> new PriceLevel(level.getKey(), level.getValue()))
                        .toList();
    }

    private static int compare(final Decimal a, final Decimal b) {
        if (a.scale() == b.scale()) {
            return Long.compare(a.mantissa(), b.mantissa());
        }
        return BigDecimal.valueOf(a.mantissa(), a.scale()).compareTo(BigDecimal.valueOf(b.mantissa(), b.scale()));
    }
}
