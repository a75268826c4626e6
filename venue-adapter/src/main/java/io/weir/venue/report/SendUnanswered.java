package io.weir.venue.report;

/**
 * An order or a replace left, and the answer is none that proves anything: a timeout, a server error, a connection lost.
 * Optional; without it the agent's own deadline says the same.
 *
 * @param venueClOrdId ClOrdID of the order or of the replace.
 * @param text why.
 */
public record SendUnanswered(String venueClOrdId, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onSendUnanswered(this);
    }
}
