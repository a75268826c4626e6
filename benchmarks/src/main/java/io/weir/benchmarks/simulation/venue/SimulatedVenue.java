package io.weir.benchmarks.simulation.venue;

import io.weir.benchmarks.simulation.Trace;
import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.TimeInForce;
import io.weir.simulator.floor.ExecIds;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.ExchangeLimits;
import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.Fees;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.NewOrder;
import io.weir.simulator.matching.OrdType;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.RejectReason;
import io.weir.simulator.matching.Side;
import io.weir.simulator.matching.Trade;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.OrderReplaced;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.report.VenueReport;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueReplace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** One exchange: the matching engine with one account of ours, its market, and what it really did. Outlives every line to it. */
public final class SimulatedVenue implements ExchangeListener {
    /** Digits of prices. */
    public static final int PRICE_SCALE = 2;

    /** Digits of quantities. */
    public static final int QTY_SCALE = 6;

    private static final String ACCOUNT = "weir";
    private static final long MARKET_NS = 400_000_000L;
    private static final int NS_PER_MS = 1_000_000;
    private static final int QUOTE_LEVELS = 4;

    private final String name;
    private final Timeline timeline;
    private final Random random;
    private final Trace trace;
    private final Exchange exchange;
    private final Account account;
    private final List<Market> markets = new ArrayList<>();
    private final Map<Long, Long> childOf = new HashMap<>();
    private final Map<Long, Order> byChild = new TreeMap<>();
    private final Set<Long> sentOnce = new HashSet<>();
    private final Set<Long> mute = new HashSet<>();
    private final Set<String> refused = new HashSet<>();
    private final Map<String, Execution> executions = new LinkedHashMap<>();
    private LineListener line = LineListener.NOBODY;
    private boolean muteNext;
    private boolean calm;

    /** Who hears what the venue says. */
    interface LineListener {
        LineListener NOBODY = report -> {};

        void onReport(VenueReport report);
    }

    /**
     * Opens an exchange.
     *
     * @param name     of the venue.
     * @param timeline of the simulation.
     * @param random   of this venue.
     * @param trace    to note in.
     * @param funds    of our account by asset, at scale 8.
     */
    public SimulatedVenue(
            final String name,
            final Timeline timeline,
            final Random random,
            final Trace trace,
            final Map<String, Long> funds) {
        this.name = name;
        this.timeline = timeline;
        this.random = random;
        this.trace = trace;
        final List<Instrument> instruments = List.of(instrument("BTC-USD", "BTC"), instrument("ETH-USD", "ETH"));
        exchange = new Exchange(
                instruments,
                new TreeMap<>(Map.of(ACCOUNT, new TreeMap<>(funds))),
                new Fees(200, 700),
                ExchangeLimits.DEFAULT,
                this);
        account = exchange.account(ACCOUNT);
        markets.add(new Market(exchange, exchange.book("BTC-USD"), random, 50_000_00L, 400_000));
        markets.add(new Market(exchange, exchange.book("ETH-USD"), random, 2_500_00L, 4_000_000));
        tick();
    }

    private static Instrument instrument(final String symbol, final String base) {
        return new Instrument(
                symbol, base, "USD", PRICE_SCALE, QTY_SCALE, 1, 10, 10, 100_000_000, 10_000_000_000L / 100, 0);
    }

    private void tick() {
        for (final Market market : markets) {
            market.tick(nowMs());
        }
        if (!calm && random.nextInt(40) == 0 && account.firstOpen() != null) {
            trace.add(name, () -> "cancels of its own accord: " + account.firstOpen());
            exchange.cancel(account.firstOpen(), null, nowMs());
        }
        timeline.in(MARKET_NS / 2 + random.nextInt((int) MARKET_NS), this::tick);
    }

    /** {@return name of the venue} */
    public String name() {
        return name;
    }

    /** From now on it does nothing odd. */
    public void calmDown() {
        calm = true;
        mute.clear();
    }

    boolean isCalm() {
        return calm;
    }

    Trace trace() {
        return trace;
    }

