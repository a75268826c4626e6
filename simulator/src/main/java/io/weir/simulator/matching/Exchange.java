package io.weir.simulator.matching;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * One venue's books, accounts and orders. Called by a protocol front and by the market that keeps the books alive, one thread at a
 * time; each call checks all, then changes all, and tells the listener what happened.
 *
 * <p>The house account holds the venue's liquidity and may go below zero; fees go to an account of their own. Sums over all accounts
 * never change.
 */
public final class Exchange {
    private static final String HOUSE = "(house)";
    private static final String FEES = "(fees)";

    private final Map<String, OrderBook> books = new LinkedHashMap<>();
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final Assets assets;
    private final ExchangeLimits limits;
    private final ExchangeListener listener;
    private final Account house;
    private final Account feeAccount;
    private final Settlement settlement;
    private final OrderTable orders;
    private final Matcher matcher;

    /**
     * @param fundings balances by account and asset at scale {@value Account#SCALE}; assets that no instrument has are refused.
     */
    public Exchange(
            final List<Instrument> instruments,
            final Map<String, Map<String, Long>> fundings,
            final Fees fees,
            final ExchangeLimits limits,
            final ExchangeListener listener) {
        this.assets = new Assets(instruments);
        this.limits = limits;
        this.listener = listener;
        instruments.forEach(i -> books.put(i.symbol(), new OrderBook(i, assets, limits.firstTradeId() - 1)));
        fundings.forEach(this::fund);
        this.house = new Account(HOUSE, true, assets.names().size());
        this.feeAccount = new Account(FEES, true, assets.names().size());
        this.settlement = new Settlement(feeAccount);
        this.orders = new OrderTable(limits.firstOrderId() - 1, limits.closedOrdersKept());
        this.matcher = new Matcher(settlement, orders, fees, listener);
    }

    private void fund(final String name, final Map<String, Long> balances) {
        final Account account = new Account(name, false, assets.names().size());
        balances.forEach((asset, amount) -> {
            final int index = assets.indexOf(asset);
            if (index < 0 || amount < 0) {
                throw new IllegalArgumentException(
                        "account " + name + ": " + amount + " " + asset + ": unknown asset or below 0");
            }
            account.credit(index, amount);
        });
        accounts.put(name, account);
    }

    /**
     * Takes a new order, or refuses it.
     *
     * @param uniqueForever whether a client id that a closed order had is refused too.
     * @param nowMs ms since 1970.
     * @return the order; one with a {@link Order#rejectReason()} has no id and is not kept.
     */
    public Order place(final Account account, final NewOrder request, final boolean uniqueForever, final long nowMs) {
        final Order order = new Order(account, book(request.symbol()), request, nowMs);
        final RejectReason reason = check(order, uniqueForever);
        if (reason != null) {
            order.rejectReason = reason;
            order.closedAs = OrdStatus.REJECTED;
            return order;
        }
        order.orderId = orders.nextOrderId();
        orders.open(order);
        settlement.lock(order);
        listener.onAccepted(order);
        work(order, nowMs);
        return order;
    }

    private RejectReason check(final Order order, final boolean uniqueForever) {
        final Instrument instrument = order.instrument();
        final Order twin = order.account().findByClOrdId(order.clOrdId());
        if (twin != null && (uniqueForever || twin.isOpen())) {
            return RejectReason.DUPLICATE_CLORDID;
        }
        RejectReason reason = instrument.checkQty(order.orderQty());
        if (reason == null && order.ordType() != OrdType.MARKET) {
            reason = instrument.checkPrice(order.price());
        }
        if (reason != null) {
            return reason;
        }
        if (referenceNotional(order) < instrument.minNotional()) {
            return RejectReason.NOTIONAL_TOO_SMALL;
        }
        if (order.ordType() == OrdType.LIMIT_MAKER && order.book().fillableQty(order) > 0) {
            return RejectReason.WOULD_TAKE;
        }
        if (order.account().openOrders() >= limits.maxOpenOrders()) {
            return RejectReason.TOO_MANY_OPEN_ORDERS;
        }
        return settlement.canPay(order) ? null : RejectReason.INSUFFICIENT_BALANCE;
    }

