package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.venue.Venue;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.event.Alert;

/** Tells ops what a person has to look at. */
final class Alerts {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Outbox outbox;

    Alerts(final Outbox outbox) {
        this.outbox = outbox;
    }

    void say(final String subject, final String text) {
        outbox.say(new Alert(subject, Bounds.cutText(text)));
    }

    /** Something about one fill. */
    void fill(final ChildOrder child, final VenueFill fill, final String text) {
        say("order " + child.order.orderId, text + ": " + text(fill));
    }

    /** A fill that no order of ours can be found for: it is not booked, for nobody knows whose it is. */
    void unknownFill(final VenueFill fill) {
        say("venue " + fill.venueId(), "fill of an unknown order, not booked: " + text(fill));
    }

    /** A report about an order that is not ours, or that is forgotten. */
    void unknownReport(final int venueId, final long childOrderId, final String what) {
        say("venue " + venueId, what + " of an unknown order, childOrderId " + childOrderId);
    }

    /** Something about one order at a venue. */
    void child(final ChildOrder child, final String text) {
        say(
                "order " + child.order.orderId,
                text + ", childOrderId " + child.childOrderId + " at "
                        + child.venue().name());
    }

    void breakerOpened(final Venue venue) {
        say(
                "venue " + venue.name(),
                "breaker open for " + venue.breaker().pauseNs() / SECOND_NS + " s after failures in a row");
    }

    private static String text(final VenueFill fill) {
        return fill.side() + " " + fill.lastQty() + ' ' + fill.symbol() + " at " + fill.lastPx() + " venueExecId "
                + fill.venueExecId() + " childOrderId " + fill.childOrderId() + " venueClOrdId " + fill.venueClOrdId();
    }
}
