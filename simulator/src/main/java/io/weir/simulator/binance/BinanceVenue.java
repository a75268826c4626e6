package io.weir.simulator.binance;

import io.vertx.core.Context;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.fault.RequestKind;
import io.weir.simulator.floor.TradingFloor;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Trade;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The venue between two starts: joins floor, order entry, queries and streams, and lets faults strike. Everything runs on one event
 * loop; each request is worked, put on record, then answered.
 */
final class BinanceVenue implements ExchangeListener {
    static final long TICK_MS = 10;

    private static final long MARKET_EVERY_MS = 50;
    private static final long POSITIONS_EVERY_MS = 20;
    private static final long DEPTH_EVERY_MS = 100;
    private static final long SLOW_DEPTH_EVERY_MS = 1_000;

    private final Faults faults;
    private final TradingFloor floor;
    private final Outbox outbox;
    private final RateLimiter limiter;
    private final Authenticator authenticator;
    private final OrderApi orders;
    private final QueryApi queries;
    private final PublicApi open;
    private final TradeIndex trades;
    private final MarketStreams markets;
    private final UserStreams users;
    private long ticks;
    private boolean closed;

    /** @param onHalt drops every connection: the ledger cannot be written any more. */
    BinanceVenue(
            final SimulatorConfig config,
            final Faults faults,
            final Context context,
            final Runnable onHalt,
            final long nowMs) {
        this.faults = faults;
        this.floor = new TradingFloor(config, this);
        this.outbox = new Outbox(context, this::commit, onHalt);
        this.limiter = new RateLimiter(config.rateLimits());
        this.authenticator = new Authenticator(config.accounts(), floor.exchange());
        this.orders = new OrderApi(floor, limiter, nowMs);
        this.trades = new TradeIndex(floor.exchange());
        this.queries = new QueryApi(floor.exchange(), orders, trades, config.fees());
        this.markets = new MarketStreams(floor.exchange(), faults, config.rateLimits(), nowMs);
        this.open = new PublicApi(
                floor.exchange(), config.rateLimits(), config.limits().maxOpenOrders(), markets);
        this.users = new UserStreams(floor.exchange(), faults, outbox, nowMs);
    }

    private boolean commit() {
        return !closed && floor.commit();
    }

    TradingFloor floor() {
        return floor;
    }

    Outbox outbox() {
        return outbox;
    }

    RateLimiter limiter() {
        return limiter;
    }

    Authenticator authenticator() {
        return authenticator;
    }

    OrderApi orders() {
        return orders;
    }

    QueryApi queries() {
        return queries;
    }

    PublicApi open() {
        return open;
    }

    MarketStreams markets() {
        return markets;
    }

    UserStreams users() {
        return users;
    }

    /** Every {@value #TICK_MS} ms: the market, delayed reports, tickers, and now and then balances and depth. */
    void tick(final long nowMs) {
        if (closed) {
            return;
        }
        final long elapsedMs = ticks++ * TICK_MS;
        if (elapsedMs % MARKET_EVERY_MS == 0) {
            floor.tick(nowMs);
        }
        outbox.settle();
        if (elapsedMs % POSITIONS_EVERY_MS == 0) {
            users.tick(nowMs);
        }
        markets.tellTickers();
        if (elapsedMs % DEPTH_EVERY_MS == 0) {
            markets.tellDepth(false, nowMs);
        }
        if (elapsedMs % SLOW_DEPTH_EVERY_MS == 0) {
            markets.tellDepth(true, nowMs);
        }
    }

    /**
     * Works a request of an account, as faults let it.
     *
     * @param account whose it is.
     * @param drop closes the caller's connection without a farewell.
     * @param reply sends the answer; left uncalled by a fault of silence.
     */
    void work(
            final Account account,
            final RequestKind kind,
            final Supplier<Answer> request,
            final Runnable drop,
            final Consumer<Answer> reply) {
        if (closed || floor.isHalted()) {
            reply.accept(Answer.OVERLOADED);
        } else if (faults.strikes(FaultKind.DROP_BEFORE, kind)) {
            drop.run();
        } else if (faults.strikes(FaultKind.ERROR_BEFORE, kind)) {
            reply.accept(Answer.OVERLOADED);
        } else if (faults.strikes(FaultKind.RATE_LIMIT, kind)) {
            reply.accept(Answer.TOO_MANY_REQUESTS);
        } else if (!faults.strikes(FaultKind.SILENT_BEFORE, kind)) {
            execute(account, kind, request, drop, reply);
        }
    }

    private void execute(
            final Account account,
            final RequestKind kind,
            final Supplier<Answer> request,
            final Runnable drop,
            final Consumer<Answer> reply) {
        final boolean silent = faults.strikes(FaultKind.SILENT_AFTER, kind);
        final boolean dropped = faults.strikes(FaultKind.DROP_AFTER, kind);
        final boolean failed = faults.strikes(FaultKind.ERROR_AFTER, kind);
        final Answer answer = request.get();
        if (silent) {
            users.silence(account);
        } else if (dropped) {
            outbox.add(drop);
        } else if (failed) {
            outbox.add(() -> reply.accept(Answer.NO_ANSWER_FROM_ENGINE));
        } else {
            outbox.add(() -> reply.accept(answer));
        }
    }

    @Override
    public void onAccepted(final Order order) {
        if (faults.strikes(FaultKind.HIDE_ORDER)) {
            order.hideUntil(order.createdMs() + faults.delayMs(FaultKind.HIDE_ORDER));
        }
        users.onAccepted(order);
    }

    @Override
    public void onTrade(final Trade trade) {
        trades.onTrade(trade);
        report(trade, trade.maker());
        report(trade, trade.taker());
        outbox.add(() -> markets.tellTrade(trade));
    }

    private void report(final Trade trade, final Order order) {
        if (!order.account().isHouse()) {
            if (order.fills().size() == 1) {
                limiter.onFirstFill(order, trade.timeMs());
            }
            users.onTrade(trade, order);
        }
    }

    @Override
    public void onCanceled(final Order order, final String cancelClOrdId) {
        users.onCanceled(order, cancelClOrdId);
    }

    @Override
    public void onExpired(final Order order) {
        users.onExpired(order);
    }

    @Override
    public void onReplaced(final Order order, final String origClOrdId) {
        throw new IllegalStateException("this dialect has no replace in place: " + order);
    }

    /** After this nothing reaches the floor any more. */
    void close() {
        closed = true;
        floor.close();
    }
}
