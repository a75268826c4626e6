package io.weir.venue.request;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * New terms for an order at the venue.
 *
 * @param childOrderId     our id of the order at the venue.
 * @param revision         counts the replaces of one child order, 1, 2, 3 …
 * @param venueClOrdId     ClOrdID of the replace, never used before; reports about the replace name this one.
 * @param origVenueClOrdId ClOrdID that the venue knows the order by.
 * @param venueOrderId     the venue's own id, "" if not known.
 * @param symbol           ours.
 * @param side             Side(54).
 * @param ordType          OrdType(40).
 * @param timeInForce      TimeInForce(59).
 * @param orderQty         new OrderQty(38), what is traded already included.
 * @param price            new Price(44), ABSENT for a market order.
 */
public record VenueReplace(
        long childOrderId,
        int revision,
        String venueClOrdId,
        String origVenueClOrdId,
        String venueOrderId,
        String symbol,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        Decimal orderQty,
        Decimal price) {}
