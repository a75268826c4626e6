package io.weir.venue.report;

/**
 * The venue did not cancel; the order's state comes by other reports.
 *
 * @param venueClOrdId ClOrdID at the venue, as the request gave it.
 * @param orderUnknown the venue knows no open order of that id.
 * @param text the venue's own words.
 */
public record CancelRefused(String venueClOrdId, boolean orderUnknown, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onCancelRefused(this);
    }
}
