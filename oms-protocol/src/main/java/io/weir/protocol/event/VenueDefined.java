package io.weir.protocol.event;

/**
 * Reference data as the core has it: a venue.
 *
 * @param venueId the venue, 1 and more.
 * @param name its name.
 */
public record VenueDefined(int venueId, String name) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onVenueDefined(this);
    }
}
