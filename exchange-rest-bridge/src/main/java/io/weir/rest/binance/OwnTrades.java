package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.venue.RateBudget;
import java.util.function.Consumer;

/** Fetches all trades of one order, page by page, and says them. Event loop only. */
final class OwnTrades {
    private static final String PATH = "/api/v3/myTrades";

    /** Request weight of a page when it is of one order. Source: binance-spot-api-docs, account trade list. */
    private static final int WEIGHT = 5;

    private static final int PAGE = 1_000;

    private final BinanceRest rest;
    private final VenueLimits limits;
    private final OrderReports reports;

    OwnTrades(final BinanceRest rest, final VenueLimits limits, final OrderReports reports) {
        this.rest = rest;
        this.limits = limits;
        this.reports = reports;
    }

    /**
     * Fetches them.
     *
     * @param venueClOrdId the client id of the order.
     * @param venueSymbol  the venue's own name.
     * @param venueOrderId the venue's own id.
     * @param then         gets null when all were said, else why not.
     */
    void fetch(
            final String venueClOrdId, final String venueSymbol, final long venueOrderId, final Consumer<String> then) {
        new Fetch(venueClOrdId, venueSymbol, venueOrderId, then).ask(0);
    }

    private final class Fetch implements AnswerHandler {
        private final String venueClOrdId;
        private final String venueSymbol;
        private final long venueOrderId;
        private final Consumer<String> then;
        private Decimal cumQty = Decimal.ZERO;
        private long lastId = -1;

        private Fetch(
                final String venueClOrdId,
                final String venueSymbol,
                final long venueOrderId,
                final Consumer<String> then) {
            this.venueClOrdId = venueClOrdId;
            this.venueSymbol = venueSymbol;
            this.venueOrderId = venueOrderId;
            this.then = then;
        }

        private void ask(final long fromId) {
            if (!limits.tryTake(RateBudget.Use.QUERY, WEIGHT)) {
                then.accept("no request weight left to ask for its trades");
                return;
            }
            rest.signed(HttpMethod.GET, PATH, () -> params(fromId), this);
        }

        private Params params(final long fromId) {
            final Params params = new Params().add("symbol", venueSymbol).add("orderId", venueOrderId);
            return (fromId > 0 ? params.add("fromId", fromId) : params).add("limit", PAGE);
        }

        @Override
        public void onAnswer(final Ruling ruling, final RestAnswer answer) {
            if (!ruling.is(Ruling.Kind.DONE)) {
                then.accept(ruling.text());
                return;
            }
            final int[] count = new int[1];
            final long lastBefore = lastId;
            try {
                Json.forEach(answer.body(), trade -> {
                    count[0]++;
                    take(trade);
                });
            } catch (final JsonFault e) {
                then.accept(e.getMessage());
                return;
            }
            if (count[0] < PAGE) {
                then.accept(null);
            } else if (lastId == lastBefore) {
                then.accept("the venue gives the same page of trades again");
            } else {
                ask(lastId + 1);
            }
        }

        private void take(final JsonNode trade) {
            final long id = Json.number(trade, "id");
            if (id > lastId) {
                lastId = id;
                say(trade, id);
            }
        }

        private void say(final JsonNode trade, final long id) {
            final Decimal lastQty = Json.decimal(trade, "qty");
            cumQty = Exact.sum(cumQty, lastQty);
            reports.found(new OrderReports.Trade(
                    venueClOrdId,
                    venueSymbol,
                    id,
                    trade.path("isBuyer").asBoolean() ? Side.BUY : Side.SELL,
                    lastQty,
                    Json.decimal(trade, "price"),
                    cumQty,
                    Json.decimal(trade, "commission"),
                    Json.text(trade, "commissionAsset"),
                    Json.number(trade, "time")));
        }

        @Override
        public void onNotSent(final String why) {
            then.accept(why);
        }

        @Override
        public void onUnanswered(final String why) {
            then.accept(why);
        }
    }
}
