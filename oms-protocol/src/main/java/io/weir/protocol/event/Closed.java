package io.weir.protocol.event;

/**
 * A connection is to be closed, or is known to be.
 *
 * @param connectionId the connection ({@link io.weir.protocol.ConnectionId}).
 * @param sessionId the session it had, 0 if none.
 * @param afterFlush what is numbered for it is written first.
 * @param text why, for ops.
 */
public record Closed(long connectionId, int sessionId, boolean afterFlush, String text) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onClosed(this);
    }
}
