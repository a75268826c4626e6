package io.weir.venue.request;

import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.Side;

/**
 * An order or a replace to be asked for.
 *
 * @param childOrderId our id of the order at the venue.
 * @param venueClOrdId ClOrdID of the order or of the replace; the answer names this one.
 * @param venueOrderId the venue's own id, "" if not known.
 * @param symbol       ours.
 * @param side         Side(54).
 * @param orderQty     OrderQty(38).
 * @param cumQty       what we know to be traded of it; ZERO if not known. Where the venue says more, its fills are fetched.
 * @param sentTimeNs   about when it was sent, ns since 1970 UTC; 0 if not known.
 */
public record VenueQuery(
        long childOrderId,
        String venueClOrdId,
        String venueOrderId,
        String symbol,
        Side side,
        Decimal orderQty,
        Decimal cumQty,
        long sentTimeNs) {}
