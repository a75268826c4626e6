package io.weir.venue.report;

import io.weir.protocol.command.VenueState;

/**
 * How the venue is, said at each change. A reconnect that was too quick to be seen as two changes is said as two all the
 * same: DOWN, then what follows.
 *
 * @param state DOWN: not connected; UP and DEGRADED: connected, takes orders; SUSPENDED: connected, but it halted trading.
 * @param text why, for ops.
 */
public record ConnectionChanged(VenueState state, String text) implements VenueReport {
    @Override
    public void to(final VenueReportHandler handler) {
        handler.onConnectionChanged(this);
    }
}
