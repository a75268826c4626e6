package io.weir.simulator.binance;

import static io.weir.simulator.binance.Codes.DECIMALS;

import io.weir.simulator.RateLimits;
import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.OrderBook;
import io.weir.simulator.matching.PriceLevel;
import io.weir.simulator.matching.Side;

/** What needs no key: time, instrument rules, book snapshots. Called on the venue's thread. */
final class PublicApi {
    private static final int DEFAULT_DEPTH = 100;
    private static final int MAX_DEPTH = 5_000;

    private final Exchange exchange;
    private final RateLimits limits;
    private final int maxOpenOrders;
    private final MarketStreams streams;
    private final JsonText json = new JsonText(16_384);

    PublicApi(final Exchange exchange, final RateLimits limits, final int maxOpenOrders, final MarketStreams streams) {
        this.exchange = exchange;
        this.limits = limits;
        this.maxOpenOrders = maxOpenOrders;
        this.streams = streams;
    }

    static Answer time(final long nowMs) {
        return new Answer(Answer.OK, "{\"serverTime\":" + nowMs + "}");
    }

    /** GET depth. */
    Answer depth(final Params params) {
        final String symbol = params.get("symbol");
        if (symbol == null) {
            return Answer.missing("symbol");
        }
        final OrderBook book = exchange.book(symbol);
        if (book == null) {
            return Answer.BAD_SYMBOL;
        }
        json.clear().open('{').put("lastUpdateId", streams.updateId(book));
        putLevels(json, "bids", book, Side.BUY, depthLimit(params));
        putLevels(json, "asks", book, Side.SELL, depthLimit(params));
        return new Answer(Answer.OK, json.close('}').toString());
    }

    static int depthLimit(final Params params) {
        return (int) Math.max(1, Math.min(MAX_DEPTH, params.number("limit", DEFAULT_DEPTH)));
    }

    /** Request weight by limit, as documented. */
    static int depthWeight(final Params params) {
        final int limit = depthLimit(params);
        return limit <= 100 ? 5 : limit <= 500 ? 25 : limit <= 1_000 ? 50 : 250;
    }

    /** The best {@code limit} levels as pairs of price and quantity. */
    static void putLevels(
            final JsonText json, final String name, final OrderBook book, final Side side, final int limit) {
        json.name(name).open('[');
        int left = limit;
        for (PriceLevel level = book.side(side).best(); level != null && left-- > 0; level = level.worse()) {
            putLevel(json, book.instrument(), level.price(), level.totalQty());
        }
        json.close(']');
    }

    static void putLevel(final JsonText json, final Instrument i, final long price, final long qty) {
        json.open('[')
                .decimal(price, i.priceScale(), DECIMALS)
                .decimal(qty, i.qtyScale(), DECIMALS)
                .close(']');
    }

    /** GET exchangeInfo: of all symbols, or of {@code symbol}. */
    Answer exchangeInfo(final Params params, final long nowMs) {
        final String wanted = params.get("symbol");
        if (wanted != null && exchange.book(wanted) == null) {
            return Answer.BAD_SYMBOL;
        }
        json.clear()
                .open('{')
                .put("timezone", "UTC")
                .put("serverTime", nowMs)
                .name("rateLimits")
                .open('[');
        putLimit("REQUEST_WEIGHT", "MINUTE", 1, limits.weightPerMinute());
        putLimit("ORDERS", "SECOND", 10, limits.ordersPer10s());
        putLimit("ORDERS", "DAY", 1, limits.ordersPerDay());
        json.close(']')
                .name("exchangeFilters")
                .open('[')
                .close(']')
                .name("symbols")
                .open('[');
        for (final OrderBook book : exchange.books()) {
            if (wanted == null || wanted.equals(book.instrument().symbol())) {
                putSymbol(book.instrument());
            }
        }
        return new Answer(Answer.OK, json.close(']').close('}').toString());
    }

    private void putLimit(final String type, final String interval, final int number, final int limit) {
        json.open('{')
                .put("rateLimitType", type)
                .put("interval", interval)
                .put("intervalNum", number)
                .put("limit", limit)
                .close('}');
    }

    private void putSymbol(final Instrument i) {
        json.open('{')
                .put("symbol", i.symbol())
                .put("status", "TRADING")
                .put("baseAsset", i.base())
                .put("baseAssetPrecision", DECIMALS)
                .put("quoteAsset", i.quote())
                .put("quotePrecision", DECIMALS)
                .put("quoteAssetPrecision", DECIMALS)
                .put("baseCommissionPrecision", DECIMALS)
                .put("quoteCommissionPrecision", DECIMALS);
        json.name("orderTypes")
                .open('[')
                .text("LIMIT")
                .text("LIMIT_MAKER")
                .text("MARKET")
                .close(']');
        json.put("icebergAllowed", false)
                .put("ocoAllowed", false)
                .put("otoAllowed", false)
                .put("quoteOrderQtyMarketAllowed", false)
                .put("allowTrailingStop", false)
                .put("cancelReplaceAllowed", true)
                .put("amendAllowed", false)
                .put("isSpotTradingAllowed", true)
                .put("isMarginTradingAllowed", false);
        putFilters(i);
        json.name("permissions").open('[').close(']');
        json.name("permissionSets").open('[').open('[').text("SPOT").close(']').close(']');
        json.put("defaultSelfTradePreventionMode", "NONE");
        json.name("allowedSelfTradePreventionModes")
                .open('[')
                .text("NONE")
                .close(']')
                .close('}');
    }

    private void putFilters(final Instrument i) {
        json.name("filters").open('[');
        json.open('{')
                .put("filterType", "PRICE_FILTER")
                .putDecimal("minPrice", i.tickSize(), i.priceScale(), DECIMALS)
                .putDecimal("maxPrice", i.maxPrice(), i.priceScale(), DECIMALS)
                .putDecimal("tickSize", i.tickSize(), i.priceScale(), DECIMALS)
                .close('}');
        json.open('{')
                .put("filterType", "LOT_SIZE")
                .putDecimal("minQty", i.minQty(), i.qtyScale(), DECIMALS)
                .putDecimal("maxQty", i.maxQty(), i.qtyScale(), DECIMALS)
                .putDecimal("stepSize", i.lotSize(), i.qtyScale(), DECIMALS)
                .close('}');
        json.open('{')
                .put("filterType", "NOTIONAL")
                .putDecimal("minNotional", i.minNotional(), Account.SCALE, DECIMALS)
                .put("applyMinToMarket", true)
                .putDecimal("maxNotional", i.notional(i.maxPrice(), i.maxQty()), Account.SCALE, DECIMALS)
                .put("applyMaxToMarket", false)
                .put("avgPriceMins", 0)
                .close('}');
        json.open('{')
                .put("filterType", "MAX_NUM_ORDERS")
                .put("maxNumOrders", maxOpenOrders)
                .close('}');
        json.close(']');
    }
}
