package io.weir.protocol.event;

/**
 * A venue edge is to ask and to cancel only, or may send orders again. Told to a new start of an edge ahead of its standing
 * while the gateway is held; what it is then told again counts as on its way, whatever its send log says.
 *
 * @param venueId the venue, 1 and more.
 * @param held    true: nothing new may leave.
 */
public record VenueHold(int venueId, boolean held) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueHold(this);
    }
}
