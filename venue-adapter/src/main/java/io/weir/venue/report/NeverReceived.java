package io.weir.venue.report;

/**
 * The transport proves that the venue never took this order or replace, for example because it asked for the message
 * again and got a gap fill instead. The agent still asks once before it says so.
 *
 * @param venueClOrdId ClOrdID of the order or of the replace.
 * @param text what proves it.
 */
public record NeverReceived(String venueClOrdId, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onNeverReceived(this);
    }
}
