package io.weir.simulator.market;

import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.Trade;
import java.util.HashMap;
import java.util.Map;

/** All price sources of one venue. Called on the venue's thread. */
public final class Market implements AutoCloseable {
    private static final long DAY_MS = 86_400_000;

    private final Exchange exchange;
    private final Map<OrderBook, QuotedBook> quotes = new HashMap<>();
    private final Map<OrderBook, PriceSource> sources = new HashMap<>();
    private long day;

    /** @param exchange whose books come alive; each symbol by one of the two add methods. */
    public Market(final Exchange exchange) {
        this.exchange = exchange;
    }

    /** Lets a symbol run on its own; see {@link SteadyMarket}. */
    public void addSteady(final String symbol, final long startPrice, final long depthQty, final long seed) {
        final QuotedBook quoted = quote(symbol);
        sources.put(quoted.book(), new SteadyMarket(quoted, startPrice, depthQty, seed));
    }

    /** Lets a symbol follow a recording. */
    public void addRecorded(final String symbol, final Recording recording) {
        final QuotedBook quoted = quote(symbol);
        sources.put(quoted.book(), new RecordedMarket(quoted, recording));
    }

    private QuotedBook quote(final String symbol) {
        final QuotedBook quoted = new QuotedBook(exchange, exchange.book(symbol));
        quotes.put(quoted.book(), quoted);
        return quoted;
    }

    /** Moves every book to {@code nowMs}; at the first tick of a day (UTC) the DAY orders of the day before expire. */
    public void tick(final long nowMs) {
        final long today = nowMs / DAY_MS;
        if (today != day) {
            exchange.expireDayOrders(today * DAY_MS, nowMs);
        }
        day = today;
        for (final OrderBook book : exchange.books()) {
            final PriceSource source = sources.get(book);
            if (source != null) {
                source.tick(nowMs);
            }
        }
    }

    /** Tells of every trade, so that eaten liquidity comes back. */
    public void onTrade(final Trade trade) {
        eaten(trade.maker());
        eaten(trade.taker());
    }

    private void eaten(final Order order) {
        final QuotedBook quoted = order.account().isHouse() ? quotes.get(order.book()) : null;
        if (quoted != null) {
            quoted.onEaten(order);
        }
    }

    @Override
    public void close() {
        sources.values().forEach(PriceSource::close);
    }
}
