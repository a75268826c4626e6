package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.money.Ledger;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.core.venue.VenueStateDesk;
import io.weir.protocol.fix.OrdStatus;
import java.util.List;

/**
 * What is done at the timer, a few hundred events a call: telling an edge its standing, canceling what a kill switch covers,
 * ending day orders at midnight UTC, asking again where a venue does not answer, telling balances that have changed.
 */
final class WorkLists implements Snapshotable {
    /** About the most events that one call says. */
    static final int EVENTS_A_CALL = 200;

    /** A cancel without an answer is asked for again after so long. */
    static final long CANCEL_AGAIN_NS = 5_000_000_000L;

    /** Fills that a venue has counted and not told raise an alert after so long. */
    static final long MISSING_FILLS_NS = 10_000_000_000L;

    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int EVENTS_A_CHILD = 3;
    private static final int EVENTS_AN_ORDER = 4;

    /** Looking at so many orders that a work list does not cover counts as one event. */
    private static final int ORDERS_AN_EVENT = 16;

    private final Outbox outbox;
    private final CoreClock clock;
    private final Orders orders;
    private final ChildOrders children;
    private final Ledger ledger;
    private final Progress progress;
    private final VenueOrders venueOrders;
    private final VenueStateDesk venueStates;
    private final Reminders unanswered;
    private final Reminders missingFills;
    private final Alerts alerts;
    private long dayEndNs;
    private int passed;
    private int budget;

    WorkLists(
            final Outbox outbox,
            final CoreClock clock,
            final Orders orders,
            final Ledger ledger,
            final Progress progress,
            final VenueOrders venueOrders,
            final VenueStateDesk venueStates,
            final Reminders unanswered,
            final Reminders missingFills,
            final Alerts alerts) {
        this.outbox = outbox;
        this.clock = clock;
        this.orders = orders;
        this.children = orders.children;
        this.ledger = ledger;
        this.progress = progress;
        this.venueOrders = venueOrders;
        this.venueStates = venueStates;
        this.unanswered = unanswered;
        this.missingFills = missingFills;
        this.alerts = alerts;
    }

    /** A venue's edge has started: it is told where it stands, first things first. */
    void beginStanding(final int venueId, final int epoch) {
        children.sweeps.removeIf(sweep -> sweep.isStanding() && sweep.venueId == venueId);
        final ChildSweep sweep = ChildSweep.ofStanding(venueId, epoch, children);
        children.sweeps.add(sweep);
        budget = EVENTS_A_CALL;
        if (walk(sweep)) {
            children.sweeps.remove(sweep);
        }
    }

    /** {@return whether more is left than one call may say} */
    boolean onTick() {
        budget = EVENTS_A_CALL;
        venueStates.onTick();
        noticeDayEnd();
        walkChildren();
        walkOrders();
        askAgain();
        tellMissingFills();
        tellBalances();
        ledger.auditNext();
        return budget <= 0;
    }

    private void noticeDayEnd() {
        final long wallNs = clock.wallNs();
        if (dayEndNs == 0) {
            dayEndNs = wallNs - wallNs % DAY_NS + DAY_NS;
        }
        if (wallNs >= dayEndNs) {
            dayEndNs = wallNs - wallNs % DAY_NS + DAY_NS;
            orders.sweeps.add(OrderSweep.ofDayEnd(dayEndNs - DAY_NS, orders));
        }
    }

    private void walkChildren() {
        final List<ChildSweep> sweeps = children.sweeps;
        while (!sweeps.isEmpty() && budget > 0) {
            if (walk(sweeps.get(0))) {
                sweeps.remove(0);
            }
        }
    }

    /** {@return whether it is done} */
    private boolean walk(final ChildSweep sweep) {
        while (budget > 0) {
            final ChildOrder child = sweep.take();
            if (child == null) {
                if (sweep.isStanding()) {
                    venueOrders.sayStandingTold(sweep.venueId, sweep.epoch);
                    budget--;
                }
                return true;
            }
            budget -= EVENTS_A_CHILD;
            children.image.before(child.order);
            if (sweep.isStanding()) {
                tellStanding(child);
            } else if (!child.cancelRequested && !child.isAwaitingFills()) {
                progress.cancel(child);
            }
        }
        return false;
    }

    private void tellStanding(final ChildOrder child) {
        venueOrders.sayStanding(child);
        if (child.cancelRequested && !child.isAwaitingFills()) {
            progress.cancel(child);
        }
    }

    private void walkOrders() {
        final List<OrderSweep> sweeps = orders.sweeps;
        while (!sweeps.isEmpty() && budget > 0) {
            final OrderSweep sweep = sweeps.get(0);
            final Order order = sweep.take();
            if (order == null) {
                sweeps.remove(0);
            } else if (sweep.covers(order)) {
                budget -= EVENTS_AN_ORDER;
                orders.image.before(order);
                progress.endOurselves(order, sweep.scope == null ? OrdStatus.EXPIRED : OrdStatus.CANCELED, sweep.text);
            } else {
                passed++;
                budget -= passed % ORDERS_AN_EVENT == 0 ? 1 : 0;
            }
        }
    }

    private void askAgain() {
        while (budget > 0) {
            final Reminders.Reminder due = unanswered.pollDue(clock.servedNs());
            if (due == null) {
                return;
            }
            budget--;
            final ChildOrder child = children.find(due.childOrderId());
            if (child != null
                    && child.isLive()
                    && child.cancelRequested
                    && !child.isAwaitingFills()
                    && child.cancelAttempts == due.stamp()) {
                if (child.venue().isConnected()) {
                    progress.cancel(child);
                } else {
                    unanswered.add(child, due.stamp(), clock.servedNs());
                }
            }
        }
    }

    private void tellMissingFills() {
        while (budget > 0) {
            final Reminders.Reminder due = missingFills.pollDue(clock.servedNs());
            if (due == null) {
                return;
            }
            budget--;
            final ChildOrder child = children.find(due.childOrderId());
            if (child != null && child.isAwaitingFills() && child.closedCumQty == due.stamp()) {
                alerts.child(
                        child,
                        "closed by its venue, which has not told all fills: booked " + child.cumQty + " of "
                                + child.closedCumQty);
            }
        }
    }

    private void tellBalances() {
        while (budget > 0 && ledger.untold() > 0) {
            outbox.say(ledger.tellNext());
            budget--;
        }
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("worklists");
        snapshot.putLong(dayEndNs);
        snapshot.putInt(passed);
        unanswered.writeTo(snapshot);
        missingFills.writeTo(snapshot);
        snapshot.putInt(orders.sweeps.size());
        orders.sweeps.forEach(sweep -> sweep.writeTo(snapshot));
        snapshot.putInt(children.sweeps.size());
        children.sweeps.forEach(sweep -> sweep.writeTo(snapshot));
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("worklists");
        dayEndNs = snapshot.getLong();
        passed = snapshot.getInt();
        unanswered.readFrom(snapshot);
        missingFills.readFrom(snapshot);
        for (int i = snapshot.getInt(); i > 0; i--) {
            orders.sweeps.add(OrderSweep.readFrom(snapshot, orders));
        }
        for (int i = snapshot.getInt(); i > 0; i--) {
            children.sweeps.add(ChildSweep.readFrom(snapshot, children));
        }
    }
}
