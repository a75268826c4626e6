package io.weir.simulator.binance;

import static io.weir.simulator.binance.Codes.DECIMALS;

import io.weir.simulator.floor.JsonText;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Fills;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Side;

/** Orders and trades as the REST and WebSocket API show them. Called on the venue's thread; keeps one buffer. */
final class OrderJson {
    private final JsonText json = new JsonText(2_048);

    /** The answer to a new order of response type ACK. */
    String ack(final Order order) {
        json.clear().open('{');
        putIds(order, order.clOrdId());
        return json.put("transactTime", order.updatedMs()).close('}').toString();
    }

    /** The answer to a new order of response type RESULT, or with its fills FULL. */
    String result(final Order order, final boolean full) {
        json.clear().open('{');
        putIds(order, order.clOrdId());
        json.put("transactTime", order.updatedMs());
        putState(order);
        json.put("workingTime", order.createdMs());
        if (full) {
            putFills(order);
        }
        return json.put("selfTradePreventionMode", "NONE").close('}').toString();
    }

    private void putFills(final Order order) {
        final Fills fills = order.fills();
        final Instrument i = order.instrument();
        json.name("fills").open('[');
        for (int n = 0; n < fills.size(); n++) {
            json.open('{')
                    .putDecimal("price", fills.lastPx(n), i.priceScale(), DECIMALS)
                    .putDecimal("qty", fills.lastQty(n), i.qtyScale(), DECIMALS)
                    .putDecimal("commission", fills.fee(n), Account.SCALE, DECIMALS)
                    .put("commissionAsset", order.book().feeAsset(order.side()))
                    .put("tradeId", fills.tradeId(n))
                    .close('}');
        }
        json.close(']');
    }

    /** The answer to a cancel: {@code clientOrderId} names the request, {@code origClientOrderId} the order. */
    String canceled(final Order order, final String cancelClOrdId) {
        json.clear().open('{');
        json.put("symbol", order.instrument().symbol());
        json.put("origClientOrderId", order.clOrdId());
        json.put("orderId", order.orderId());
        json.put("orderListId", -1);
        json.put("clientOrderId", cancelClOrdId);
        json.put("transactTime", order.updatedMs());
        putState(order);
        return json.put("selfTradePreventionMode", "NONE").close('}').toString();
    }

    /** The answer to a query. */
    String query(final Order order) {
        json.clear().open('{');
        putIds(order, order.clOrdId());
        putState(order);
        return json.put("stopPrice", "0.00000000")
                .put("icebergQty", "0.00000000")
                .put("time", order.createdMs())
                .put("updateTime", order.updatedMs())
                .put("isWorking", true)
                .put("workingTime", order.createdMs())
                .put("selfTradePreventionMode", "NONE")
                .close('}')
                .toString();
    }

    private void putIds(final Order order, final String clientOrderId) {
        json.put("symbol", order.instrument().symbol());
        json.put("orderId", order.orderId());
        json.put("orderListId", -1);
        json.put("clientOrderId", clientOrderId);
    }

    private void putState(final Order order) {
        final Instrument i = order.instrument();
        json.putDecimal("price", order.price(), i.priceScale(), DECIMALS)
                .putDecimal("origQty", order.orderQty(), i.qtyScale(), DECIMALS)
                .putDecimal("executedQty", order.cumQty(), i.qtyScale(), DECIMALS)
                .put("origQuoteOrderQty", "0.00000000")
                .putDecimal("cummulativeQuoteQty", order.cumNotional(), Account.SCALE, DECIMALS)
                .put("status", order.ordStatus().name())
                .put("timeInForce", timeInForce(order))
                .put("type", order.ordType().name())
                .put("side", order.side().name());
    }

    /** Market orders are shown as GTC, as in the documentation's examples. */
    static String timeInForce(final Order order) {
        return order.price() == 0 ? "GTC" : order.timeInForce().name();
    }

    /** One of the account's own trades. */
    String trade(final Order order, final int fill) {
        final Fills fills = order.fills();
        final Instrument i = order.instrument();
        return json.clear()
                .open('{')
                .put("symbol", i.symbol())
                .put("id", fills.tradeId(fill))
                .put("orderId", order.orderId())
                .put("orderListId", -1)
                .putDecimal("price", fills.lastPx(fill), i.priceScale(), DECIMALS)
                .putDecimal("qty", fills.lastQty(fill), i.qtyScale(), DECIMALS)
                .putDecimal("quoteQty", i.notional(fills.lastPx(fill), fills.lastQty(fill)), Account.SCALE, DECIMALS)
                .putDecimal("commission", fills.fee(fill), Account.SCALE, DECIMALS)
                .put("commissionAsset", order.book().feeAsset(order.side()))
                .put("time", fills.timeMs(fill))
                .put("isBuyer", order.side() == Side.BUY)
                .put("isMaker", fills.isMaker(fill))
                .put("isBestMatch", true)
                .close('}')
                .toString();
    }
}
