package io.weir.simulator.binance;

import static io.weir.simulator.binance.Codes.DECIMALS;

import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.PriceLevel;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.Trade;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * All streams of one symbol: differential depth at two speeds, partial depth, best bid and offer, trades. A stream that nobody
 * listens to gathers nothing.
 */
final class BookStreams {
    private static final int[] PARTIAL_DEPTHS = {5, 10, 20};

    private final OrderBook book;
    private final String prefix;
    private final Faults faults;
    private final JsonText json = new JsonText(4_096);
    private final Map<String, DepthFeed> diffs = new HashMap<>();
    private final Map<String, Long> partialTold = new HashMap<>();
    private long updateId;
    private long toldBidPx;
    private long toldBidQty;
    private long toldAskPx;
    private long toldAskQty;

    /** @param updateId where update ids begin; above all that were told before. */
    BookStreams(final OrderBook book, final String prefix, final Faults faults, final long updateId) {
        this.book = book;
        this.prefix = prefix;
        this.faults = faults;
        this.updateId = updateId;
        book.listen(this::onLevel);
    }

    private void onLevel(final Side side, final long price) {
        updateId++;
        for (final DepthFeed feed : diffs.values()) {
            feed.onLevel(side, price);
        }
    }

    long updateId() {
        return updateId;
    }

    /** Starts and stops gathering by who listens. */
    void follow(final Predicate<String> hasListeners) {
        for (final String stream : Set.of(prefix + "@depth", prefix + "@depth@100ms", prefix + "@depth@1000ms")) {
            if (!hasListeners.test(stream)) {
                diffs.remove(stream);
            } else {
                diffs.computeIfAbsent(stream, s -> new DepthFeed(book, updateId));
            }
        }
    }

    /** Tells depth: the fast streams, or with {@code slow} the ones of each second. */
    void tellDepth(
            final boolean slow,
            final long nowMs,
            final Predicate<String> hasListeners,
            final BiConsumer<String, String> out) {
        if (slow) {
            tellDiff(prefix + "@depth", nowMs, out);
            tellDiff(prefix + "@depth@1000ms", nowMs, out);
        } else {
            tellDiff(prefix + "@depth@100ms", nowMs, out);
        }
        for (final int depth : PARTIAL_DEPTHS) {
            final String name = prefix + "@depth" + depth + (slow ? "" : "@100ms");
            if (hasListeners.test(name) && partialTold.getOrDefault(name, 0L) != updateId) {
                partialTold.put(name, updateId);
                out.accept(name, partial(depth));
            }
        }
    }

    private void tellDiff(final String stream, final long nowMs, final BiConsumer<String, String> out) {
        final DepthFeed feed = diffs.get(stream);
        final String update = feed == null ? null : feed.take(json, updateId, nowMs);
        if (update != null && !faults.strikes(FaultKind.DEPTH_GAP)) {
            out.accept(stream, update);
        }
    }

    private String partial(final int depth) {
        json.clear().open('{').put("lastUpdateId", updateId);
        PublicApi.putLevels(json, "bids", book, Side.BUY, depth);
        PublicApi.putLevels(json, "asks", book, Side.SELL, depth);
        return json.close('}').toString();
    }

    /** Tells best bid and offer if they have changed. */
    void tellTicker(final Predicate<String> hasListeners, final BiConsumer<String, String> out) {
        final String stream = prefix + "@bookTicker";
        final PriceLevel bid = book.side(Side.BUY).best();
        final PriceLevel ask = book.side(Side.SELL).best();
        if (bid == null || ask == null || !hasListeners.test(stream) || !tickerChanged(bid, ask)) {
            return;
        }
        final Instrument i = book.instrument();
        out.accept(
                stream,
                json.clear()
                        .open('{')
                        .put("u", updateId)
                        .put("s", i.symbol())
                        .putDecimal("b", bid.price(), i.priceScale(), DECIMALS)
                        .putDecimal("B", bid.totalQty(), i.qtyScale(), DECIMALS)
                        .putDecimal("a", ask.price(), i.priceScale(), DECIMALS)
                        .putDecimal("A", ask.totalQty(), i.qtyScale(), DECIMALS)
                        .close('}')
                        .toString());
    }

    private boolean tickerChanged(final PriceLevel bid, final PriceLevel ask) {
        if (bid.price() == toldBidPx
                && bid.totalQty() == toldBidQty
                && ask.price() == toldAskPx
                && ask.totalQty() == toldAskQty) {
            return false;
        }
        toldBidPx = bid.price();
        toldBidQty = bid.totalQty();
        toldAskPx = ask.price();
        toldAskQty = ask.totalQty();
        return true;
    }

    /** Forgets what was told of best bid and offer, so that a new listener hears them at once. */
    void repeatTicker() {
        toldBidPx = 0;
    }

    void tellTrade(final Trade trade, final Predicate<String> hasListeners, final BiConsumer<String, String> out) {
        final String stream = prefix + "@trade";
        if (!hasListeners.test(stream)) {
            return;
        }
        final Instrument i = book.instrument();
        out.accept(
                stream,
                json.clear()
                        .open('{')
                        .put("e", "trade")
                        .put("E", trade.timeMs())
                        .put("s", i.symbol())
                        .put("t", trade.tradeId())
                        .putDecimal("p", trade.lastPx(), i.priceScale(), DECIMALS)
                        .putDecimal("q", trade.lastQty(), i.qtyScale(), DECIMALS)
                        .put("T", trade.timeMs())
                        .put("m", trade.maker().side() == Side.BUY)
                        .put("M", true)
                        .close('}')
                        .toString());
    }
}
