package io.weir.protocol.event;

/**
 * Commands of an edge are missing; it says them again from here.
 *
 * @param edgeId the edge.
 * @param epoch its start.
 * @param expectedSeq number of the first missing command.
 */
public record EdgeGap(int edgeId, int epoch, long expectedSeq) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onEdgeGap(this);
    }
}
