package io.weir.venue.agent;

import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.venue.VenueCounters;
import io.weir.venue.report.CancelRefused;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.NeverReceived;
import io.weir.venue.report.OpenOrderFound;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.OrderReplaced;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.ReplaceRefused;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.report.VenueReportHandler;
import java.util.function.LongSupplier;

/** Turns the adapter's reports into facts and commands. What names no order of ours is counted; a fill is said all the same. */
final class ReportDesk implements VenueReportHandler {
    private final FollowedOrders orders;
    private final OrderNews news;
    private final Resolver resolver;
    private final VenueLink link;
    private final UnknownOrders unknown;
    private final CommandOutbox outbox;
    private final WorkQueue work;
    private final VenueHealth health;
    private final VenueCounters counters;
    private final LongSupplier nanoClock;
    private int venueId;

    ReportDesk(
            final FollowedOrders orders,
            final OrderNews news,
            final Resolver resolver,
            final VenueLink link,
            final UnknownOrders unknown,
            final CommandOutbox outbox,
            final WorkQueue work,
            final VenueHealth health,
            final VenueCounters counters,
            final LongSupplier nanoClock) {
        this.orders = orders;
        this.news = news;
        this.resolver = resolver;
        this.link = link;
        this.unknown = unknown;
        this.outbox = outbox;
        this.work = work;
        this.health = health;
        this.counters = counters;
        this.nanoClock = nanoClock;
    }

    void venueId(final int id) {
        venueId = id;
    }

    @Override
    public void onOrderAccepted(final OrderAccepted report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order != null) {
            noteAnswer(order);
            news.accepted(order, VenueTexts.id(report.venueOrderId()));
        }
    }

    @Override
    public void onOrderRefused(final OrderRefused report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order == null) {
            return;
        }
        noteAnswer(order);
        if (order.state == SendState.ANSWERED) {
            news.closed(order, VenueClosedAs.CANCELED, order.cumQty(), VenueTexts.text(report.text()));
        } else {
            news.rejected(order, report.reason(), VenueTexts.text(report.text()));
        }
    }

    @Override
    public void onSendUnanswered(final SendUnanswered report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order == null) {
            return;
        }
        final String text = VenueTexts.text(report.text());
        if (order.isReplaceId(report.venueClOrdId())) {
            if (order.replaceState == SendState.SENT) {
                health.onUnanswered();
                resolver.doubtReplace(order, text, nanoClock.getAsLong());
            }
        } else if (order.state == SendState.SENT) {
            health.onUnanswered();
            resolver.doubtOrder(order, text, nanoClock.getAsLong());
        }
    }

    @Override
    public void onNeverReceived(final NeverReceived report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order != null) {
            resolver.neverReceived(
                    order,
                    order.isReplaceId(report.venueClOrdId()),
                    VenueTexts.text(report.text()),
                    nanoClock.getAsLong());
        }
    }

    @Override
    public void onFill(final Fill report) {
        outbox.onReport();
        counters.fills.incrementAndGet();
        final FollowedOrder order = orders.find(report.venueClOrdId());
        if (order == null) {
            final long childOrderId = orders.childOrderIdOf(report.venueClOrdId());
            counters.strangers.addAndGet(childOrderId == 0 ? 1 : 0);
            say(report, childOrderId);
            return;
        }
        if (order.isReplaceId(report.venueClOrdId())) {
            news.replaced(order, "");
        } else {
            noteAnswer(order);
        }
        news.accepted(order, "");
        say(report, order.childOrderId);
        addFill(order, report);
    }

    private void say(final Fill report, final long childOrderId) {
        outbox.say(new VenueFill(
                venueId,
                childOrderId,
                VenueTexts.id(report.venueClOrdId()),
                VenueTexts.id(report.venueExecId()),
                VenueTexts.name(report.symbol()),
                report.side(),
                report.lastQty(),
                report.lastPx(),
                report.commission(),
                VenueTexts.name(report.commCurrency()),
                report.tradeTimeNs()));
    }

    private void addFill(final FollowedOrder order, final Fill report) {
        if (!report.cumQty().isPresent()) {
            return;
        }
        final long cumQty = OrderNews.atScale(report.cumQty(), order.qtyScale);
        final long lastQty = OrderNews.atScale(report.lastQty(), order.qtyScale);
        order.seenCumQty = Math.max(order.seenCumQty, cumQty);
        if (cumQty - lastQty > order.cumQty) {
            counters.fillGaps.incrementAndGet();
            resolver.verify(order, nanoClock.getAsLong());
            return;
        }
        order.cumQty = Math.max(order.cumQty, cumQty);
        if (order.cumQty >= order.orderQty && order.replace == null) {
            news.end(order);
        }
    }

    @Override
    public void onOrderClosed(final OrderClosed report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order == null) {
            return;
        }
        if (order.isReplaceId(report.venueClOrdId())) {
            news.replaced(order, "");
        }
        noteAnswer(order);
        if (news.closed(order, report.closedAs(), report.cumQty(), VenueTexts.text(report.text()))) {
            counters.fillGaps.incrementAndGet();
            resolver.verify(order, nanoClock.getAsLong());
        }
    }

    @Override
    public void onCancelRefused(final CancelRefused report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order == null || !order.cancelWanted) {
            return;
        }
        if (order.state != SendState.ANSWERED || order.replaceUnanswered()) {
            return;
        }
        news.cancelRejected(order, report.orderUnknown(), VenueTexts.text(report.text()));
        if (report.orderUnknown()) {
            // its end has to come to light; should it turn out to be open, it is canceled again
            resolver.verify(order, nanoClock.getAsLong());
        }
    }

    @Override
    public void onOrderReplaced(final OrderReplaced report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order != null && order.isReplaceId(report.venueClOrdId())) {
            if (order.replaceState == SendState.SENT) {
                health.onAnswered(nanoClock.getAsLong() - order.replaceSentNs);
            }
            news.replaced(order, VenueTexts.id(report.venueOrderId()));
        }
    }

    @Override
    public void onReplaceRefused(final ReplaceRefused report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order != null && order.isReplaceId(report.venueClOrdId())) {
            if (order.replaceState == SendState.SENT) {
                health.onAnswered(nanoClock.getAsLong() - order.replaceSentNs);
            }
            news.replaceRejected(order, VenueTexts.text(report.text()));
        }
    }

    @Override
    public void onQueryAnswered(final QueryAnswered report) {
        final FollowedOrder order = reported(report.venueClOrdId());
        if (order != null) {
            order.heardIn = link.reconciliation();
            resolver.onAnswered(order, report, nanoClock.getAsLong());
        }
    }

    @Override
    public void onReconciled(final Reconciled report) {
        outbox.onReport();
        link.onReconciled(report, nanoClock.getAsLong());
    }

    @Override
    public void onOpenOrderFound(final OpenOrderFound report) {
        outbox.onReport();
        unknown.add(report);
    }

    @Override
    public void onConnectionChanged(final ConnectionChanged report) {
        outbox.onReport();
        link.onConnectionChanged(report);
    }

    /** {@return the order that a report names, null if it is none that is followed} */
    private FollowedOrder reported(final String venueClOrdId) {
        outbox.onReport();
        final FollowedOrder order = orders.find(venueClOrdId);
        if (order == null && orders.childOrderIdOf(venueClOrdId) == 0) {
            counters.strangers.incrementAndGet();
        }
        return order;
    }

    private void noteAnswer(final FollowedOrder order) {
        if (order.state == SendState.SENT) {
            health.onAnswered(nanoClock.getAsLong() - order.sentNs);
        }
    }
}
