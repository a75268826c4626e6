package io.weir.protocol.event;

import io.weir.protocol.fix.Side;

/**
 * A venue edge is to cancel an order it has sent. May be repeated.
 *
 * @param venueId the venue, 1 and more.
 * @param childOrderId our id of the order at the venue.
 * @param attempt 1, 2, 3 …
 * @param venueClOrdId ClOrdID that the venue knows the order by.
 * @param venueOrderId the venue's own id, "" if not known yet.
 * @param symbol Symbol(55).
 * @param side Side(54).
 * @param qtyScale digits of orderQty.
 * @param orderQty OrderQty(38) at qtyScale.
 */
public record VenueCancelRequested(
        int venueId,
        long childOrderId,
        int attempt,
        String venueClOrdId,
        String venueOrderId,
        String symbol,
        Side side,
        int qtyScale,
        long orderQty)
        implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueCancelRequested(this);
    }
}
