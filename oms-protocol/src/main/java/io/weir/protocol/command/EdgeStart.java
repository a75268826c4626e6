package io.weir.protocol.command;

/**
 * A new start of an edge asks for an epoch. The answer is {@link io.weir.protocol.event.EdgeStarted}. The same
 * nonce said again gets the same epoch.
 *
 * @param nonce random, chosen once per start of the process; not 0.
 * @param kind what the edge is.
 * @param name a venue edge: the name of its venue; else "".
 */
public record EdgeStart(long nonce, EdgeKind kind, String name) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onEdgeStart(this);
    }
}
