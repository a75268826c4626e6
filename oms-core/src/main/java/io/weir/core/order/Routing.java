package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.money.Balance;
import io.weir.core.money.Ledger;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.ReferenceDesk;
import io.weir.core.risk.KillSwitches;
import io.weir.core.time.CoreClock;
import io.weir.core.venue.Listing;
import io.weir.core.venue.Venue;
import io.weir.core.venue.Venues;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.RouteChoice;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.sor.RoutePlan;
import io.weir.sor.RouteReason;
import io.weir.sor.RouteRequest;
import io.weir.sor.Router;
import java.util.List;

/**
 * Asks the router on behalf of orders, and carries its plans out: money set aside, the why said once, each venue asked.
 * A plan and its placement happen within one message, so what was planned is still there.
 */
final class Routing {
    private final Router router = new Router();
    private final RouteRequest request = new RouteRequest();
    private final RoutePlan plan = new RoutePlan();
    private final Outbox outbox;
    private final CoreClock clock;
    private final ReferenceDesk reference;
    private final Venues venues;
    private final Ledger ledger;
    private final KillSwitches switches;
    private final ChildOrders children;
    private final Reserves reserves;
    private final VenueOrders venueOrders;
    private Listing[] listings;
    private boolean wayLeftOut;

    Routing(
            final Outbox outbox,
            final CoreClock clock,
            final ReferenceDesk reference,
            final Venues venues,
            final Ledger ledger,
            final KillSwitches switches,
            final ChildOrders children,
            final VenueOrders venueOrders) {
        this.outbox = outbox;
        this.clock = clock;
        this.reference = reference;
        this.venues = venues;
        this.ledger = ledger;
        this.switches = switches;
        this.children = children;
        this.reserves = new Reserves(ledger);
        this.venueOrders = venueOrders;
    }

    Reserves reserves() {
        return reserves;
    }

    /** {@return the last plan, until the next question} */
    RoutePlan plan() {
        return plan;
    }

    /**
     * Plans where a quantity goes.
     *
     * @param terms     of the order.
     * @param qty       to be placed, at qtyScale, above 0.
     * @param worstPx   its limit, or the collar of a market order.
     * @param refusedBy venues to leave out: bit venueId - 1.
     * @param replaced  an order whose live children's reserves count as free, or null.
     * @return whether all of it has a place.
     */
    boolean plan(
            final OrderTerms terms, final long qty, final long worstPx, final int refusedBy, final Order replaced) {
        if (tryPlan(terms, qty, worstPx, refusedBy, replaced, false)) {
            return true;
        }
        return wayLeftOut && canWait(terms) && tryPlan(terms, qty, worstPx, refusedBy, replaced, true);
    }

    /** An order that may rest is better off waiting at a venue that fails, where it can be canceled, than refused for it. */
    private static boolean canWait(final OrderTerms terms) {
        return terms.ordType() == OrdType.LIMIT
                && (terms.timeInForce() == TimeInForce.DAY || terms.timeInForce() == TimeInForce.GOOD_TILL_CANCEL);
    }

    private boolean tryPlan(
            final OrderTerms terms,
            final long qty,
            final long worstPx,
            final int refusedBy,
            final Order replaced,
            final boolean lastResort) {
        final boolean isMarket = terms.ordType() == OrdType.MARKET;
        final boolean wholly = terms.timeInForce() == TimeInForce.FILL_OR_KILL;
        wayLeftOut = false;
        if (listings != venues.listings(terms.instrument())) {
            listings =
                    venues.listings(terms.instrument()); // seldom: a reference stored in an old object costs G1 a fence
        }
        request.order(terms.side(), qty, worstPx, isMarket, wholly);
        for (final Listing listing : listings) {
            final Venue venue = listing.venue();
            final RouteReason out = leftOut(venue, refusedBy, lastResort);
            if (out != null) {
                request.leaveOut(venue.venueId(), out);
            } else {
                request.offer(
                        venue.venueId(),
                        listing.rules(),
                        listing.opposite(terms.side()),
                        free(terms, venue, replaced),
                        venue.latencyNs(),
                        venue.reliabilityBps());
            }
        }
        router.route(request, reference.policy(), plan);
        return plan.isWhole();
    }

