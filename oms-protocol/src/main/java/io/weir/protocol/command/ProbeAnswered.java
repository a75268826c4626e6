package io.weir.protocol.command;

/**
 * The answer to a {@link io.weir.protocol.event.Probe}.
 *
 * @param connectionId that was asked about.
 * @param open it is still open.
 */
public record ProbeAnswered(long connectionId, boolean open) implements Command {
    @Override
    public void to(final CommandHandler handler) {
        handler.onProbeAnswered(this);
    }
}
