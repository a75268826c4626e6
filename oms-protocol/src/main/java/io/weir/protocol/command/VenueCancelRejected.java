package io.weir.protocol.command;

/**
 * The venue did not cancel; the order's state comes by other messages.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param childOrderId our id of the order at the venue.
 * @param orderUnknown the venue knows no open order of that id.
 * @param text the venue's own words.
 */
public record VenueCancelRejected(int venueId, long childOrderId, boolean orderUnknown, String text)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueCancelRejected(this);
    }
}
