package io.weir.venue.report;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.decimal.Decimal;

/**
 * The order works no longer at the venue.
 *
 * @param venueClOrdId ClOrdID of the order or of a replace of it.
 * @param closedAs how it ended.
 * @param cumQty what the venue has traded of it in all, ABSENT if the venue does not say.
 * @param text the venue's own words.
 */
public record OrderClosed(String venueClOrdId, VenueClosedAs closedAs, Decimal cumQty, String text)
        implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onOrderClosed(this);
    }
}
