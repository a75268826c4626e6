package io.weir.venue.request;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;

/**
 * An order to be canceled at the venue.
 *
 * @param childOrderId  our id of the order at the venue.
 * @param cancelClOrdId id of this cancel, at most 36 of {@code [A-Za-z0-9-]}, new at each repeat.
 * @param venueClOrdId  ClOrdID that the venue knows the order by; reports name this one.
 * @param venueOrderId  the venue's own id, "" if not known.
 * @param symbol        ours.
 * @param side          Side(54).
 * @param orderQty      OrderQty(38).
 */
public record VenueCancel(
        long childOrderId,
        String cancelClOrdId,
        String venueClOrdId,
        String venueOrderId,
        String symbol,
        Side side,
        Decimal orderQty) {}
