package io.weir.protocol.command;

import io.weir.protocol.decimal.Decimal;

/**
 * The order works no longer at the venue. The core books its end only when all fills up to cumQty are there.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param closedAs how it ended.
 * @param cumQty what the venue has traded of it in all, ABSENT if the venue does not say.
 * @param text the venue's own words.
 */
public record VenueOrderClosed(int venueId, long childOrderId, VenueClosedAs closedAs, Decimal cumQty, String text)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueOrderClosed(this);
    }
}
