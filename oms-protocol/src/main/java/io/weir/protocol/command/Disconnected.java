package io.weir.protocol.command;

/**
 * A client's TCP connection is gone; said behind everything that was read from it.
 *
 * @param connectionId the connection ({@link io.weir.protocol.ConnectionId}).
 * @param text why, for ops.
 */
public record Disconnected(long connectionId, String text) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onDisconnected(this);
    }
}
