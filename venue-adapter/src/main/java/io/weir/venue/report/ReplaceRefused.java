package io.weir.venue.report;

/**
 * The old terms stand at the venue, or the order is closed, which another report says.
 *
 * @param venueClOrdId ClOrdID of the replace.
 * @param text the venue's own words.
 */
public record ReplaceRefused(String venueClOrdId, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onReplaceRefused(this);
    }
}