    void listen(final LineListener newLine) {
        line = newLine;
    }

    /** {@return all executions by the venue's id, in their order} */
    public Map<String, Execution> executions() {
        return executions;
    }

    /** {@return orders of ours by our id} */
    public Map<Long, Order> orders() {
        return byChild;
    }

    /**
     * Tells what our account has.
     *
     * @param asset its name.
     * @return free and locked, at scale 8.
     */
    public long balance(final String asset) {
        final int index = exchange.assets().indexOf(asset);
        return account.free(index) + account.locked(index);
    }

    private long nowMs() {
        return timeline.nowNs() / NS_PER_MS;
    }

    /** Works a new order; with {@code isMute} nobody hears of it until it is asked for. */
    void place(final VenueOrder request, final boolean isMute) {
        if (!sentOnce.add(request.childOrderId())) {
            throw new Violation(
                    "no order is sent to a venue twice",
                    request.venueClOrdId(),
                    name + " gets child order " + request.childOrderId() + " again: " + request);
        }
        muteNext = isMute;
        final boolean market = request.ordType() == io.weir.protocol.fix.OrdType.MARKET;
        final Order order = exchange.place(
                account,
                new NewOrder(
                        request.symbol(),
                        request.venueClOrdId(),
                        side(request.side()),
                        market ? OrdType.MARKET : OrdType.LIMIT,
                        timeInForce(request, market),
                        market ? 0 : request.price().mantissa(),
                        request.orderQty().mantissa()),
                true,
                nowMs());
        muteNext = false;
        trace.add(
                name,
                () -> "has child " + request.childOrderId() + ": " + order
                        + (order.rejectReason() == null ? "" : " " + order.rejectReason()));
        if (order.rejectReason() != null) {
            refused.add(request.venueClOrdId());
            if (!isMute) {
                line.onReport(new OrderRefused(
                        request.venueClOrdId(),
                        io.weir.protocol.command.VenueRejectReason.REFUSED,
                        order.rejectReason().name()));
            }
            return;
        }
        byChild.put(request.childOrderId(), order);
    }

    private static Side side(final io.weir.protocol.fix.Side side) {
        return side == io.weir.protocol.fix.Side.BUY ? Side.BUY : Side.SELL;
    }

    private static io.weir.simulator.matching.TimeInForce timeInForce(final VenueOrder request, final boolean market) {
        if (market) {
            return io.weir.simulator.matching.TimeInForce.IOC;
        }
        return request.timeInForce() == TimeInForce.IMMEDIATE_OR_CANCEL
                ? io.weir.simulator.matching.TimeInForce.IOC
                : request.timeInForce() == TimeInForce.FILL_OR_KILL
                        ? io.weir.simulator.matching.TimeInForce.FOK
                        : io.weir.simulator.matching.TimeInForce.GTC;
    }

    void cancel(final VenueCancel request, final boolean isMute) {
        final Order order = account.findByClOrdId(request.venueClOrdId());
        final RejectReason reason =
                order == null ? RejectReason.ORDER_CLOSED : exchange.cancel(order, request.cancelClOrdId(), nowMs());
        trace.add(name, () -> "cancels " + request.venueClOrdId() + ": " + (reason == null ? "done" : reason));
        if (reason != null && !isMute) {
            line.onReport(new CancelRefused(request.venueClOrdId(), true, reason.name()));
        }
    }

    void replace(final VenueReplace request, final boolean isMute) {
        final Order order = account.findByClOrdId(request.origVenueClOrdId());
        if (order != null && isMute) {
            mute.add(order.orderId());
        }
        final RejectReason reason = order == null
                ? RejectReason.ORDER_CLOSED
                : exchange.replace(
                        order,
                        request.venueClOrdId(),
                        request.price().mantissa(),
                        request.orderQty().mantissa(),
                        nowMs());
        trace.add(
                name,
                () -> "replaces " + request.origVenueClOrdId() + " by " + request.venueClOrdId() + ": "
                        + (reason == null ? "done" : reason));
        if (reason != null && !isMute) {
            line.onReport(new ReplaceRefused(request.venueClOrdId(), reason.name()));
        }
    }

