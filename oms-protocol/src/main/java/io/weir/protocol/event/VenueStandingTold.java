package io.weir.protocol.event;

/**
 * The end of what a new start of a venue edge is told.
 *
 * @param venueId the venue, 1 and more.
 * @param epoch of the edge.
 * @param venueClOrdIdPrefix every ClOrdID of ours at venues begins with it.
 */
public record VenueStandingTold(int venueId, int epoch, String venueClOrdIdPrefix) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueStandingTold(this);
    }
}
