package io.weir.simulator.binance;

import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Side;
import org.agrona.collections.LongHashSet;

/** Changes of one book gathered for one speed: which levels, and between which update ids. Quantities are read when it is told. */
final class DepthFeed {
    private final OrderBook book;
    private final LongHashSet bids = new LongHashSet();
    private final LongHashSet asks = new LongHashSet();
    private long toldId;

    DepthFeed(final OrderBook book, final long updateId) {
        this.book = book;
        this.toldId = updateId;
    }

    void onLevel(final Side side, final long price) {
        (side == Side.BUY ? bids : asks).add(price);
    }

    /** The depthUpdate since the last call up to {@code updateId}, or null if nothing has changed. */
    String take(final JsonText json, final long updateId, final long nowMs) {
        if (updateId == toldId) {
            return null;
        }
        json.clear()
                .open('{')
                .put("e", "depthUpdate")
                .put("E", nowMs)
                .put("s", book.instrument().symbol())
                .put("U", toldId + 1)
                .put("u", updateId);
        putChanged(json, "b", Side.BUY, bids);
        putChanged(json, "a", Side.SELL, asks);
        toldId = updateId;
        return json.close('}').toString();
    }

    private void putChanged(final JsonText json, final String name, final Side side, final LongHashSet prices) {
        final Instrument i = book.instrument();
        json.name(name).open('[');
        final LongHashSet.LongIterator each = prices.iterator();
        while (each.hasNext()) {
            final long price = each.nextValue();
            PublicApi.putLevel(json, i, price, book.side(side).qtyAt(price));
        }
        json.close(']');
        prices.clear();
    }
}
