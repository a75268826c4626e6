package io.weir.protocol.command;

/**
 * The old terms stand at the venue.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param revision counts the replaces of one child order, 1, 2, 3 …
 * @param text the venue's own words.
 */
public record VenueReplaceRejected(int venueId, long childOrderId, int revision, String text) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueReplaceRejected(this);
    }
}
