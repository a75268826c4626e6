package io.weir.protocol.command;

/**
 * The venue has the order in its book or at work.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param venueOrderId the venue's own id of the order.
 */
public record VenueOrderAccepted(int venueId, long childOrderId, String venueOrderId) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueOrderAccepted(this);
    }
}
