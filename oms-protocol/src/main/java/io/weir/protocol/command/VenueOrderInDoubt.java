package io.weir.protocol.command;

/**
 * The order (or its replace) was sent and no answer came: its state is unknown until the venue proves one.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param text why.
 */
public record VenueOrderInDoubt(int venueId, long childOrderId, String text) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueOrderInDoubt(this);
    }
}
