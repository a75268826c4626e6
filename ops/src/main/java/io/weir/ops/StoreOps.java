package io.weir.ops;

import io.weir.ops.health.Health;
import io.weir.ops.health.RoomHealth;
import io.weir.ops.metrics.Meters;
import io.weir.store.projection.ProjectorCounters;
import io.weir.store.projection.ProjectorStatus;
import io.weir.store.projection.StoreProjector;

/** Shows the store's own health and figures. */
public final class StoreOps {
    private StoreOps() {}

    /**
     * Registers the store. Without it orders are still taken and answered, so it is useful and not essential.
     *
     * @param projector asked at each request.
     * @param health    to register at.
     * @param meters    to register at.
     */
    public static void register(final StoreProjector projector, final Health health, final Meters meters) {
        health.register("store", Health.Weight.USEFUL, () -> health(projector.status()));
        final ProjectorCounters counters = projector.counters();
        meters.counter("weir.store.events", "Events of the journal that are stored.", counters::events);
        meters.counter("weir.store.batches", "Transactions of the projection.", counters::batches);
        meters.counter(
                "weir.store.events.again", "Events that were stored already and came again.", counters::seenAgain);
        meters.counter(
                "weir.store.failures",
                "Times the database could not be opened or written, or the journal not be read.",
                counters::failures);
        meters.counter("weir.store.set.aside", "Databases set aside and built again.", counters::setAside);
        meters.counter("weir.store.deleted.rows", "Rows deleted because of their age.", counters::deletedRows);
        meters.gauge(
                "weir.store.lag.bytes",
                "Bytes of the journal that are recorded and not read by the projection.",
                () -> projector.status().lagBytes());
        meters.gauge(
                "weir.store.event.seq",
                "Number of the last event that is stored.",
                () -> projector.status().eventSeq());
    }

    private static RoomHealth health(final ProjectorStatus status) {
        return switch (status.state()) {
            case UP -> RoomHealth.up(status.detail());
            case DEGRADED -> RoomHealth.degraded(status.detail());
            case DOWN -> RoomHealth.down(status.detail());
        };
    }
}
