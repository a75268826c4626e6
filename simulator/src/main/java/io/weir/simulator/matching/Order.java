package io.weir.simulator.matching;

/**
 * One order at the venue: facts, from which {@link #ordStatus()} is read. Changed by {@link Exchange} only; fronts read it.
 *
 * <p>The venue's own liquidity is orders too; those have no id and no client id.
 */
public final class Order {
    /** {@link #orderId()} of the venue's own liquidity. */
    public static final long HOUSE_ORDER_ID = 0;

    private static final String[] NO_IDS = {};

    private final Account account;
    private final OrderBook book;
    private final Side side;
    private final OrdType ordType;
    private final TimeInForce timeInForce;
    private final long createdMs;

    long orderId;
    String clOrdId;
    String[] formerClOrdIds = NO_IDS;
    long price;
    long orderQty;
    long cumQty;
    long cumNotional;
    long updatedMs;
    OrdStatus closedAs;
    RejectReason rejectReason;
    Fills fills = Fills.NONE;
    long hiddenUntilMs;

    PriceLevel level;
    Order prevInLevel;
    Order nextInLevel;
    Order prevOpen;
    Order nextOpen;

    Order(final Account account, final OrderBook book, final NewOrder request, final long nowMs) {
        this.account = account;
        this.book = book;
        this.clOrdId = request.clOrdId();
        this.side = request.side();
        this.ordType = request.ordType();
        this.timeInForce = request.timeInForce();
        this.price = request.price();
        this.orderQty = request.orderQty();
        this.createdMs = nowMs;
        this.updatedMs = nowMs;
    }

    /** OrderID(37), unique at the venue, above 2^31. */
    public long orderId() {
        return orderId;
    }

    /** Whose order it is. */
    public Account account() {
        return account;
    }

    /** Where it trades. */
    public OrderBook book() {
        return book;
    }

    /** Rules of its symbol. */
    public Instrument instrument() {
        return book.instrument();
    }

    /** ClOrdID(11) in force: of the order, or of the last replace. */
    public String clOrdId() {
        return clOrdId;
    }

    /** Side(54). */
    public Side side() {
        return side;
    }

    /** OrdType(40). */
    public OrdType ordType() {
        return ordType;
    }

    /** TimeInForce(59). */
    public TimeInForce timeInForce() {
        return timeInForce;
    }

    /** Price(44) at priceScale; 0 for a market order. */
    public long price() {
        return price;
    }

    /** OrderQty(38) at qtyScale. */
    public long orderQty() {
        return orderQty;
    }

    /** CumQty(14) at qtyScale. */
    public long cumQty() {
        return cumQty;
    }

    /** Sum of price times quantity of all fills, in quote units at scale {@value Account#SCALE}. */
    public long cumNotional() {
        return cumNotional;
    }

    /** Quantity neither filled nor given up, at qtyScale; for a closed order 0. */
    public long leavesQty() {
        return isOpen() ? orderQty - cumQty : 0;
    }

    /** When the venue took it, ms since 1970. */
    public long createdMs() {
        return createdMs;
    }

    /** When it last changed, ms since 1970. */
    public long updatedMs() {
        return updatedMs;
    }

    /** Its executions, oldest first. */
    public Fills fills() {
        return fills;
    }

    /** Why it was refused, or null if it was not. */
    public RejectReason rejectReason() {
        return rejectReason;
    }

    /** Until when (ms since 1970) queries pretend not to know it; a fault sets this. */
    public long hiddenUntilMs() {
        return hiddenUntilMs;
    }

    /** Lets queries deny the order until {@code untilMs}, ms since 1970. */
    public void hideUntil(final long untilMs) {
        hiddenUntilMs = untilMs;
    }

    /** Whether it can still trade. */
    public boolean isOpen() {
        return closedAs == null && cumQty < orderQty;
    }

    /** Whether it stands in the book. */
    public boolean isResting() {
        return level != null;
    }

    /** The account's next open order by arrival, or null. */
    public Order nextOpen() {
        return nextOpen;
    }

    /** OrdStatus(39), read off the facts: a refusal outranks a fill, a fill outranks a close. */
    public OrdStatus ordStatus() {
        if (rejectReason != null) {
            return OrdStatus.REJECTED;
        }
        if (cumQty >= orderQty) {
            return OrdStatus.FILLED;
        }
        if (closedAs != null) {
            return closedAs;
        }
        return cumQty > 0 ? OrdStatus.PARTIALLY_FILLED : OrdStatus.NEW;
    }

    boolean isHouse() {
        return account.isHouse();
    }

    /** Whether money was set aside when it came: a market order and the venue's own liquidity pay as they go. */
    boolean locksFunds() {
        return ordType != OrdType.MARKET && !isHouse();
    }

    boolean crosses(final long otherPrice) {
        if (ordType == OrdType.MARKET) {
            return true;
        }
        return side == Side.BUY ? price >= otherPrice : price <= otherPrice;
    }

    void addFill(final Trade trade, final long fee, final boolean maker) {
        cumQty += trade.lastQty();
        cumNotional += instrument().notional(trade.lastPx(), trade.lastQty());
        updatedMs = trade.timeMs();
        if (cumQty > orderQty) {
            throw new IllegalStateException("order " + orderId + " filled " + cumQty + " of " + orderQty);
        }
        if (!isHouse()) {
            fills = fills.plus(trade, fee, maker);
        }
    }

    void rename(final String newClOrdId) {
        final String[] former = new String[formerClOrdIds.length + 1];
        System.arraycopy(formerClOrdIds, 0, former, 0, formerClOrdIds.length);
        former[formerClOrdIds.length] = clOrdId;
        formerClOrdIds = former;
        clOrdId = newClOrdId;
    }

    @Override
    public String toString() {
        return "orderId=" + orderId + " clOrdId=" + clOrdId + " account=" + account.name() + " symbol="
                + instrument().symbol() + " "
                + side + " " + ordType + " " + timeInForce + " price=" + price + " orderQty=" + orderQty + " cumQty="
                + cumQty + " "
                + ordStatus();
    }
}
