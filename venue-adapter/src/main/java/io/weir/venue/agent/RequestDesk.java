package io.weir.venue.agent;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueCounters;
import io.weir.venue.log.SendLog;
import java.util.function.LongSupplier;
import org.agrona.collections.LongHashSet;

/**
 * Takes the core's requests. For each order and replace that is said again to a new start, the send log tells whether it
 * may have left: then it is in doubt and is asked for; else it is sent.
 */
final class RequestDesk {
    private final VenueConfig config;
    private final SendLog sendLog;
    private final FollowedOrders orders;
    private final WorkQueue work;
    private final OrderNews news;
    private final Resolver resolver;
    private final VenueCounters counters;
    private final LongSupplier nanoClock;

    /** What the core asks for again while it tells the standing. */
    private final LongHashSet askedOrders = new LongHashSet();

    private final LongHashSet askedReplaces = new LongHashSet();
    private boolean standing = true;
    private boolean intentsMayBeMissing;

    RequestDesk(
            final VenueConfig config,
            final SendLog sendLog,
            final boolean intentsMayBeMissing,
            final FollowedOrders orders,
            final WorkQueue work,
            final OrderNews news,
            final Resolver resolver,
            final VenueCounters counters,
            final LongSupplier nanoClock) {
        this.config = config;
        this.sendLog = sendLog;
        this.intentsMayBeMissing = intentsMayBeMissing;
        this.orders = orders;
        this.work = work;
        this.news = news;
        this.resolver = resolver;
        this.counters = counters;
        this.nanoClock = nanoClock;
    }

    void onOrder(final VenueOrderRequested event) {
        if (orders.find(event.childOrderId()) != null) {
            return;
        }
        final FollowedOrder order = new FollowedOrder(event);
        orders.add(order);
        note(askedOrders, event.childOrderId());
        if (mayHaveLeft(event.again(), event.childOrderId(), 0)) {
            resolver.doubtOrder(order, "was on its way when the edge stopped", nanoClock.getAsLong());
        } else if (orders.size() > config.maxOpenOrders()) {
            counters.overflows.incrementAndGet();
            news.rejected(
                    order,
                    VenueRejectReason.NOT_SENT,
                    orders.size() + " orders at " + config.name() + " are more than max-open-orders, "
                            + config.maxOpenOrders());
        } else {
            work.offer(order);
        }
    }

    void onOpen(final VenueOrderOpen event) {
        if (orders.find(event.childOrderId()) == null) {
            orders.add(new FollowedOrder(event));
        }
    }

    void onReplace(final VenueReplaceRequested event) {
        final FollowedOrder order = orders.find(event.childOrderId());
        if (order == null || order.closed) {
            news.replaceTooLate(event.childOrderId(), event.revision(), "the order is closed");
            return;
        }
        if (order.replace != null) {
            if (event.revision() > order.replace.revision()) {
                news.replaceTooLate(
                        event.childOrderId(),
                        event.revision(),
                        "replace " + order.replace.revision() + " is not answered yet");
            }
            return;
        }
        order.replace = event;
        order.replaceState = SendState.WAITING;
        order.replaceIntentWritten = false;
        note(askedReplaces, event.childOrderId());
        if (mayHaveLeft(event.again(), event.childOrderId(), event.revision())) {
            resolver.doubtReplace(order, "replace was on its way when the edge stopped", nanoClock.getAsLong());
        } else {
            work.offer(order);
        }
    }

    private void note(final LongHashSet asked, final long childOrderId) {
        if (standing) {
            asked.add(childOrderId);
        }
    }

    private boolean mayHaveLeft(final boolean again, final long childOrderId, final int revision) {
        if (again && intentsMayBeMissing) {
            sendLog.assumeIntent(childOrderId, revision);
        }
        return sendLog.mayHaveLeft(childOrderId, revision);
    }

    /** Power was lost and nothing had been forced: that the send log has no intent proves nothing from now on. */
    void distrustSendLog() {
        intentsMayBeMissing = true;
    }

    /** {@return whether what is told again counts as on its way, whatever the send log says} */
    boolean distrustsSendLog() {
        return intentsMayBeMissing;
    }

    void onCancel(final VenueCancelRequested event) {
        final FollowedOrder order = orders.find(event.childOrderId());
        if (order == null || order.closed) {
            news.cancelTooLate(event.childOrderId());
            return;
        }
        order.cancelWanted = true;
        if (order.state == SendState.WAITING) {
            news.closed(order, VenueClosedAs.CANCELED, Decimal.ZERO, "canceled before it was sent");
        } else {
            work.offer(order);
        }
    }

    /** {@return orders that the core had no answer for} */
    LongHashSet askedOrders() {
        return askedOrders;
    }

    /** {@return orders with a replace that the core had no answer for} */
    LongHashSet askedReplaces() {
        return askedReplaces;
    }

    /** The standing is told: what was asked for again is remembered no longer. */
    void endStanding() {
        askedOrders.clear();
        askedOrders.compact();
        askedReplaces.clear();
        askedReplaces.compact();
        standing = false;
    }
}
