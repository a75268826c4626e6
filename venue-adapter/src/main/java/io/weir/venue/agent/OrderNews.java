package io.weir.venue.agent;

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
import io.weir.venue.VenueCounters;

/** What has become of an order, put into its facts, into a command, and into the work that it makes due. */
final class OrderNews {
    private final FollowedOrders orders;
    private final WorkQueue work;
    private final CommandOutbox outbox;
    private final SendWindow window;
    private final VenueCounters counters;
    private int venueId;

    OrderNews(
            final FollowedOrders orders,
            final WorkQueue work,
            final CommandOutbox outbox,
            final SendWindow window,
            final VenueCounters counters) {
        this.orders = orders;
        this.work = work;
        this.outbox = outbox;
        this.window = window;
        this.counters = counters;
    }

    void venueId(final int id) {
        venueId = id;
    }

    /** The venue has the order. Said again only if it tells its own id later. */
    void accepted(final FollowedOrder order, final String venueOrderId) {
        final boolean isNews = order.state != SendState.ANSWERED;
        final boolean isNewId = !venueOrderId.isEmpty() && !venueOrderId.equals(order.venueOrderId);
        if (isNewId) {
            order.venueOrderId = venueOrderId;
        }
        if (isNews) {
            resolved(order);
            order.state = SendState.ANSWERED;
            window.onSettled(order);
            order.inquiry = null;
        }
        if (isNews || isNewId && !order.closed) {
            outbox.sayAnswer(
                    new VenueOrderAccepted(venueId, order.childOrderId, order.venueOrderId), order.childOrderId, 0);
            work.offer(order);
        }
    }

    /** The order never lived at the venue. */
    void rejected(final FollowedOrder order, final VenueRejectReason reason, final String text) {
        resolved(order);
        end(order);
        outbox.sayAnswer(new VenueOrderRejected(venueId, order.childOrderId, reason, text), order.childOrderId, 0);
    }

    /**
     * The order works no longer. While the venue has traded more than it has shown us, the order is followed on.
     *
     * @return whether fills are missing.
     */
    boolean closed(final FollowedOrder order, final VenueClosedAs closedAs, final Decimal cumQty, final String text) {
        resolved(order);
        if (!order.closed) {
            if (order.replace != null && order.replaceState != SendState.WAITING) {
                replaceRejected(order, "the order is closed");
            }
            outbox.sayAnswer(
                    new VenueOrderClosed(venueId, order.childOrderId, closedAs, cumQty, text), order.childOrderId, 0);
        }
        order.state = SendState.ANSWERED;
        window.onSettled(order);
        order.closed = true;
        order.inquiry = null;
        final boolean missing = isMissingFills(order, cumQty);
        if (!missing) {
            end(order);
        }
        return missing;
    }

    /** The order is wholly traded and all its fills were said: the core sees its end by itself. */
    void end(final FollowedOrder order) {
        order.closed = true;
        order.inquiry = null;
        order.replaceInquiry = null;
        window.onSettled(order);
        orders.remove(order);
    }

    /** The venue has taken the replace. */
    void replaced(final FollowedOrder order, final String venueOrderId) {
        final int revision = order.replace.revision();
        resolvedReplace(order);
        order.applyReplace();
        if (!venueOrderId.isEmpty()) {
            order.venueOrderId = venueOrderId;
        }
        outbox.sayAnswer(
                new VenueOrderReplaced(venueId, order.childOrderId, revision, order.venueOrderId),
                order.childOrderId,
                revision);
        work.offer(order);
    }

    /** The old terms stand. */
    void replaceRejected(final FollowedOrder order, final String text) {
        final int revision = order.replace.revision();
        resolvedReplace(order);
        order.dropReplace();
        outbox.sayAnswer(
                new VenueReplaceRejected(venueId, order.childOrderId, revision, text), order.childOrderId, revision);
        work.offer(order);
    }

    /** The venue did not cancel. Where it does not know the order, the cancel stays wanted until the order's end is known. */
    void cancelRejected(final FollowedOrder order, final boolean orderUnknown, final String text) {
        if (!orderUnknown) {
            order.cancelWanted = false;
            order.cancelAsked = false;
        }
        outbox.say(new VenueCancelRejected(venueId, order.childOrderId, orderUnknown, text));
        work.offer(order);
    }

    /** A replace cannot be asked for: nothing has left. */
    void replaceTooLate(final long childOrderId, final int revision, final String text) {
        outbox.say(new VenueReplaceRejected(venueId, childOrderId, revision, text));
    }

    /** A cancel of an order that is not followed any more; its end is on its way into the log. */
    void cancelTooLate(final long childOrderId) {
        outbox.say(new VenueCancelRejected(venueId, childOrderId, true, "the order is closed"));
    }

    /** Nothing is known of the order (or of its replace) but that it may have left. */
    void inDoubt(final FollowedOrder order, final String text) {
        window.onSettled(order);
        counters.doubts.incrementAndGet();
        outbox.say(new VenueOrderInDoubt(venueId, order.childOrderId, text));
        work.offer(order);
    }

    /** {@return whether the venue has traded more of it than it has shown us} */
    static boolean isMissingFills(final FollowedOrder order, final Decimal cumQty) {
        return cumQty.isPresent() && atScale(cumQty, order.qtyScale) > order.cumQty;
    }

    /** A number of the venue at the order's scale; digits beyond it count as one more unit: nothing may look complete. */
    static long atScale(final Decimal qty, final int qtyScale) {
        final long exact = Decimals.rescale(qty, qtyScale);
        if (exact == Decimals.TOO_LARGE) {
            return Long.MAX_VALUE;
        }
        return exact == Decimals.INEXACT ? qty.mantissa() / Decimals.powerOfTen(qty.scale() - qtyScale) + 1 : exact;
    }

    private void resolved(final FollowedOrder order) {
        if (order.state == SendState.IN_DOUBT) {
            counters.doubtsResolved.incrementAndGet();
        }
    }

    private void resolvedReplace(final FollowedOrder order) {
        if (order.replaceState == SendState.IN_DOUBT) {
            counters.doubtsResolved.incrementAndGet();
        }
    }
}
