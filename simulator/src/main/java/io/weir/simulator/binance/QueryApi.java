package io.weir.simulator.binance;

import static io.weir.simulator.binance.Codes.DECIMALS;

import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Fees;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.OrderBook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What asks about one's own orders, trades and balances, for REST and the WebSocket API alike. Called on the venue's thread. */
final class QueryApi {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;
    private static final int PPM_SCALE = 6;
    private static final int PPM_PER_BASIS_POINT = 100;

    private final Exchange exchange;
    private final OrderApi orders;
    private final TradeIndex trades;
    private final Fees fees;
    private final OrderJson json = new OrderJson();

    QueryApi(final Exchange exchange, final OrderApi orders, final TradeIndex trades, final Fees fees) {
        this.exchange = exchange;
        this.orders = orders;
        this.trades = trades;
        this.fees = fees;
    }

    /** GET order, order.status. */
    Answer order(final Account account, final Params params, final long nowMs) {
        final OrderBook book = orders.book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        if (!params.has("orderId") && !params.has("origClientOrderId")) {
            return Answer.bad(-1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");
        }
        final Order order = orders.find(account, book, params, "orderId", "origClientOrderId");
        return order == null || order.hiddenUntilMs() > nowMs
                ? Answer.UNKNOWN_QUERY
                : new Answer(Answer.OK, json.query(order));
    }

    /** GET openOrders, openOrders.status. */
    Answer openOrders(final Account account, final Params params, final long nowMs) {
        final OrderBook book = orders.book(params);
        if (book == null && params.has("symbol")) {
            return Answer.BAD_SYMBOL;
        }
        final List<String> open = new ArrayList<>();
        for (Order order = account.firstOpen(); order != null; order = order.nextOpen()) {
            if ((book == null || order.book() == book) && order.hiddenUntilMs() <= nowMs) {
                open.add(json.query(order));
            }
        }
        return list(open);
    }

    /** GET allOrders: from an id on, or the newest. */
    Answer allOrders(final Account account, final Params params, final long nowMs) {
        final OrderBook book = orders.book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        final int limit = limit(params);
        final long startMs = params.number("startTime", 0);
        final long endMs = params.number("endTime", Long.MAX_VALUE);
        final List<String> found = new ArrayList<>();
        final boolean rising = params.has("orderId") || params.has("startTime");
        final Predicate<Order> visitor = order -> {
            final boolean wanted = order.account() == account && order.book() == book && order.hiddenUntilMs() <= nowMs;
            if (wanted && order.createdMs() >= startMs && order.createdMs() <= endMs) {
                found.add(json.query(order));
            }
            return found.size() < limit;
        };
        if (rising) {
            exchange.forEachOrder(params.number("orderId", 0), visitor);
        } else {
            exchange.forEachOrderNewestFirst(visitor);
            Collections.reverse(found);
        }
        return list(found);
    }

    /** GET myTrades: of one order, from an id or a time on, or the newest. */
    Answer myTrades(final Account account, final Params params) {
        final OrderBook book = orders.book(params);
        if (book == null) {
            return params.has("symbol") ? Answer.BAD_SYMBOL : Answer.missing("symbol");
        }
        final int limit = limit(params);
        final List<String> found = new ArrayList<>();
        if (params.has("orderId")) {
            final Order order = orders.find(account, book, params, "orderId", "");
            for (int i = 0; order != null && i < order.fills().size() && found.size() < limit; i++) {
                found.add(json.trade(order, i));
            }
            return list(found);
        }
        final long startMs = params.number("startTime", 0);
        final long endMs = params.number("endTime", Long.MAX_VALUE);
        final List<TradeIndex.Entry> all = trades.trades(account, book);
        final boolean rising = params.has("fromId") || params.has("startTime");
        int i = rising ? TradeIndex.indexFrom(all, params.number("fromId", 0)) : Math.max(0, all.size() - limit);
        for (; i < all.size() && found.size() < limit; i++) {
            final TradeIndex.Entry entry = all.get(i);
            final long timeMs = entry.order().fills().timeMs(entry.fill());
            if (timeMs >= startMs && timeMs <= endMs) {
                found.add(json.trade(entry.order(), entry.fill()));
            }
        }
        return list(found);
    }

    private static int limit(final Params params) {
        return (int) Math.max(1, Math.min(MAX_LIMIT, params.number("limit", DEFAULT_LIMIT)));
    }

    private static Answer list(final List<String> items) {
        return new Answer(Answer.OK, items.stream().collect(Collectors.joining(",", "[", "]")));
    }

    /** GET account, account.status. */
    Answer account(final Account account, final Params params, final long nowMs) {
        final JsonText out = new JsonText(1_024)
                .open('{')
                .put("makerCommission", fees.makerPpm() / PPM_PER_BASIS_POINT)
                .put("takerCommission", fees.takerPpm() / PPM_PER_BASIS_POINT)
                .put("buyerCommission", 0)
                .put("sellerCommission", 0)
                .name("commissionRates")
                .open('{')
                .putDecimal("maker", fees.makerPpm(), PPM_SCALE, DECIMALS)
                .putDecimal("taker", fees.takerPpm(), PPM_SCALE, DECIMALS)
                .putDecimal("buyer", 0, 0, DECIMALS)
                .putDecimal("seller", 0, 0, DECIMALS)
                .close('}')
                .put("canTrade", true)
                .put("canWithdraw", false)
                .put("canDeposit", false)
                .put("brokered", false)
                .put("requireSelfTradePrevention", false)
                .put("preventSor", false)
                .put("updateTime", nowMs)
                .put("accountType", "SPOT")
                .name("balances")
                .open('[');
        final boolean omitZero = "true".equals(params.get("omitZeroBalances"));
        for (int asset = 0; asset < exchange.assets().names().size(); asset++) {
            if (!omitZero || account.free(asset) != 0 || account.locked(asset) != 0) {
                out.open('{')
                        .put("asset", exchange.assets().names().get(asset))
                        .putDecimal("free", account.free(asset), Account.SCALE, DECIMALS)
                        .putDecimal("locked", account.locked(asset), Account.SCALE, DECIMALS)
                        .close('}');
            }
        }
        out.close(']')
                .name("permissions")
                .open('[')
                .text("SPOT")
                .close(']')
                .put("uid", 1)
                .close('}');
        return new Answer(Answer.OK, out.toString());
    }
}
