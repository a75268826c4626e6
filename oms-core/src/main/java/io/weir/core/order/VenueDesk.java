package io.weir.core.order;

import io.weir.core.time.CoreClock;
import io.weir.core.venue.Breaker;
import io.weir.core.venue.Venue;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.CxlRejReason;

/**
 * Takes what venues report of our orders, in whatever order it comes: an end before its fills waits for them, a fill before
 * the acknowledgement proves that the order lives, what was said before changes nothing. An order in doubt keeps its
 * quantity and money until the venue proves an end.
 */
final class VenueDesk {
    private final CoreClock clock;
    private final ChildOrders children;
    private final VenueOrders venueOrders;
    private final Progress progress;
    private final Alerts alerts;
    private final Reminders missingFills;

    VenueDesk(
            final CoreClock clock,
            final ChildOrders children,
            final VenueOrders venueOrders,
            final Progress progress,
            final Alerts alerts,
            final Reminders missingFills) {
        this.clock = clock;
        this.children = children;
        this.venueOrders = venueOrders;
        this.progress = progress;
        this.alerts = alerts;
        this.missingFills = missingFills;
    }

    /** Finds a child order that is live; of one that is not, there is nothing to say any more. */
    private ChildOrder findLive(final int venueId, final long childOrderId, final String what) {
        final ChildOrder child = children.find(childOrderId);
        if (child == null || child.venue().venueId() != venueId) {
            alerts.unknownReport(venueId, childOrderId, what);
            return null;
        }
        return child.isLive() ? child : null;
    }

    void onVenueOrderAccepted(final VenueOrderAccepted command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "acceptance");
        if (child == null) {
            return;
        }
        acknowledge(child, command.venueOrderId());
        if (child.replace != null && !child.replace.isAsked() && !child.cancelRequested) {
            askReplace(child);
        }
    }

    private void acknowledge(final ChildOrder child, final String venueOrderId) {
        child.acknowledged = true;
        child.inDoubt = false;
        child.venue().breaker().onSuccess();
        if (!venueOrderId.isEmpty()) {
            child.venueOrderId = venueOrderId;
        }
    }

    /** Asks the venue for new terms. */
    void askReplace(final ChildOrder child) {
        child.replace.revision = ++child.lastRevision;
        venueOrders.sayReplace(child, false);
    }

    void onVenueOrderRejected(final VenueOrderRejected command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "reject");
        if (child == null) {
            return;
        }
        if (child.cumQty > 0) {
            alerts.child(child, "rejected as " + command.reason() + " after fills, which stay booked");
        }
        if (command.reason() != VenueRejectReason.ABSENT || !child.inDoubt) {
            failed(child.venue(), command.reason() == VenueRejectReason.REFUSED ? Breaker.REFUSAL : Breaker.FAILURE);
        }
        refusedBy(child, command.reason() + " " + command.text());
        progress.closeChild(child);
        progress.settle(child.order);
    }

    private void failed(final Venue venue, final int weight) {
        if (venue.breaker().onFailure(weight, clock.servedNs())) {
            alerts.breakerOpened(venue);
        }
    }

    /** A venue has ended an order unasked: what is left of it goes elsewhere, if it goes on at all. */
    private static void refusedBy(final ChildOrder child, final String text) {
        final Order order = child.order;
        order.refusedBy |= 1 << child.venue().venueId() - 1;
        if (order.isOpen() && order.endAs == null) {
            order.text = child.venue().name() + ' ' + text;
        }
    }

    void onVenueOrderClosed(final VenueOrderClosed command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "end");
        if (child == null) {
            return;
        }
        final boolean isFilled = command.closedAs() == VenueClosedAs.FILLED;
        final long cumQty = closedCumQty(child, command.cumQty(), isFilled);
        child.acknowledged = true;
        child.inDoubt = false;
        if (child.isReplaceAsked() && cumQty > child.qty && cumQty <= child.replace.newQty) {
            progress.replacedAtVenue(child);
        }
        if (!isFilled && !child.cancelRequested && child.closedAs == null) {
            refusedBy(child, command.closedAs() + (command.text().isEmpty() ? "" : " " + command.text()));
        }
        final boolean isNews = child.closedAs == null || child.closedCumQty != cumQty;
        child.closedAs = command.closedAs();
        child.closedCumQty = cumQty;
        if (child.cumQty < cumQty) {
            if (isNews) {
                missingFills.add(child, cumQty, clock.servedNs());
            }
            return;
        }
        if (child.cumQty > cumQty) {
            alerts.child(child, "closed with CumQty " + command.cumQty() + ", less than is booked");
        }
        progress.closeChild(child);
        progress.settle(child.order);
    }

    /** What the venue has traded in all; digits beyond the scale are dropped, as they are of fills. */
    private static long closedCumQty(final ChildOrder child, final Decimal cumQty, final boolean isFilled) {
        if (!cumQty.isPresent() || cumQty.mantissa() < 0) {
            return isFilled ? Math.max(child.qty, child.cumQty) : child.cumQty;
        }
        final int scale = child.listing.instrument().qtyScale();
        final long exact = Decimals.rescale(cumQty, scale);
        if (exact == Decimals.TOO_LARGE) {
            return Long.MAX_VALUE;
        }
        return exact == Decimals.INEXACT ? cumQty.mantissa() / Decimals.powerOfTen(cumQty.scale() - scale) : exact;
    }

    void onVenueCancelRejected(final VenueCancelRejected command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "cancel reject");
        if (child == null || !child.cancelRequested || command.orderUnknown() || child.isAwaitingFills()) {
            return;
        }
        final Order order = child.order;
        if (!order.isOpen() || order.endAs != null || order.pending == null) {
            return;
        }
        child.cancelRequested = false;
        progress.failRequest(order, CxlRejReason.OTHER, child.venue().name() + " did not cancel: " + command.text());
        progress.settle(order);
    }

    void onVenueOrderReplaced(final VenueOrderReplaced command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "replace");
        if (child == null) {
            return;
        }
        acknowledge(child, command.venueOrderId());
        if (child.replace == null || child.replace.revision != command.revision()) {
            if (command.revision() > child.revision) {
                alerts.child(child, "replaced to revision " + command.revision() + ", which nobody waits for");
            }
            return;
        }
        progress.replacedAtVenue(child);
    }

    void onVenueReplaceRejected(final VenueReplaceRejected command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "replace reject");
        if (child == null || child.replace == null || child.replace.revision != command.revision()) {
            return;
        }
        child.inDoubt = false;
        progress.replaceRefused(child, child.venue().name() + ": " + command.text());
    }

    void onVenueOrderInDoubt(final VenueOrderInDoubt command) {
        final ChildOrder child = findLive(command.venueId(), command.childOrderId(), "doubt");
        if (child != null && !child.inDoubt) {
            child.inDoubt = true;
            failed(child.venue(), Breaker.FAILURE);
        }
    }
}
