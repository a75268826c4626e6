package io.weir.protocol.command;

/**
 * The acceptor has written the whole range of a {@link io.weir.protocol.event.Resend}.
 *
 * @param connectionId the connection ({@link io.weir.protocol.ConnectionId}).
 * @param resendId of the Resend.
 */
public record ResendDone(long connectionId, long resendId) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onResendDone(this);
    }
}