    /** A market order is measured by the last trade; before the first one it is not measured. */
    private static long referenceNotional(final Order order) {
        if (order.ordType() != OrdType.MARKET) {
            return order.instrument().notional(order.price(), order.orderQty());
        }
        final long lastPx = order.book().lastPx();
        return lastPx == 0 ? Long.MAX_VALUE : order.instrument().notional(lastPx, order.orderQty());
    }

    private void work(final Order order, final long nowMs) {
        final boolean whole = order.timeInForce() == TimeInForce.FOK;
        if (!whole || order.book().fillableQty(order) == order.orderQty()) {
            matcher.match(order, nowMs);
        }
        if (!order.isOpen()) {
            return;
        }
        if (order.ordType() != OrdType.MARKET && order.timeInForce().rests()) {
            order.book().add(order);
        } else {
            expire(order, nowMs);
        }
    }

    /**
     * Cancels an open order.
     *
     * @param cancelClOrdId the request's own id, passed to the listener.
     * @return null, or why not.
     */
    public RejectReason cancel(final Order order, final String cancelClOrdId, final long nowMs) {
        if (!order.isOpen()) {
            return RejectReason.ORDER_CLOSED;
        }
        close(order, OrdStatus.CANCELED, nowMs);
        listener.onCanceled(order, cancelClOrdId);
        return null;
    }

    /** Gives up what is left of an open order in the venue's name. */
    public void expire(final Order order, final long nowMs) {
        close(order, OrdStatus.EXPIRED, nowMs);
        listener.onExpired(order);
    }

    /** Expires every open DAY order that came before {@code beforeMs}, ms since 1970: the end of the venue's day. */
    public void expireDayOrders(final long beforeMs, final long nowMs) {
        for (final Account account : accounts.values()) {
            Order order = account.firstOpen();
            while (order != null) {
                final Order next = order.nextOpen();
                if (order.timeInForce() == TimeInForce.DAY && order.createdMs() < beforeMs) {
                    expire(order, nowMs);
                }
                order = next;
            }
        }
    }

    void close(final Order order, final OrdStatus as, final long nowMs) {
        settlement.unlock(order);
        if (order.isResting()) {
            order.book().remove(order);
        }
        order.closedAs = as;
        order.updatedMs = nowMs;
        orders.close(order);
    }

    /**
     * Gives an open limit order new terms. It keeps its place only if the price stays and the quantity does not rise; otherwise it
     * trades and queues like a new one.
     *
     * @param newClOrdId the id in force from now on.
     * @param newPrice at priceScale.
     * @param newQty the whole OrderQty(38) at qtyScale, above what is filled.
     * @return null, or why not.
     */
    public RejectReason replace(
            final Order order, final String newClOrdId, final long newPrice, final long newQty, final long nowMs) {
        final RejectReason reason = checkReplace(order, newClOrdId, newPrice, newQty);
        if (reason != null) {
            return reason;
        }
        final String origClOrdId = order.clOrdId();
        final boolean keepsPlace = applyTerms(order, newClOrdId, newPrice, newQty, nowMs);
        listener.onReplaced(order, origClOrdId);
        if (!keepsPlace) {
            work(order, nowMs);
        }
        return null;
    }

    private RejectReason checkReplace(
            final Order order, final String newClOrdId, final long newPrice, final long newQty) {
        if (!order.isOpen()) {
            return RejectReason.ORDER_CLOSED;
        }
        final Order twin = order.account().findByClOrdId(newClOrdId);
        if (twin != null) {
            return RejectReason.DUPLICATE_CLORDID;
        }
        final Instrument instrument = order.instrument();
        if (newQty <= order.cumQty()) {
            return RejectReason.QTY_NOT_ABOVE_CUMQTY;
        }
        RejectReason reason = instrument.checkQty(newQty);
        if (reason == null) {
            reason = instrument.checkPrice(newPrice);
        }
        if (reason != null) {
            return reason;
        }
        if (instrument.notional(newPrice, newQty) < instrument.minNotional()) {
            return RejectReason.NOTIONAL_TOO_SMALL;
        }
        return settlement.canReplace(order, newPrice, newQty) ? null : RejectReason.INSUFFICIENT_BALANCE;
    }

