package io.weir.protocol.event;

/**
 * Does the edge that had this connection still have it? Answered by {@code ProbeAnswered}.
 *
 * @param connectionId the connection ({@link io.weir.protocol.ConnectionId}).
 */
public record Probe(long connectionId) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onProbe(this);
    }
}
