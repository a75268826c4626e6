package io.weir.protocol.event;

/**
 * The gateway stands still, or goes on.
 *
 * @param held true: no Logon is taken and nothing new leaves for venues.
 * @param text who and why.
 */
public record HoldChanged(boolean held, String text) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onHoldChanged(this);
    }
}
