package io.weir.protocol.command;

/**
 * The order is proved never to have lived at the venue: its quantity is free.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param reason why.
 * @param text the venue's own words.
 */
public record VenueOrderRejected(int venueId, long childOrderId, VenueRejectReason reason, String text)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueOrderRejected(this);
    }
}
