package io.weir.protocol.event;

import io.weir.protocol.command.VenueState;

/**
 * A venue's state changed.
 *
 * @param venueId the venue, 1 and more.
 * @param venue name of the venue.
 * @param state its state.
 * @param text why.
 */
public record VenueStateChanged(int venueId, String venue, VenueState state, String text) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueStateChanged(this);
    }
}
