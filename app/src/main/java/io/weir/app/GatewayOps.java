package io.weir.app;

import io.weir.acceptor.AcceptorCounters;
import io.weir.core.Standstill;
import io.weir.core.cluster.Node;
import io.weir.core.cluster.NodeCounters;
import io.weir.ops.health.Health;
import io.weir.ops.health.RoomHealth;
import io.weir.ops.metrics.Meters;
import io.weir.protocol.command.VenueState;
import io.weir.venue.VenueCounters;
import io.weir.venue.agent.VenueAgent;
import java.util.List;
import java.util.function.LongSupplier;

/** Shows the health and the figures of node, acceptor and venues to ops. The store shows its own. */
final class GatewayOps {
    private GatewayOps() {}

    /**
     * Registers the node of this process.
     *
     * @param health to register at.
     * @param meters to register at.
     * @param node   the log.
     */
    static void register(final Health health, final Meters meters, final Node node) {
        health.register("log", Health.Weight.ESSENTIAL, () -> ofNode(node));
        health.register(
                "trading",
                Health.Weight.ESSENTIAL,
                () -> ofTrading(node.counters().standstill()));
        registerNode(node.counters(), meters);
    }

    /**
     * Registers the clients' side.
     *
     * @param health   to register at.
     * @param meters   to register at.
     * @param acceptor what it counts.
     */
    static void register(final Health health, final Meters meters, final AcceptorCounters acceptor) {
        health.register("acceptor", Health.Weight.ESSENTIAL, () -> ofAcceptor(acceptor));
        acceptor.byName().forEach((name, counter) -> registerAcceptor(meters, name, counter::get));
    }

    /**
     * Registers the exchanges.
     *
     * @param health to register at.
     * @param meters to register at.
     * @param venues exchanges.
     */
    static void register(final Health health, final Meters meters, final List<VenueAgent> venues) {
        for (final VenueAgent venue : venues) {
            health.register(venue.roleName(), Health.Weight.USEFUL, () -> ofVenue(venue));
            registerVenue(venue.roleName(), venue.counters(), meters);
        }
        meters.gauge(
                "weir.venues.up",
                "Venues that take orders.",
                () -> venues.stream()
                        .filter(venue -> venue.state() == VenueState.UP)
                        .count());
    }

    private static RoomHealth ofNode(final Node node) {
        final NodeCounters counters = node.counters();
        final String detail = (counters.isLeader() ? "leader" : "follower") + ", term " + counters.leadershipTermId()
                + ", log position " + counters.logPosition();
        if (counters.leadershipTermId() < 0) {
            return RoomHealth.down("no leader yet");
        }
        return counters.failedPurges() > 0
                ? RoomHealth.degraded(detail + "; " + counters.failedPurges() + " purges have failed")
                : RoomHealth.up(detail);
    }

    private static RoomHealth ofTrading(final Standstill standstill) {
        if (standstill.held()) {
            return RoomHealth.down(standstill.text() + "; ./gateway recover lets it go on");
        }
        return standstill.killSwitches().isEmpty()
                ? RoomHealth.up("no kill switch is engaged")
                : RoomHealth.degraded("kill switches are engaged: " + String.join(", ", standstill.killSwitches()));
    }

    private static RoomHealth ofAcceptor(final AcceptorCounters acceptor) {
        final String detail = acceptor.sessions.get() + " sessions logged on";
        return acceptor.leased.get() > 0
                ? RoomHealth.up(detail)
                : RoomHealth.down("no sign of life from the log; " + detail);
    }

    private static RoomHealth ofVenue(final VenueAgent venue) {
        final String detail = venue.state() + (venue.stateText().isEmpty() ? "" : ": " + venue.stateText());
        switch (venue.state()) {
            case UP:
                return RoomHealth.up(detail);
            case DEGRADED:
                return RoomHealth.degraded(detail);
            default:
                return RoomHealth.down(detail);
        }
    }

    private static void registerNode(final NodeCounters node, final Meters meters) {
        meters.counter("weir.log.commands", "Commands worked, replayed ones included.", node::commands);
        meters.counter("weir.log.elections", "Terms of leadership begun.", node::elections);
        meters.counter("weir.log.aeron.errors", "Errors that Aeron's parts have reported.", node::aeronErrors);
        meters.counter(
                "weir.journal.back.pressure", "Times the service waited for the recorder.", node::journalBackPressure);
        meters.counter("weir.snapshots", "Snapshots taken since the start.", node::snapshots);
        meters.counter("weir.purges.failed", "Purges of log or journal that failed.", node::failedPurges);
        meters.gauge("weir.log.leader", "1 on the node that leads, else 0.", () -> node.isLeader() ? 1 : 0);
        meters.gauge("weir.log.term", "Term of leadership last heard of.", node::leadershipTermId);
        meters.gauge("weir.log.position", "Position of the command log that is worked.", node::logPosition);
        meters.gauge("weir.snapshot.pause.ns", "What the last snapshot cost the service.", node::snapshotPauseNs);
        meters.gauge("weir.snapshot.position", "Log position of the last snapshot.", node::snapshotPosition);
        meters.gauge("weir.journal.held.bytes", "Journal kept for readers that lag.", node::heldBackBytes);
    }

    private static void registerAcceptor(final Meters meters, final String name, final LongSupplier value) {
        final String total = "_total";
        final String description = "Counted by the acceptor; the README of ops says what.";
        if (name.endsWith(total)) {
            final String stem = name.substring(0, name.length() - total.length());
            meters.counter("weir." + stem.replace('_', '.'), description, value);
        } else {
            meters.gauge("weir." + name.replace('_', '.'), description, value::getAsLong);
        }
    }

    private static void registerVenue(final String venue, final VenueCounters counters, final Meters meters) {
        final String[] tags = {"venue", venue.substring("venue-".length())};
        meters.counter("weir.venue.orders.sent", "Orders sent.", counters.sent::get, tags);
        meters.counter("weir.venue.replaces.sent", "Replaces sent.", counters.replacesSent::get, tags);
        meters.counter("weir.venue.cancels.sent", "Cancels sent.", counters.cancelsSent::get, tags);
        meters.counter("weir.venue.queries.sent", "Questions for orders sent.", counters.queriesSent::get, tags);
        meters.counter("weir.venue.fills", "Fills heard of.", counters.fills::get, tags);
        meters.counter("weir.venue.doubts", "Orders that came into doubt.", counters.doubts::get, tags);
        meters.counter(
                "weir.venue.doubts.resolved", "Doubts that an answer ended.", counters.doubtsResolved::get, tags);
        meters.counter("weir.venue.strangers", "Reports of orders that are not ours.", counters.strangers::get, tags);
        meters.counter("weir.venue.back.pressured", "Times the log was full.", counters.backPressured::get, tags);
        meters.counter("weir.venue.throttled", "Times the rate budget held a request.", counters.throttled::get, tags);
        meters.counter("weir.venue.reconciliations", "Reconciliations done.", counters.reconciliations::get, tags);
        meters.counter(
                "weir.venue.send.log.failures",
                "Writes of the send log that failed.",
                counters.sendLogFailures::get,
                tags);
        meters.gauge("weir.venue.waiting", "Requests that wait.", counters.waiting::get, tags);
        meters.gauge("weir.venue.followed", "Open orders followed.", counters.followed::get, tags);
    }
}
