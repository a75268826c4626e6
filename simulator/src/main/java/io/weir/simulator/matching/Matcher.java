package io.weir.simulator.matching;

/** Matches one incoming order against the other side of its book: best price first, at each price first come first served. */
final class Matcher {
    private final Settlement settlement;
    private final OrderTable orders;
    private final Fees fees;
    private final ExchangeListener listener;

    Matcher(final Settlement settlement, final OrderTable orders, final Fees fees, final ExchangeListener listener) {
        this.settlement = settlement;
        this.orders = orders;
        this.fees = fees;
        this.listener = listener;
    }

    /** Trades what crosses. The taker is not in the book meanwhile. */
    void match(final Order taker, final long nowMs) {
        final BookSide opposite = taker.book().side(taker.side().opposite());
        while (taker.isOpen()) {
            final PriceLevel level = opposite.best();
            if (level == null || !taker.crosses(level.price())) {
                return;
            }
            final Order maker = level.first();
            if (taker.isHouse() && maker.isHouse()) {
                maker.closedAs = OrdStatus.CANCELED;
                taker.book().remove(maker);
            } else {
                trade(maker, taker, nowMs);
            }
        }
    }

    private void trade(final Order maker, final Order taker, final long nowMs) {
        final OrderBook book = taker.book();
        final long qty = Math.min(taker.orderQty() - taker.cumQty(), maker.orderQty() - maker.cumQty());
        final long price = maker.price();
        final Trade trade = new Trade(
                book.nextTradeId(),
                maker,
                taker,
                price,
                qty,
                fees.floorMakerFee(received(maker, price, qty)),
                fees.floorTakerFee(received(taker, price, qty)),
                nowMs);
        apply(trade);
        listener.onTrade(trade);
    }

    /** Books a trade: fills, money, the maker's level, and closes what is filled. Also how a recorded trade is restored. */
    void apply(final Trade trade) {
        final Order maker = trade.maker();
        final Order taker = trade.taker();
        settlement.pay(maker, trade);
        settlement.pay(taker, trade);
        maker.addFill(trade, trade.makerFee(), true);
        taker.addFill(trade, trade.takerFee(), false);
        shrinkIfResting(maker, trade.lastQty());
        shrinkIfResting(taker, trade.lastQty());
        maker.book().traded(trade.tradeId(), trade.lastPx());
        closeIfFilled(maker);
        closeIfFilled(taker);
    }

    private static void shrinkIfResting(final Order order, final long qty) {
        if (order.isResting()) {
            order.book().shrink(order, qty);
        }
    }

    private void closeIfFilled(final Order order) {
        if (order.cumQty() == order.orderQty() && !order.isHouse()) {
            orders.close(order);
        }
    }

    private static long received(final Order order, final long price, final long qty) {
        return order.side() == Side.BUY
                ? order.instrument().baseAmount(qty)
                : order.instrument().notional(price, qty);
    }
}
