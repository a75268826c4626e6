package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;
import io.weir.rest.json.Json;
import io.weir.rest.json.JsonFault;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.VenueSymbols;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;

/**
 * Says what the venue says of orders, in our terms. The answer to a request and the user stream tell the same twice; what
 * was said a moment ago is not said again, so that the log is not filled with repeats. The id of an execution is
 * {@code SYMBOL:tradeId:B} or {@code :S}, wherever it comes from. Event loop only.
 */
final class OrderReports {
    /** Repeats come within seconds of each other. */
    private static final int REMEMBERED = 65_536;

    private static final long NS_A_MS = 1_000_000L;

    private final ReportOutlet outlet;
    private final VenueSymbols symbols;
    private final BinanceCounters counters;
    private final StreamWatch watch;
    private final RecentKeys executions = new RecentKeys(REMEMBERED);
    private final RecentKeys accepted = new RecentKeys(REMEMBERED);
    private final RecentKeys closed = new RecentKeys(REMEMBERED);

    OrderReports(
            final ReportOutlet outlet,
            final VenueSymbols symbols,
            final BinanceCounters counters,
            final StreamWatch watch) {
        this.outlet = outlet;
        this.symbols = symbols;
        this.counters = counters;
        this.watch = watch;
    }

    /** One trade as an answer, the stream or a question tells it. */
    record Trade(
            String venueClOrdId,
            String venueSymbol,
            long tradeId,
            Side side,
            Decimal lastQty,
            Decimal lastPx,
            Decimal cumQty,
            Decimal commission,
            String commCurrency,
            long timeMs) {
        /** {@return one id for one side of a trade: two orders of ours may have traded with each other} */
        String venueExecId() {
            return key(venueSymbol, tradeId) + (side == Side.BUY ? ":B" : ":S");
        }
    }

    /** {@return whether it is news; said then} */
    boolean accepted(final String venueClOrdId, final String venueSymbol, final long venueOrderId) {
        final boolean isNews = accepted.add(key(venueSymbol, venueOrderId));
        if (isNews) {
            outlet.say(new OrderAccepted(venueClOrdId, Long.toString(venueOrderId)));
        }
        return isNews;
    }

    /** Says a trade unless it was said a moment ago. */
    void traded(final Trade trade) {
        if (executions.add(trade.venueExecId())) {
            say(trade);
        } else {
            counters.repeatedFills.incrementAndGet();
        }
    }

    /** Says a trade that was asked for: whoever asks gets it, whatever was said before. */
    void found(final Trade trade) {
        executions.add(trade.venueExecId());
        say(trade);
    }

    private void say(final Trade trade) {
        final String ours = symbols.ours(trade.venueSymbol());
        outlet.say(new Fill(
                trade.venueClOrdId(),
                trade.venueExecId(),
                ours == null ? trade.venueSymbol() : ours,
                trade.side(),
                trade.lastQty(),
                trade.lastPx(),
                trade.cumQty(),
                trade.commission(),
                trade.commCurrency(),
                trade.timeMs() * NS_A_MS));
    }

    void closed(
            final String venueClOrdId,
            final String venueSymbol,
            final long venueOrderId,
            final VenueClosedAs closedAs,
            final Decimal cumQty,
            final String text) {
        if (closed.add(key(venueSymbol, venueOrderId))) {
            outlet.say(new OrderClosed(venueClOrdId, closedAs, cumQty, text));
        }
    }

    boolean wasClosed(final String venueSymbol, final long venueOrderId) {
        return closed.contains(key(venueSymbol, venueOrderId));
    }

    /**
     * Reads the FULL answer to a new order: taken, with what it traded at once.
     *
     * @param venueClOrdId as the request gave it.
     * @param body         the answer.
     * @throws JsonFault if it is not such an answer; what it means for the order is then unknown.
     */
    void answered(final String venueClOrdId, final JsonNode body) {
        final String venueSymbol = Json.text(body, "symbol");
        final long venueOrderId = Json.number(body, "orderId");
        final String status = Json.text(body, "status");
        final Decimal executed = Json.decimal(body, "executedQty");
        final Side side = side(body, "side");
        if (status.equals("REJECTED")) {
            outlet.say(new OrderRefused(venueClOrdId, VenueRejectReason.REFUSED, reason(body, "expiryReason", status)));
            return;
        }
        if (accepted(venueClOrdId, venueSymbol, venueOrderId)) {
            watch.onTaken(venueOrderId);
        }
        Decimal cumQty = Decimal.ZERO;
        for (final JsonNode fill : Json.list(body, "fills")) {
            final Decimal lastQty = Json.decimal(fill, "qty");
            cumQty = Exact.sum(cumQty, lastQty);
            traded(new Trade(
                    venueClOrdId,
                    venueSymbol,
                    Json.number(fill, "tradeId"),
                    side,
                    lastQty,
                    Json.decimal(fill, "price"),
                    cumQty,
                    Json.decimal(fill, "commission"),
                    Json.text(fill, "commissionAsset"),
                    Json.number(body, "transactTime")));
        }
        final VenueClosedAs closedAs = closedAs(status);
        if (closedAs != null && closedAs != VenueClosedAs.FILLED) {
            closed(venueClOrdId, venueSymbol, venueOrderId, closedAs, executed, reason(body, "expiryReason", status));
        }
    }

    /** {@return how an order of this status ended, null if it has not or the status is not known} */
    static VenueClosedAs closedAs(final String status) {
        switch (status) {
            case "CANCELED":
                return VenueClosedAs.CANCELED;
            case "EXPIRED":
            case "EXPIRED_IN_MATCH":
                return VenueClosedAs.EXPIRED;
            case "FILLED":
                return VenueClosedAs.FILLED;
            default:
                return null;
        }
    }

    /** {@return the side that a field names} */
    static Side side(final JsonNode node, final String field) {
        switch (Json.text(node, field)) {
            case "BUY":
                return Side.BUY;
            case "SELL":
                return Side.SELL;
            default:
                throw new JsonFault("field '" + field + "' is neither BUY nor SELL");
        }
    }

    /** {@return the venue's reason, where it gives one} */
    static String reason(final JsonNode node, final String field, final String otherwise) {
        final String reason = node.path(field).asText("");
        return reason.isEmpty() || reason.equals("NONE") ? otherwise : otherwise + ": " + reason;
    }

    private static String key(final String venueSymbol, final long id) {
        return venueSymbol + ':' + id;
    }
}
