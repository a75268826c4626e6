package io.weir.protocol.command;

/**
 * A client's Logout(5).
 *
 * @param fix header of the FIX message.
 * @param text Text(58) or "".
 */
public record LogoutReceived(FixHeader fix, String text) implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onLogoutReceived(this);
    }
}
