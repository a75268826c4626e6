package io.weir.protocol.command;

/**
 * A venue edge tells how its venue is, after each change and at a steady pace.
 *
 * @param venueId the venue, as {@code EdgeStarted} told its edge.
 * @param state its state.
 * @param latencyNs how soon an order given now would be acknowledged; 0 if not known.
 * @param reliabilityBps share of requests answered in time, in 1/10,000.
 * @param text why, for ops.
 */
public record VenueStatus(int venueId, VenueState state, long latencyNs, int reliabilityBps, String text)
        implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onVenueStatus(this);
    }
}
