package io.weir.protocol.event;

/**
 * Something that a person has to look at; nothing was lost by it.
 *
 * @param subject what it is about, for example a venue, a session, an order.
 * @param text Text(58) or "".
 */
public record Alert(String subject, String text) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onAlert(this);
    }
}