    /**
     * Why a venue is out of the question, or null. As a last resort neither an open breaker counts nor that the venue went
     * away a moment ago.
     */
    private RouteReason leftOut(final Venue venue, final int refusedBy, final boolean lastResort) {
        final long nowNs = clock.servedNs();
        if (!venue.isConnected() && !(lastResort && venue.isRecovering(nowNs))) {
            wayLeftOut |= venue.isRecovering(nowNs);
            return venue.state() == VenueState.SUSPENDED ? RouteReason.SUSPENDED : RouteReason.NOT_CONNECTED;
        }
        if (switches.stops(venue)) {
            return RouteReason.KILLED;
        }
        if ((refusedBy & 1 << venue.venueId() - 1) != 0) {
            return RouteReason.REFUSED_BEFORE;
        }
        if (!lastResort && !venue.breaker().allows(nowNs)) {
            wayLeftOut = true;
            return RouteReason.BREAKER_OPEN;
        }
        return venue.isFull() ? RouteReason.OPEN_ORDERS_AT_BOUND : null;
    }

    /** {@return whether a kill switch keeps new terms from a venue} */
    boolean isStopped(final Venue venue) {
        return switches.stops(venue);
    }

    /** What may be spent at a venue, at the scale that the router counts in; floored. */
    private long free(final OrderTerms terms, final Venue venue, final Order replaced) {
        final Instrument instrument = terms.instrument();
        final boolean isBuy = terms.side() == Side.BUY;
        final Asset asset = isBuy ? instrument.quote() : instrument.base();
        final Balance balance = ledger.find(terms.account(), venue.venueId(), asset);
        if (balance == null) {
            return 0;
        }
        long units = balance.available();
        if (replaced != null && !balance.isOverdrawn()) {
            units += Reserves.reservedOn(replaced, balance);
        }
        final int scale = isBuy ? instrument.notionalScale() : instrument.qtyScale();
        return units / Decimals.powerOfTen(asset.scale() - scale);
    }

    /**
     * Carries the last plan out: all of it if it is whole.
     *
     * @param order that it was made for.
     */
    void place(final Order order) {
        order.rounds++;
        final ChildOrder[] placed = new ChildOrder[plan.venues()];
        final RouteChoice[] choices = new RouteChoice[plan.venues()];
        for (int i = 0; i < choices.length; i++) {
            final ChildOrder child = plan.qty(i) > 0 ? open(order, listings[i], plan.qty(i), plan.px(i)) : null;
            placed[i] = child;
            choices[i] = new RouteChoice(
                    listings[i].venue().name(),
                    plan.qty(i),
                    plan.score(i),
                    child == null ? 0 : child.childOrderId,
                    plan.reason(i).text());
        }
        outbox.say(new OrderRouted(order.orderId, order.rounds, List.of(choices)));
        for (final ChildOrder child : placed) {
            if (child != null) {
                venueOrders.sayRequested(child, false);
            }
        }
    }

    /** {@return what the last plan's part for a venue is paid from} */
    Balance balance(final Order order, final int index) {
        return balance(order, listings[index]);
    }

    /** {@return what the last plan's part for a venue needs of it} */
    long need(final Order order, final int index) {
        return Reserves.need(listings[index], order.side(), plan.qty(index), plan.px(index));
    }

    private Balance balance(final Order order, final Listing listing) {
        final Instrument instrument = order.instrument();
        final Asset asset = order.side() == Side.BUY ? instrument.quote() : instrument.base();
        return ledger.find(order.account(), listing.venue().venueId(), asset);
    }

    private ChildOrder open(final Order order, final Listing listing, final long qty, final long px) {
        final Balance balance = balance(order, listing);
        final boolean isMarket = order.isMarket() && order.instrument().rules().collarBps() == 0;
        final ChildOrder child =
                new ChildOrder(children.nextChildOrderId(), order, listing, balance, isMarket, qty, px);
        reserves.reserve(child);
        order.add(child);
        children.open(child);
        listing.venue().breaker().onSent();
        return child;
    }
}
