package io.weir.core.order;

import io.weir.core.refdata.ReferenceDesk;
import io.weir.core.risk.KillSwitches;
import io.weir.core.risk.PriceCollar;
import io.weir.core.time.CoreClock;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.ExecType;
import io.weir.protocol.fix.OrdStatus;
import io.weir.sor.RouteReason;

/**
 * What follows for an order from the facts: it is filled, it is canceled as asked, its freed remainder is routed again, it
 * ends. {@link #settle} is called after every change and does all that can be done now; what cannot waits for venues.
 */
final class Progress {
    /** The most child orders that one order may have had. */
    static final int MAX_CHILDREN = 1_000;

    private static final String NOT_AT_ONCE = "could not be traded at once";

    private final CoreClock clock;
    private final ReferenceDesk reference;
    private final PriceCollar collar;
    private final KillSwitches switches;
    private final Orders orders;
    private final Routing routing;
    private final Reserves reserves;
    private final Reports reports;
    private final VenueOrders venueOrders;
    private final Reminders unanswered;

    Progress(
            final CoreClock clock,
            final ReferenceDesk reference,
            final PriceCollar collar,
            final KillSwitches switches,
            final Orders orders,
            final Routing routing,
            final Reports reports,
            final VenueOrders venueOrders,
            final Reminders unanswered) {
        this.clock = clock;
        this.reference = reference;
        this.collar = collar;
        this.switches = switches;
        this.orders = orders;
        this.routing = routing;
        this.reserves = routing.reserves();
        this.reports = reports;
        this.venueOrders = venueOrders;
        this.unanswered = unanswered;
    }

    /** Does for an order all that its facts allow now. */
    void settle(final Order order) {
        if (order.isOpen() && order.cumQty >= order.orderQty && !mayGrow(order)) {
            finishFilled(order);
        }
        if (!order.isOpen()) {
            cancelChildren(order);
        } else if (order.liveChildren == 0) {
            conclude(order);
        } else if (order.pending == null && order.endAs == null && !order.isImmediate()) {
            final long free = order.freeQty();
            if (free > 0) {
                routeAgain(order, free);
            }
        }
    }

    /** A pending replace would add quantity beyond what has traded. */
    private static boolean mayGrow(final Order order) {
        return order.pending != null && order.pending.isReplace() && order.pending.newOrderQty > order.cumQty;
    }

    /** All has traded: a request that is still pending came too late. */
    private void finishFilled(final Order order) {
        if (order.pending != null) {
            failRequest(order, CxlRejReason.TOO_LATE_TO_CANCEL, "the order is filled");
        }
        orders.close(order, OrdStatus.FILLED);
    }

    /** No venue has a part of the order any more: it ends, or goes on elsewhere. */
    private void conclude(final Order order) {
        if (order.pending != null && !order.pending.isReplace()) {
            final String origClOrdId = order.clOrdId;
            order.clOrdId = order.pending.clOrdId;
            order.pending = null;
            orders.close(order, OrdStatus.CANCELED);
            reports.sayDone(order, origClOrdId, ExecType.CANCELED, "");
        } else if (order.endAs != null) {
            end(order);
        } else if (order.pending != null) {
            replaceAnew(order);
        } else if (order.isImmediate()) {
            order.endAs = OrdStatus.CANCELED;
            end(order);
        } else {
            routeAgain(order, order.leavesQty());
        }
    }

    private void end(final Order order) {
        if (order.pending != null) {
            failRequest(order, CxlRejReason.TOO_LATE_TO_CANCEL, "the order has ended");
        }
        final OrdStatus closedAs = order.cumQty >= order.orderQty ? OrdStatus.FILLED : order.endAs;
        orders.close(order, closedAs);
        if (closedAs == OrdStatus.FILLED) {
            return;
        }
        final String text = order.text != null ? order.text : order.isImmediate() ? NOT_AT_ONCE : "";
        reports.say(order, closedAs == OrdStatus.EXPIRED ? ExecType.EXPIRED : ExecType.CANCELED, text);
    }

    /**
     * Ends an order of our own accord, as soon as its venues have proved its children closed.
     *
     * @param closedAs CANCELED or EXPIRED.
     * @param text     why, for the client.
     */
    void endOurselves(final Order order, final OrdStatus closedAs, final String text) {
        if (!order.isOpen() || order.endAs != null) {
            return;
        }
        order.endAs = closedAs;
        order.text = text;
        cancelChildren(order);
        settle(order);
    }

    /** Asks the venues of all live children to cancel, those that were not asked yet. */
    void cancelChildren(final Order order) {
        for (ChildOrder child = order.firstChild; child != null; child = child.nextOfOrder) {
            if (child.isLive() && !child.cancelRequested && !child.isAwaitingFills()) {
                cancel(child);
            }
        }
    }

    /** Asks a venue to cancel, and again while it does not answer. */
    void cancel(final ChildOrder child) {
        venueOrders.sayCancel(child);
        unanswered.add(child, child.cancelAttempts, clock.servedNs());
    }

