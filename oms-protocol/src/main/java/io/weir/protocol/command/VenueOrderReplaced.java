package io.weir.protocol.command;

/**
 * The venue has taken the new terms.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param revision of the {@link io.weir.protocol.event.VenueReplaceRequested}.
 * @param venueOrderId the venue's own id from now on.
 */
public record VenueOrderReplaced(int venueId, long childOrderId, int revision, String venueOrderId) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueOrderReplaced(this);
    }
}
