package io.weir.core.order;

import io.weir.core.money.Balance;
import io.weir.core.venue.Listing;
import io.weir.core.venue.Venue;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.TimeInForce;

/**
 * Our order at one venue, as facts. It is live from the moment its venue is asked until its end is proved, and as long as it
 * is live its quantity and its money are not used for anything else.
 */
final class ChildOrder {
    final long childOrderId;
    final Order order;
    final Listing listing;
    final Balance balance;

    /** The venue has it as a market order; {@link #price} then only measures the reserve. */
    final boolean isMarket;

    long qty;
    long price;
    long cumQty;

    /** What is set aside for it on {@link #balance}. */
    long reserved;

    /** CumQty(14) that the venue closed it with; meaningful while {@link #closedAs} waits for fills. */
    long closedCumQty;

    /** The venue's own id, "" until known. */
    String venueOrderId = "";

    /** How the venue closed it, or null. */
    VenueClosedAs closedAs;

    /** A replace that the venue has been asked for, or is to be asked for once it has acknowledged the order; or null. */
    VenueReplace replace;

    ExecIds execIds;
    ChildOrder nextOfOrder;

    /** Neighbours among the live orders at the venue, by rising childOrderId. */
    ChildOrder previousAtVenue;

    ChildOrder nextAtVenue;

    /** The venue has shown that it knows the order. */
    boolean acknowledged;

    /** Sent, and its state unknown until the venue proves one. */
    boolean inDoubt;

    boolean cancelRequested;
    boolean isDead;

    /** Revision that the venue has accepted, and the last one asked for. */
    short revision;

    short lastRevision;
    int cancelAttempts;

    ChildOrder(
            final long childOrderId,
            final Order order,
            final Listing listing,
            final Balance balance,
            final boolean isMarket,
            final long qty,
            final long price) {
        this.childOrderId = childOrderId;
        this.order = order;
        this.listing = listing;
        this.balance = balance;
        this.isMarket = isMarket;
        this.qty = qty;
        this.price = price;
    }

    Venue venue() {
        return listing.venue();
    }

    boolean isLive() {
        return !isDead;
    }

    /** {@return what it may still trade, 0 if it has traded all or more} */
    long leavesQty() {
        return Math.max(0, qty - cumQty);
    }

    /** {@return whether the venue has closed it and fills that it counted are still missing} */
    boolean isAwaitingFills() {
        return closedAs != null && !isDead;
    }

    /** {@return whether its venue has been asked for new terms and has not answered} */
    boolean isReplaceAsked() {
        return !isDead && replace != null && replace.isAsked();
    }

    /** {@return whether its venue may still enlarge it; a replace that was not asked for before a cancel never will be} */
    boolean mayGrow() {
        return replace != null && (replace.isAsked() || !cancelRequested);
    }

    /** {@return what venues are told: a market order goes as an immediate limit at its collar, where there is one} */
    OrdType ordType() {
        return isMarket ? OrdType.MARKET : OrdType.LIMIT;
    }

    /** {@return TimeInForce(59) for the venue. Venues trade around the clock and have no day: the core ends a day order itself} */
    TimeInForce timeInForce() {
        if (order.terms.timeInForce() == TimeInForce.FILL_OR_KILL) {
            return TimeInForce.FILL_OR_KILL;
        }
        return order.isImmediate() || order.isMarket() ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCEL;
    }

    /** {@return Price(44) for the venue} */
    long venuePrice() {
        return isMarket ? OrderState.NO_PRICE : price;
    }

    @Override
    public String toString() {
        return "childOrderId=" + childOrderId + " orderId=" + order.orderId + " venue=" + venue().name() + " qty=" + qty
                + " cumQty=" + cumQty + " reserved=" + reserved + (isDead ? " dead" : " live");
    }
}
