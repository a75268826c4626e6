package io.weir.simulator.matching;

/**
 * Rebuilds accounts, orders and books from what a venue recorded before it stopped. Called by the ledger at start, before any
 * customer; the listener hears nothing, because all this was said already.
 *
 * <p>A record that does not fit what went before it means that the file is not this venue's: {@link IllegalStateException}.
 */
public final class ExchangeRestore {
    private final Exchange exchange;
    private final Account house;
    private final Settlement settlement;
    private final OrderTable orders;
    private final Matcher matcher;

    ExchangeRestore(
            final Exchange exchange,
            final Account house,
            final Settlement settlement,
            final OrderTable orders,
            final Matcher matcher) {
        this.exchange = exchange;
        this.house = house;
        this.settlement = settlement;
        this.orders = orders;
        this.matcher = matcher;
    }

    /** An order was accepted; one that rests goes to the book at once, for later records say what it traded. */
    public void accepted(final long orderId, final String accountName, final NewOrder request, final long timeMs) {
        final Account account = exchange.account(accountName);
        final OrderBook book = exchange.book(request.symbol());
        if (account == null || book == null) {
            throw new IllegalStateException("recorded order " + orderId + " is of account " + accountName
                    + " and symbol " + request.symbol() + ", which this venue's configuration does not have");
        }
        final Order order = new Order(account, book, request, timeMs);
        order.orderId = orderId;
        orders.open(order);
        settlement.lock(order);
        if (order.ordType() != OrdType.MARKET && order.timeInForce().rests()) {
            book.add(order);
        }
    }

    /**
     * Two orders traded; an id of {@link Order#HOUSE_ORDER_ID} is the venue's own side.
     *
     * @param symbol for the case that one side is the venue's own.
     */
    public void traded(
            final String symbol,
            final long tradeId,
            final long makerOrderId,
            final long takerOrderId,
            final RecordedFill fill) {
        final Order known = makerOrderId == Order.HOUSE_ORDER_ID ? find(takerOrderId) : find(makerOrderId);
        final Order maker = makerOrderId == Order.HOUSE_ORDER_ID ? houseOrder(known, symbol, fill) : known;
        final Order taker = takerOrderId == Order.HOUSE_ORDER_ID ? houseOrder(known, symbol, fill) : find(takerOrderId);
        matcher.apply(new Trade(
                tradeId, maker, taker, fill.lastPx(), fill.lastQty(), fill.makerFee(), fill.takerFee(), fill.timeMs()));
    }

    private Order houseOrder(final Order other, final String symbol, final RecordedFill fill) {
        final NewOrder terms = new NewOrder(
                symbol, "", other.side().opposite(), OrdType.LIMIT, TimeInForce.IOC, fill.lastPx(), fill.lastQty());
        return new Order(house, other.book(), terms, fill.timeMs());
    }

    /** An order was canceled or expired. */
    public void closed(final long orderId, final OrdStatus as, final long timeMs) {
        exchange.close(find(orderId), as, timeMs);
    }

    /** An order got new terms. */
    public void replaced(
            final long orderId, final String newClOrdId, final long newPrice, final long newQty, final long timeMs) {
        final Order order = find(orderId);
        if (!exchange.applyTerms(order, newClOrdId, newPrice, newQty, timeMs)) {
            order.book().add(order);
        }
    }

    private Order find(final long orderId) {
        final Order order = orders.find(orderId);
        if (order == null) {
            throw new IllegalStateException("a record names order " + orderId + ", which no earlier record opened");
        }
        return order;
    }

    /**
     * The figures of a recorded trade.
     *
     * @param lastPx at priceScale.
     * @param lastQty at qtyScale.
     * @param makerFee at scale {@value Account#SCALE}, in what the maker received.
     * @param takerFee at scale {@value Account#SCALE}, in what the taker received.
     * @param timeMs ms since 1970.
     */
    public record RecordedFill(long lastPx, long lastQty, long makerFee, long takerFee, long timeMs) {}
}
