package io.weir.protocol.event;

import io.weir.protocol.command.EdgeKind;

/**
 * The log has granted an edge an epoch; the edge works from here on.
 *
 * @param edgeId the edge.
 * @param epoch 1, 2, 3 … for each edge.
 * @param nonce as the edge gave it.
 * @param kind what the edge is.
 * @param venueId of a venue edge; 0 if the venue is not defined (yet) or the edge is none.
 */
public record EdgeStarted(int edgeId, int epoch, long nonce, EdgeKind kind, int venueId) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onEdgeStarted(this);
    }
}
