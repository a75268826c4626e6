package io.weir.protocol.event;

import io.weir.protocol.command.KillScope;

/**
 * A kill switch was engaged or released.
 *
 * @param scope what it covers.
 * @param name its name.
 * @param engaged true stops, false allows.
 * @param text who and why.
 */
public record KillSwitchChanged(KillScope scope, String name, boolean engaged, String text) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onKillSwitchChanged(this);
    }
}