    /** {@return the order that an id of ours names or named, null if there is none} */
    Order find(final String venueClOrdId) {
        return account.findByClOrdId(venueClOrdId);
    }

    boolean wasRefused(final String venueClOrdId) {
        return refused.contains(venueClOrdId);
    }

    /** The order is spoken of again. */
    void unmute(final Order order) {
        mute.remove(order.orderId());
    }

    @Override
    public void onAccepted(final Order order) {
        if (muteNext) {
            mute.add(order.orderId());
        }
        childOf.put(order.orderId(), childOrderId(order));
        say(order, new OrderAccepted(order.clOrdId(), Long.toString(order.orderId())));
    }

    private static long childOrderId(final Order order) {
        final String text = order.clOrdId();
        return io.weir.protocol.VenueClOrdIds.childOrderId(text, text.substring(0, text.indexOf('-')));
    }

    @Override
    public void onTrade(final Trade trade) {
        report(trade, trade.maker());
        report(trade, trade.taker());
    }

    private void report(final Trade trade, final Order order) {
        if (order.account().isHouse()) {
            return;
        }
        final Execution execution = new Execution(
                name,
                childOf.get(order.orderId()),
                new Fill(
                        order.clOrdId(),
                        ExecIds.ofTrade(order.instrument().symbol(), trade.tradeId(), order.side()),
                        order.instrument().symbol(),
                        order.side() == Side.BUY ? io.weir.protocol.fix.Side.BUY : io.weir.protocol.fix.Side.SELL,
                        new Decimal(trade.lastQty(), QTY_SCALE),
                        new Decimal(trade.lastPx(), PRICE_SCALE),
                        new Decimal(order.cumQty(), QTY_SCALE),
                        new Decimal(trade.feeOf(order), Account.SCALE),
                        order.book().feeAsset(order.side()),
                        timeline.nowNs()));
        trace.add(name, () -> "trades " + execution);
        executions.put(execution.report().venueExecId(), execution);
        say(order, execution.report());
    }

    @Override
    public void onCanceled(final Order order, final String cancelClOrdId) {
        say(order, closed(order, VenueClosedAs.CANCELED));
    }

    @Override
    public void onExpired(final Order order) {
        say(order, closed(order, VenueClosedAs.EXPIRED));
    }

    @Override
    public void onReplaced(final Order order, final String origClOrdId) {
        say(order, new OrderReplaced(order.clOrdId(), Long.toString(order.orderId())));
    }

    private static OrderClosed closed(final Order order, final VenueClosedAs as) {
        return new OrderClosed(order.clOrdId(), as, new Decimal(order.cumQty(), QTY_SCALE), "");
    }

    private void say(final Order order, final VenueReport report) {
        if (!mute.contains(order.orderId())) {
            line.onReport(report);
        }
    }

    /** {@return the top of a book} */
    VenueQuote quote(final String symbol) {
        return new VenueQuote(
                symbol,
                true,
                levels(exchange.book(symbol).side(Side.BUY).best()),
                levels(exchange.book(symbol).side(Side.SELL).best()));
    }

    private static List<PriceLevel> levels(final io.weir.simulator.matching.PriceLevel best) {
        final List<PriceLevel> levels = new ArrayList<>(QUOTE_LEVELS);
        io.weir.simulator.matching.PriceLevel level = best;
        while (level != null && levels.size() < QUOTE_LEVELS) {
            levels.add(
                    new PriceLevel(new Decimal(level.price(), PRICE_SCALE), new Decimal(level.totalQty(), QTY_SCALE)));
            level = level.worse();
        }
        return levels;
    }

    /**
     * Tells where the market of a symbol is.
     *
     * @param symbolIndex 0 for BTC-USD, 1 for ETH-USD.
     * @return the middle, at {@link #PRICE_SCALE}.
     */
    public long middle(final int symbolIndex) {
        return markets.get(symbolIndex).middle();
    }
}
