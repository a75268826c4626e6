package io.weir.protocol.event;

import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * Told to a new start of a venue edge: an order that the venue has acknowledged and that is open in the core.
 *
 * @param venueId the venue, 1 and more.
 * @param childOrderId our id of the order at the venue.
 * @param venueClOrdId ClOrdID that the venue knows the order by.
 * @param venueOrderId the venue's own id.
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
 * @param cumQty what the core has booked of it.
 */
public record VenueOrderOpen(
        int venueId,
        long childOrderId,
        String venueClOrdId,
        String venueOrderId,
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
        long cumQty)
        implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueOrderOpen(this);
    }
}