    /** Changes the terms and the money held for them; whether the order kept its place. Otherwise it is out of the book. */
    boolean applyTerms(
            final Order order, final String newClOrdId, final long newPrice, final long newQty, final long nowMs) {
        final boolean keepsPlace = newPrice == order.price() && newQty <= order.orderQty();
        settlement.unlock(order);
        if (keepsPlace) {
            order.book().reduce(order, newQty);
        } else {
            order.book().remove(order);
            order.price = newPrice;
            order.orderQty = newQty;
        }
        settlement.lock(order);
        order.rename(newClOrdId);
        order.account().index(newClOrdId, order);
        order.updatedMs = nowMs;
        return keepsPlace;
    }

    /**
     * Makes the venue's own liquidity at a price {@code qty}. Growing gives it a new place at the end of the level; where it crosses
     * customers' orders it trades, where it crosses itself the older one goes.
     *
     * @param price a multiple of the tick, at priceScale.
     * @param qty at qtyScale; 0 removes it.
     */
    public void quote(final OrderBook book, final Side side, final long price, final long qty, final long nowMs) {
        final PriceLevel level = book.side(side).find(price);
        final Order standing = level == null ? null : level.house;
        final long standingQty = standing == null ? 0 : standing.leavesQty();
        if (standingQty == qty) {
            return;
        }
        if (qty > 0 && qty < standingQty) {
            book.reduce(standing, standing.cumQty() + qty);
            return;
        }
        if (standing != null) {
            book.remove(standing);
            standing.closedAs = OrdStatus.CANCELED;
        }
        if (qty > 0) {
            enterHouseOrder(book, side, price, qty, nowMs);
        }
    }

    private void enterHouseOrder(
            final OrderBook book, final Side side, final long price, final long qty, final long nowMs) {
        final NewOrder terms =
                new NewOrder(book.instrument().symbol(), "", side, OrdType.LIMIT, TimeInForce.GTC, price, qty);
        final Order order = new Order(house, book, terms, nowMs);
        matcher.match(order, nowMs);
        if (order.isOpen()) {
            book.add(order);
        }
    }

    /** What the venue's own liquidity at {@code price} has left, at qtyScale. */
    public long quoted(final OrderBook book, final Side side, final long price) {
        final PriceLevel level = book.side(side).find(price);
        return level == null || level.house == null ? 0 : level.house.leavesQty();
    }

    /** The book of {@code symbol}, or null. */
    public OrderBook book(final String symbol) {
        return books.get(symbol);
    }

    /** All books in the order of the configuration. */
    public Collection<OrderBook> books() {
        return books.values();
    }

    /** The account of that name, or null. */
    public Account account(final String name) {
        return accounts.get(name);
    }

    /** All customers' accounts in the order of the configuration. */
    public Collection<Account> accounts() {
        return accounts.values();
    }

    /** The assets that balances are numbered by. */
    public Assets assets() {
        return assets;
    }

    /** A customer's order by the venue's id, or null if it is unknown or forgotten. */
    public Order order(final long orderId) {
        return orders.find(orderId);
    }

    /** Visits known orders by rising id, from {@code fromOrderId} on, until the visitor says false. */
    public void forEachOrder(final long fromOrderId, final Predicate<Order> visitor) {
        orders.ascend(Math.max(fromOrderId, limits.firstOrderId()), visitor);
    }

    /** Visits known orders by falling id, newest first, until the visitor says false. */
    public void forEachOrderNewestFirst(final Predicate<Order> visitor) {
        orders.descend(Long.MAX_VALUE, visitor);
    }

    /** The id of the newest order. */
    public long lastOrderId() {
        return orders.lastOrderId();
    }

    /** How many closed orders are no longer known. */
    public long forgottenOrders() {
        return orders.forgotten();
    }

    /** Sum of free and locked of an asset over all accounts, the venue's own included; constant for the life of the venue. */
    public long total(final int asset) {
        long sum = house.free(asset) + house.locked(asset) + feeAccount.free(asset);
        for (final Account account : accounts.values()) {
            sum += account.free(asset) + account.locked(asset);
        }
        return sum;
    }

    /** What the venue has taken in fees of an asset, at scale {@value Account#SCALE}. */
    public long feesTaken(final int asset) {
        return feeAccount.free(asset);
    }

    /** Starts reading recorded events back in; see {@link ExchangeRestore}. */
    public ExchangeRestore restore() {
        return new ExchangeRestore(this, house, settlement, orders, matcher);
    }
}
