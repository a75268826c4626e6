package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.decimal.Decimal;
import io.weir.rest.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the venue says of itself: limits and the rules of the symbols that were asked for.
 *
 * @param windows its limits.
 * @param symbols by its own name.
 */
record ExchangeInfo(List<LimitWindow> windows, Map<String, SymbolInfo> symbols) {
    private static final Map<String, Long> INTERVAL_MS =
            Map.of("SECOND", 1_000L, "MINUTE", 60_000L, "HOUR", 3_600_000L, "DAY", 86_400_000L);

    private static final Map<String, LimitWindow.Kind> LIMIT_KINDS = Map.of(
            "REQUEST_WEIGHT", LimitWindow.Kind.WEIGHT,
            "RAW_REQUESTS", LimitWindow.Kind.REQUESTS,
            "ORDERS", LimitWindow.Kind.ORDERS);

    /**
     * Rules of one symbol; ZERO is a rule that is switched off.
     *
     * @param trading     whether its status is TRADING.
     * @param status      the venue's own word.
     * @param tickSize    of PRICE_FILTER.
     * @param stepSize    of LOT_SIZE.
     * @param minQty      of LOT_SIZE.
     * @param minNotional of NOTIONAL, or of its older form MIN_NOTIONAL.
     */
    record SymbolInfo(
            boolean trading, String status, Decimal tickSize, Decimal stepSize, Decimal minQty, Decimal minNotional) {}

    /** {@return what the answer to exchangeInfo says} */
    static ExchangeInfo read(final JsonNode body) {
        final List<LimitWindow> windows = new ArrayList<>();
        for (final JsonNode limit : Json.list(body, "rateLimits")) {
            final LimitWindow.Kind kind = LIMIT_KINDS.get(Json.text(limit, "rateLimitType"));
            final Long unitMs = INTERVAL_MS.get(Json.text(limit, "interval"));
            if (kind != null && unitMs != null) {
                windows.add(
                        new LimitWindow(kind, unitMs * Json.number(limit, "intervalNum"), Json.number(limit, "limit")));
            }
        }
        final Map<String, SymbolInfo> symbols = new TreeMap<>();
        for (final JsonNode symbol : Json.list(body, "symbols")) {
            symbols.put(Json.text(symbol, "symbol"), readSymbol(symbol));
        }
        return new ExchangeInfo(windows, symbols);
    }

    private static SymbolInfo readSymbol(final JsonNode symbol) {
        final Map<String, JsonNode> filters = new TreeMap<>();
        Json.list(symbol, "filters").forEach(filter -> filters.put(Json.text(filter, "filterType"), filter));
        final String status = Json.text(symbol, "status");
        final String notional = filters.containsKey("NOTIONAL") ? "NOTIONAL" : "MIN_NOTIONAL";
        return new SymbolInfo(
                status.equals("TRADING"),
                status,
                rule(filters, "PRICE_FILTER", "tickSize"),
                rule(filters, "LOT_SIZE", "stepSize"),
                rule(filters, "LOT_SIZE", "minQty"),
                rule(filters, notional, "minNotional"));
    }

    private static Decimal rule(final Map<String, JsonNode> filters, final String filter, final String field) {
        final JsonNode node = filters.get(filter);
        return node == null || !node.has(field) ? Decimal.ZERO : Json.decimal(node, field);
    }
}
