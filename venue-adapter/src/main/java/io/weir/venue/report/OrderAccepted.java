package io.weir.venue.report;

/**
 * The venue has the order in its book or at work.
 *
 * @param venueClOrdId ClOrdID at the venue, as the request gave it.
 * @param venueOrderId the venue's own id of the order, "" if it gives none.
 */
public record OrderAccepted(String venueClOrdId, String venueOrderId) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onOrderAccepted(this);
    }
}
