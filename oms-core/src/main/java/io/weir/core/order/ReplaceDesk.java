package io.weir.core.order;

import io.weir.core.money.Balance;
import io.weir.core.risk.OrderCheck;
import io.weir.core.session.SessionDirectory;
import io.weir.core.time.CoreClock;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.CxlRejReason;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdType;
import io.weir.sor.RoutePlan;

/**
 * Takes replaces of quantity and price. Where the order is one child at a venue that can, the venue changes it in one step;
 * else all children are canceled and the new remainder is routed when all are proved closed. The money for the new terms is
 * set aside first; if anything fails the old terms stand.
 */
final class ReplaceDesk {
    private final CoreClock clock;
    private final SessionDirectory directory;
    private final OrderCheck check;
    private final Orders orders;
    private final CancelDesk cancels;
    private final Routing routing;
    private final Reserves reserves;
    private final Reports reports;
    private final Progress progress;
    private final VenueDesk venueDesk;

    ReplaceDesk(
            final CoreClock clock,
            final SessionDirectory directory,
            final OrderCheck check,
            final Orders orders,
            final CancelDesk cancels,
            final Routing routing,
            final Reports reports,
            final Progress progress,
            final VenueDesk venueDesk) {
        this.clock = clock;
        this.directory = directory;
        this.check = check;
        this.orders = orders;
        this.cancels = cancels;
        this.routing = routing;
        this.reserves = routing.reserves();
        this.reports = reports;
        this.progress = progress;
        this.venueDesk = venueDesk;
    }

    void onOrderCancelReplaceRequest(final int sessionId, final OrderCancelReplaceRequest request) {
        final CancelDesk.Target target = CancelDesk.Target.of(sessionId, request);
        final Order order = cancels.find(target);
        if (order == null) {
            return;
        }
        final String fault = changedTerm(order, request);
        if (order.endAs != null) {
            cancels.reject(order, target, CxlRejReason.TOO_LATE_TO_CANCEL, "the order is being ended");
        } else if (!fault.isEmpty()) {
            cancels.reject(order, target, CxlRejReason.BROKER_OPTION, fault);
        } else if (!isFit(order, request)) {
            final boolean isOurs = check.reason() == OrdRejReason.BROKER_OPTION;
            cancels.reject(order, target, isOurs ? CxlRejReason.BROKER_OPTION : CxlRejReason.OTHER, check.text());
        } else if (check.orderQty() < order.cumQty) {
            cancels.reject(
                    order,
                    target,
                    CxlRejReason.OTHER,
                    "OrderQty(38) " + request.orderQty() + " is below CumQty(14), which has traded");
        } else {
            start(order, target, PendingRequest.replace(request.clOrdId(), check.orderQty(), check.price()));
        }
    }

    /** {@return what the request would change beside quantity and price, "" for nothing} */
    private static String changedTerm(final Order order, final OrderCancelReplaceRequest request) {
        if (!request.unsupported().isEmpty()) {
            return request.unsupported();
        }
        if (order.isImmediate() || order.isMarket()) {
            return "OrdType(40) 1 and TimeInForce(59) 3 and 4 cannot be replaced";
        }
        if (request.ordType() != OrdType.LIMIT) {
            return "OrdType(40) cannot be changed";
        }
        if (request.timeInForce() != order.terms.timeInForce()) {
            return "TimeInForce(59) cannot be changed";
        }
        if (!request.account().isEmpty()
                && !request.account().equals(order.account().name())) {
            return "Account(1) " + request.account() + " is not "
                    + order.account().name() + ", the order's";
        }
        return "";
    }

    private boolean isFit(final Order order, final OrderCancelReplaceRequest request) {
        final long ageNs = clock.wallNs() - request.fix().receivedNs();
        return check.measure(order.instrument(), request.ordType(), request.orderQty(), request.price())
                && check.withinRules(order.instrument())
                && check.allowed(order.account(), order.instrument())
                && check.fresh("the replace", ageNs, directory.maxOrderAgeNs(order.sessionId()))
                && check.withinCollar(order.instrument(), order.side())
                && check.withinNotional(order.instrument(), order.account());
    }

    private void start(final Order order, final CancelDesk.Target target, final PendingRequest request) {
        final ChildOrder child = changeable(order, request);
        final boolean isFunded = child != null ? fundAtVenue(child, order, request) : fundAnew(order, request);
        if (!isFunded) {
            cancels.reject(
                    order,
                    target,
                    CxlRejReason.OTHER,
                    "the new terms cannot be placed: "
                            + (child == null
                                    ? Progress.shortfall(routing)
                                    : "free balance too low at " + child.venue().name()));
            return;
        }
        orders.use(order, request.clOrdId);
        order.pending = request;
        reports.sayPending(order, request);
        if (child == null) {
            progress.cancelChildren(order);
            progress.settle(order);
        } else if (child.acknowledged) {
            venueDesk.askReplace(child);
        }
    }

    /** {@return the one live child, if its venue can change it to the new terms in one step; else null} */
    private ChildOrder changeable(final Order order, final PendingRequest request) {
        ChildOrder live = null;
        for (ChildOrder child = order.firstChild; child != null; child = child.nextOfOrder) {
            live = child.isLive() ? child : live;
        }
        if (order.liveChildren != 1
                || request.newOrderQty == order.cumQty
                || live.inDoubt
                || live.cancelRequested
                || live.isAwaitingFills()
                || !live.venue().supportsReplace()
                || !live.venue().isConnected()
                || routing.isStopped(live.venue())) {
            return null;
        }
        final long qty = childQty(live, order, request);
        final boolean fits = live.listing.rules().takes(qty, request.newPrice)
                && qty % live.listing.rules().lotSize() == 0
                && request.newPrice % live.listing.rules().tickSize() == 0;
        return fits && request.newPrice != OrderState.NO_PRICE ? live : null;
    }

    /** What the one child's quantity becomes: what it has traded, and all that is left of the order. */
    private static long childQty(final ChildOrder child, final Order order, final PendingRequest request) {
        return child.cumQty + request.newOrderQty - order.cumQty;
    }

    private boolean fundAtVenue(final ChildOrder child, final Order order, final PendingRequest request) {
        final long newQty = childQty(child, order, request);
        final long extra = Reserves.extra(child, newQty, request.newPrice);
        if (!reserves.tryHold(child.balance, extra)) {
            return false;
        }
        child.replace = new VenueReplace(newQty, request.newPrice, extra);
        request.atVenue = true;
        return true;
    }

    /** Plans the new remainder as if the children were closed, and holds what that needs beyond their reserves. */
    private boolean fundAnew(final Order order, final PendingRequest request) {
        final long qty = request.newOrderQty - order.cumQty;
        if (qty == 0) {
            return true;
        }
        if (!routing.plan(order.terms, qty, request.newPrice, 0, order)) {
            return false;
        }
        final RoutePlan plan = routing.plan();
        for (int i = 0; i < plan.venues(); i++) {
            if (plan.qty(i) > 0) {
                hold(order, request, routing.balance(order, i), routing.need(order, i));
            }
        }
        return true;
    }

    private void hold(final Order order, final PendingRequest request, final Balance balance, final long need) {
        final long missing = Math.max(0, need - Reserves.reservedOn(order, balance));
        if (!reserves.tryHold(balance, missing)) {
            throw new IllegalStateException("planned to hold " + missing + " but not available for " + order);
        }
        request.holds = new PendingRequest.Hold(balance, need, missing, request.holds);
    }
}
