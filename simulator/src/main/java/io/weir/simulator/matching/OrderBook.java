package io.weir.simulator.matching;

/** Both sides of one symbol, its trade counter, and who listens to its levels. */
public final class OrderBook {
    private static final BookListener NOBODY = (side, price) -> {};

    private final Instrument instrument;
    private final int baseAsset;
    private final int quoteAsset;
    private final BookSide bids = new BookSide(Side.BUY);
    private final BookSide asks = new BookSide(Side.SELL);
    private BookListener listener = NOBODY;
    private long lastTradeId;
    private long lastPx;

    OrderBook(final Instrument instrument, final Assets assets, final long lastTradeId) {
        this.instrument = instrument;
        this.baseAsset = assets.indexOf(instrument.base());
        this.quoteAsset = assets.indexOf(instrument.quote());
        this.lastTradeId = lastTradeId;
    }

    /** The symbol and its rules. */
    public Instrument instrument() {
        return instrument;
    }

    /** Number of the asset bought and sold. */
    public int baseAsset() {
        return baseAsset;
    }

    /** Number of the asset paid with. */
    public int quoteAsset() {
        return quoteAsset;
    }

    /** The asset that an order of {@code side} receives and pays its fee in. */
    public String feeAsset(final Side side) {
        return side == Side.BUY ? instrument.base() : instrument.quote();
    }

    /** The bids for BUY, the offers for SELL. */
    public BookSide side(final Side side) {
        return side == Side.BUY ? bids : asks;
    }

    /** Price of the last trade at priceScale; 0 before the first. */
    public long lastPx() {
        return lastPx;
    }

    /** The id of the last trade. */
    public long lastTradeId() {
        return lastTradeId;
    }

    /** Sets who hears of changed levels; one listener, the market data front. */
    public void listen(final BookListener newListener) {
        listener = newListener;
    }

    long nextTradeId() {
        return ++lastTradeId;
    }

    void traded(final long tradeId, final long price) {
        lastTradeId = Math.max(lastTradeId, tradeId);
        lastPx = price;
    }

    void add(final Order order) {
        side(order.side()).add(order);
        listener.onLevel(order.side(), order.price());
    }

    void remove(final Order order) {
        side(order.side()).remove(order, order.orderQty - order.cumQty);
        listener.onLevel(order.side(), order.price());
    }

    /** After a fill of a resting order: its level shrinks, and a filled order leaves. */
    void shrink(final Order order, final long qty) {
        order.level.totalQty -= qty;
        if (order.cumQty == order.orderQty) {
            side(order.side()).remove(order, 0);
        }
        listener.onLevel(order.side(), order.price());
    }

    /** A smaller order quantity; the order keeps its place. */
    void reduce(final Order order, final long newOrderQty) {
        order.level.totalQty -= order.orderQty - newOrderQty;
        order.orderQty = newOrderQty;
        listener.onLevel(order.side(), order.price());
    }

    /** Quantity that an order could trade at once, counted only up to its own. */
    long fillableQty(final Order order) {
        long qty = 0;
        for (PriceLevel l = side(order.side().opposite()).best();
                l != null && qty < order.orderQty && order.crosses(l.price);
                l = l.worse) {
            qty += l.totalQty;
        }
        return Math.min(qty, order.orderQty);
    }

    /** What a market order for {@code qty} would pay or get now, in quote units. */
    long sweepNotional(final Side side, final long qty) {
        long left = qty;
        long notional = 0;
        for (PriceLevel l = side(side.opposite()).best(); l != null && left > 0; l = l.worse) {
            final long take = Math.min(left, l.totalQty);
            notional += instrument.notional(l.price, take);
            left -= take;
        }
        return notional;
    }
}
