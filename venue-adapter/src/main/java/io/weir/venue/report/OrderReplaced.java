package io.weir.venue.report;

/**
 * The venue has taken the new terms.
 *
 * @param venueClOrdId ClOrdID of the replace.
 * @param venueOrderId the venue's own id from now on, "" if it gives none.
 */
public record OrderReplaced(String venueClOrdId, String venueOrderId) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onOrderReplaced(this);
    }
}