    /** Routes what is proved dead, at most as often as the policy says; then the order ends. */
    private void routeAgain(final Order order, final long qty) {
        final int maxRounds = reference.policy().maxRounds();
        if (order.rounds >= maxRounds) {
            giveUp(order, "not placed in " + order.rounds + " rounds");
        } else if (switches.stopping(order.account(), order.instrument()) != null) {
            giveUp(order, "not routed again: kill switch " + switches.stopping(order.account(), order.instrument()));
        } else if (order.children + reference.policy().maxVenues() > MAX_CHILDREN) {
            giveUp(order, "not routed again: " + order.children + " orders at venues are the most");
        } else {
            final long worstPx = worstPx(order);
            if (worstPx == PriceCollar.NO_QUOTE) {
                giveUp(
                        order,
                        "not routed again: no live quote of "
                                + order.instrument().symbol());
            } else if (!routing.plan(order.terms, qty, worstPx, order.refusedBy, null)) {
                giveUp(order, "not routed again: " + shortfall(routing));
            } else {
                routing.place(order);
            }
        }
    }

    private long worstPx(final Order order) {
        if (order.price != OrderState.NO_PRICE) {
            return order.price;
        }
        final long best = collar.bestOpposite(order.instrument(), order.side());
        return best == PriceCollar.NO_QUOTE ? best : collar.worst(order.instrument(), order.side(), best);
    }

    /** {@return why the last plan is not whole, for a text} */
    static String shortfall(final Routing routing) {
        final RouteReason reason = routing.plan().shortfall();
        return reason == null ? "no venue lists it" : reason.text();
    }

    private void giveUp(final Order order, final String why) {
        final String venueText = order.text;
        endOurselves(order, OrdStatus.CANCELED, venueText == null ? why : why + ": " + venueText);
    }

    /** All children of an order to be replaced are closed: the new remainder is routed, or the old terms stand. */
    private void replaceAnew(final Order order) {
        final PendingRequest request = order.pending;
        final long newLeaves = request.newOrderQty - order.cumQty;
        reserves.releaseHolds(request);
        order.rounds = 0;
        if (newLeaves < 0) {
            failRequest(order, CxlRejReason.TOO_LATE_TO_CANCEL, "CumQty(14) has come above the new OrderQty(38)");
            settle(order);
        } else if (newLeaves == 0) {
            final String origClOrdId = takeTerms(order);
            orders.close(order, OrdStatus.FILLED);
            sayReplaced(order, request, origClOrdId);
        } else if (switches.stopping(order.account(), order.instrument()) != null) {
            failRequest(order, CxlRejReason.BROKER_OPTION, "kill switch is engaged");
            settle(order);
        } else if (!routing.plan(order.terms, newLeaves, request.newPrice, 0, null)) {
            failRequest(order, CxlRejReason.OTHER, "the new terms cannot be placed: " + shortfall(routing));
            settle(order);
        } else {
            sayReplaced(order, request, takeTerms(order));
            order.refusedBy = 0;
            routing.place(order);
        }
    }

    /**
     * The new terms are in effect. A quantity below what has traded meanwhile is met by what has traded.
     *
     * @return ClOrdID until now.
     */
    private static String takeTerms(final Order order) {
        final String origClOrdId = order.clOrdId;
        order.orderQty = Math.max(order.pending.newOrderQty, order.cumQty);
        order.price = order.pending.newPrice;
        order.clOrdId = order.pending.clOrdId;
        order.pending = null;
        order.text = null;
        return origClOrdId;
    }

    private void sayReplaced(final Order order, final PendingRequest request, final String origClOrdId) {
        final boolean overtaken = order.orderQty > request.newOrderQty;
        reports.sayDone(
                order, origClOrdId, ExecType.REPLACED, overtaken ? "fills have overtaken the new OrderQty(38)" : "");
    }

    /** The venue has taken the new terms for the one live child. */
    void replacedAtVenue(final ChildOrder child) {
        final Order order = child.order;
        final PendingRequest request = order.pending;
        child.revision = child.replace.revision;
        reserves.takeReplace(child);
        sayReplaced(order, request, takeTerms(order));
        closeIfTraded(child);
        settle(order);
    }

    /** The old terms stand at the venue. */
    void replaceRefused(final ChildOrder child, final String text) {
        reserves.dropReplace(child);
        final Order order = child.order;
        final boolean late = order.cumQty >= order.orderQty;
        failRequest(order, late ? CxlRejReason.TOO_LATE_TO_CANCEL : CxlRejReason.OTHER, text);
        closeIfTraded(child);
        settle(order);
    }

    /** A request of the client has failed; the old terms stand. */
    void failRequest(final Order order, final CxlRejReason reason, final String text) {
        final PendingRequest request = order.pending;
        for (ChildOrder child = order.firstChild; child != null; child = child.nextOfOrder) {
            if (child.isLive() && child.replace != null) {
                reserves.dropReplace(child);
            }
        }
        reserves.releaseHolds(request);
        order.pending = null;
        reports.sayCancelReject(order, request.clOrdId, order.clOrdId, request.isReplace(), reason, text);
    }

    /** A child that has traded all of its quantity is closed by that, unless its venue may still enlarge it. */
    void closeIfTraded(final ChildOrder child) {
        final boolean allThere = child.closedAs == null || child.cumQty >= child.closedCumQty;
        if (child.isLive() && child.cumQty >= child.qty && !child.mayGrow() && allThere) {
            closeChild(child);
        }
    }

    /** The end of a child order is proved: its money is free. */
    void closeChild(final ChildOrder child) {
        final Order order = child.order;
        final VenueReplace replace = child.replace;
        reserves.release(child);
        child.replace = null;
        orders.children.close(child);
        if (replace != null && order.pending != null) {
            if (replace.isAsked()) {
                failRequest(
                        order,
                        CxlRejReason.TOO_LATE_TO_CANCEL,
                        "the order at " + child.venue().name() + " has ended");
            } else {
                order.pending.atVenue = false;
            }
        }
        reserves.holdOn(order, child.balance);
    }
}
