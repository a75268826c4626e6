package io.weir.protocol.event;

import java.util.List;

/**
 * Ten times a second: cluster time, and the last command taken of every edge. Acknowledgement, lease clock and sign
 * of life.
 *
 * @param elapsedNs the core's elapsed clock: the sum of the positive steps of time.
 * @param edges at most {@link io.weir.protocol.Bounds#MAX_EDGES}.
 */
public record Pulse(long elapsedNs, List<EdgeAck> edges) implements Event {
    public Pulse {
        edges = List.copyOf(edges);
    }

    @Override
    public void to(final EventHandler handler) {
        handler.onPulse(this);
    }
}
