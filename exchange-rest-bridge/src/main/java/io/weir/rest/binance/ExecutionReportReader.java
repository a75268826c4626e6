package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.rest.json.Json;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.report.OrderRefused;

/**
 * Reads {@code executionReport} of the user stream. Its letters are the venue's (binance-spot-api-docs, user data stream):
 * {@code x} what happened, {@code c} the client id, which for a cancel is the cancel's own while {@code C} is the order's.
 * Event loop only.
 */
final class ExecutionReportReader {
    private final ReportOutlet outlet;
    private final OrderReports reports;
    private final BinanceCounters counters;
    private final StreamWatch watch;

    ExecutionReportReader(
            final ReportOutlet outlet,
            final OrderReports reports,
            final BinanceCounters counters,
            final StreamWatch watch) {
        this.outlet = outlet;
        this.reports = reports;
        this.counters = counters;
        this.watch = watch;
    }

    /**
     * Reads one event.
     *
     * @param event without its envelope.
     * @throws io.weir.rest.json.JsonFault if a field is missing or ill-formed.
     */
    void read(final JsonNode event) {
        watch.onTold(Json.number(event, "i"));
        switch (Json.text(event, "x")) {
            case "NEW":
                reports.accepted(clOrdId(event), Json.text(event, "s"), Json.number(event, "i"));
                break;
            case "TRADE":
                reports.traded(trade(event));
                break;
            case "CANCELED":
                closed(event, VenueClosedAs.CANCELED, "r");
                break;
            case "EXPIRED":
                closed(event, VenueClosedAs.EXPIRED, "eR");
                break;
            case "REJECTED":
                outlet.say(new OrderRefused(
                        clOrdId(event), VenueRejectReason.REFUSED, OrderReports.reason(event, "r", "REJECTED")));
                break;
            default:
                counters.unknownEvents.incrementAndGet(); // REPLACED and TRADE_PREVENTION are among them
                break;
        }
    }

    private static OrderReports.Trade trade(final JsonNode event) {
        return new OrderReports.Trade(
                clOrdId(event),
                Json.text(event, "s"),
                Json.number(event, "t"),
                OrderReports.side(event, "S"),
                Json.decimal(event, "l"),
                Json.decimal(event, "L"),
                Json.decimal(event, "z"),
                event.path("n").isNull() ? Decimal.ZERO : Json.decimal(event, "n"),
                event.path("N").asText(""),
                Json.number(event, "T"));
    }

    private void closed(final JsonNode event, final VenueClosedAs closedAs, final String reasonField) {
        reports.closed(
                clOrdId(event),
                Json.text(event, "s"),
                Json.number(event, "i"),
                closedAs,
                Json.decimal(event, "z"),
                OrderReports.reason(event, reasonField, Json.text(event, "X")));
    }

    /** {@return the id that the order was sent under} */
    private static String clOrdId(final JsonNode event) {
        final String original = event.path("C").asText("");
        return original.isEmpty() ? Json.text(event, "c") : original;
    }
}
