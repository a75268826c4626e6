package io.weir.protocol.event;

/**
 * Our Logout(5).
 *
 * @param session the session, its number, its connection.
 * @param text Text(58) or "".
 */
public record LogoutSent(SessionHeader session, String text) implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onLogoutSent(this);
    }
}
