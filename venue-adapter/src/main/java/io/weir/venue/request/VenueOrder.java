package io.weir.venue.request;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * An order to be sent.
 *
 * @param childOrderId our id of the order at the venue.
 * @param venueClOrdId ClOrdID for the venue, 1 to 36 of {@code [A-Za-z0-9-]}, never used before.
 * @param symbol       ours.
 * @param side         Side(54).
 * @param ordType      OrdType(40): MARKET or LIMIT.
 * @param timeInForce  TimeInForce(59).
 * @param orderQty     OrderQty(38).
 * @param price        Price(44), ABSENT for a market order.
 */
public record VenueOrder(
        long childOrderId,
        String venueClOrdId,
        String symbol,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        Decimal orderQty,
        Decimal price) {}
