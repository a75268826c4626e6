package io.weir.protocol.event;

/**
 * A command of an ops edge could not be taken: it was wrong.
 *
 * @param edgeId the edge.
 * @param seq of the command.
 * @param text names field, value and bound.
 */
public record CommandRefused(int edgeId, long seq, String text) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onCommandRefused(this);
    }
}
