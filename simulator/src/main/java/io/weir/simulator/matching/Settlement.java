package io.weir.simulator.matching;

/** Moves money: reservations of limit orders, payment of trades, fees to the venue's own account. Every move is between two places. */
final class Settlement {
    private final Account feeAccount;

    Settlement(final Account feeAccount) {
        this.feeAccount = feeAccount;
    }

    /** Whether the account can pay for the order: a limit order at its price, a market order at what the book asks now. */
    boolean canPay(final Order order) {
        return order.account().canSpend(spentAsset(order), needed(order));
    }

    private static long needed(final Order order) {
        if (order.locksFunds()) {
            return lockFor(order, order.price(), order.orderQty());
        }
        return order.side() == Side.BUY
                ? order.book().sweepNotional(Side.BUY, order.orderQty())
                : order.instrument().baseAmount(order.orderQty());
    }

    /** Whether the account can pay what new terms hold beyond what the old ones do. */
    boolean canReplace(final Order order, final long newPrice, final long newQty) {
        final long leaves = order.orderQty() - order.cumQty();
        final long more = lockFor(order, newPrice, newQty - order.cumQty()) - lockFor(order, order.price(), leaves);
        return order.account().canSpend(spentAsset(order), more);
    }

    void lock(final Order order) {
        if (order.locksFunds()) {
            order.account().lock(spentAsset(order), lockFor(order, order.price(), order.orderQty() - order.cumQty()));
        }
    }

    void unlock(final Order order) {
        if (order.locksFunds()) {
            order.account().lock(spentAsset(order), -lockFor(order, order.price(), order.orderQty() - order.cumQty()));
        }
    }

    /** Pays one order's half of a trade; the other half is paid by the same method. */
    void pay(final Order order, final Trade trade) {
        final Account account = order.account();
        final Instrument instrument = order.instrument();
        final OrderBook book = order.book();
        final long notional = instrument.notional(trade.lastPx(), trade.lastQty());
        final long base = instrument.baseAmount(trade.lastQty());
        final long fee = trade.feeOf(order);
        final boolean buys = order.side() == Side.BUY;
        final long spent = buys ? notional : base;
        if (order.locksFunds()) {
            final long held = lockFor(order, order.price(), trade.lastQty());
            account.spendLocked(spentAsset(order), held);
            account.credit(spentAsset(order), held - spent);
        } else {
            account.credit(spentAsset(order), -spent);
        }
        final int received = buys ? book.baseAsset() : book.quoteAsset();
        account.credit(received, (buys ? base : notional) - fee);
        feeAccount.credit(received, fee);
    }

    private static int spentAsset(final Order order) {
        return order.side() == Side.BUY
                ? order.book().quoteAsset()
                : order.book().baseAsset();
    }

    private static long lockFor(final Order order, final long price, final long qty) {
        return order.side() == Side.BUY
                ? order.instrument().notional(price, qty)
                : order.instrument().baseAmount(qty);
    }
}
