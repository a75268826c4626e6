package io.weir.rest.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.protocol.decimal.Decimal;
import io.weir.rest.json.Json;
import io.weir.venue.report.Presence;

/**
 * An order as a question finds it.
 *
 * @param venueClOrdId  the client id it was sent under.
 * @param venueOrderId  the venue's own.
 * @param status        the venue's own word.
 * @param executedQty   traded in all.
 */
record OrderState(String venueClOrdId, long venueOrderId, String status, Decimal executedQty) {
    /** {@return the state that an answer to a query, or an item of a list of orders, tells} */
    static OrderState read(final JsonNode order) {
        return new OrderState(
                Json.text(order, "clientOrderId"),
                Json.number(order, "orderId"),
                Json.text(order, "status"),
                Json.decimal(order, "executedQty"));
    }

    /** {@return what the status means; COULD_NOT_ASK if it is not a known one} */
    Presence presence() {
        switch (status) {
            case "NEW":
            case "PENDING_NEW":
            case "PARTIALLY_FILLED":
            case "PENDING_CANCEL":
                return Presence.OPEN;
            case "FILLED":
                return Presence.FILLED;
            case "CANCELED":
                return Presence.CANCELED;
            case "EXPIRED":
            case "EXPIRED_IN_MATCH":
                return Presence.EXPIRED;
            case "REJECTED":
                return Presence.REFUSED;
            default:
                return Presence.COULD_NOT_ASK;
        }
    }
}
