package io.weir.simulator.market;

import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Side;
import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2LongHashMap;
import org.agrona.collections.LongHashSet;

/**
 * The liquidity that the venue wants to show in one book, level by level, and the levels that customers have eaten into since.
 * Called on the venue's thread.
 */
public final class QuotedBook {
    private static final long NONE = 0;

    private final Exchange exchange;
    private final OrderBook book;
    private final Long2LongHashMap bids = new Long2LongHashMap(NONE);
    private final Long2LongHashMap asks = new Long2LongHashMap(NONE);
    private final LongHashSet eatenBids = new LongHashSet();
    private final LongHashSet eatenAsks = new LongHashSet();

    /** @param book of {@code exchange}. */
    public QuotedBook(final Exchange exchange, final OrderBook book) {
        this.exchange = exchange;
        this.book = book;
    }

    /** The book that is quoted. */
    public OrderBook book() {
        return book;
    }

    /** Wants {@code qty} (at qtyScale, 0 for none) at {@code price} (at priceScale) and quotes it at once. */
    public void set(final Side side, final long price, final long qty, final long nowMs) {
        final Long2LongHashMap wanted = wanted(side);
        if (qty == NONE) {
            wanted.remove(price);
        } else {
            wanted.put(price, qty);
        }
        exchange.quote(book, side, price, qty, nowMs);
    }

    /** What is wanted at {@code price}, at qtyScale. */
    public long wantedAt(final Side side, final long price) {
        return wanted(side).get(price);
    }

    /** All prices with a wanted quantity, in no order. */
    public List<Long> prices(final Side side) {
        final List<Long> prices = new ArrayList<>(wanted(side).size());
        wanted(side).forEachLong((price, qty) -> prices.add(price));
        return prices;
    }

    /** A customer has traded with the venue's own order: its level is refilled at the next {@link #refill}. */
    public void onEaten(final Order houseOrder) {
        (houseOrder.side() == Side.BUY ? eatenBids : eatenAsks).add(houseOrder.price());
    }

    /** Quotes the levels that were eaten into in full again. */
    public void refill(final long nowMs) {
        refill(Side.BUY, eatenBids, nowMs);
        refill(Side.SELL, eatenAsks, nowMs);
    }

    private void refill(final Side side, final LongHashSet eaten, final long nowMs) {
        if (eaten.isEmpty()) {
            return;
        }
        final long[] prices = new long[eaten.size()];
        int n = 0;
        final LongHashSet.LongIterator each = eaten.iterator();
        while (each.hasNext()) {
            prices[n++] = each.nextValue();
        }
        eaten.clear();
        for (final long price : prices) {
            exchange.quote(book, side, price, wanted(side).get(price), nowMs);
        }
    }

    private Long2LongHashMap wanted(final Side side) {
        return side == Side.BUY ? bids : asks;
    }
}
