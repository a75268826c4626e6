package io.weir.protocol.event;

import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * A venue edge is to send this order.
 *
 * @param venueId the venue, 1 and more.
 * @param childOrderId our id of the order at the venue.
 * @param venueClOrdId ClOrdID for the venue, 1 to 36 of {@code [A-Za-z0-9-]}, never used before.
 * @param orderId OrderID(37) of the client's order.
 * @param account Account(1).
 * @param symbol Symbol(55).
 * @param priceScale digits of price.
 * @param qtyScale digits of orderQty.
 * @param side Side(54).
 * @param ordType OrdType(40).
 * @param timeInForce TimeInForce(59) for the venue.
 * @param orderQty OrderQty(38) at qtyScale.
 * @param price Price(44) at priceScale or {@link OrderState#NO_PRICE}.
 * @param again said again to a new start of the edge: its send log tells whether it was sent.
 */
public record VenueOrderRequested(
        int venueId,
        long childOrderId,
        String venueClOrdId,
        long orderId,
        String account,
        String symbol,
        int priceScale,
        int qtyScale,
        Side side,
        OrdType ordType,
        TimeInForce timeInForce,
        long orderQty,
        long price,
        boolean again)
        implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueOrderRequested(this);
    }
}
