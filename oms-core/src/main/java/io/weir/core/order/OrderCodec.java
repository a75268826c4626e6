package io.weir.core.order;

import io.weir.core.money.Balance;
import io.weir.core.money.Ledger;
import io.weir.core.refdata.Account;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Asset;
import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.Instruments;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.venue.Venues;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.fix.OrdStatus;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/** One order with its children as a snapshot holds it. */
final class OrderCodec {
    private static final OrdStatus[] STATUSES = OrdStatus.values();
    private static final VenueClosedAs[] CLOSED_AS = VenueClosedAs.values();
    private static final Side[] SIDES = Side.values();
    private static final OrdType[] TYPES = OrdType.values();
    private static final TimeInForce[] TIMES = TimeInForce.values();
    private static final int NONE = -1;

    private final Orders orders;
    private final Accounts accounts;
    private final Instruments instruments;
    private final Venues venues;
    private final Ledger ledger;
    private final TermsPool pool;

    OrderCodec(
            final Orders orders,
            final Accounts accounts,
            final Instruments instruments,
            final Venues venues,
            final Ledger ledger,
            final TermsPool pool) {
        this.orders = orders;
        this.accounts = accounts;
        this.instruments = instruments;
        this.venues = venues;
        this.ledger = ledger;
        this.pool = pool;
    }

    void put(final SnapshotWriter snapshot, final Order order) {
        snapshot.putLong(order.orderId);
        snapshot.putInt(order.sessionId());
        snapshot.putInt(order.account().accountId());
        snapshot.putInt(order.instrument().instrumentId());
        snapshot.putInt(order.side().ordinal());
        snapshot.putInt(order.terms.ordType().ordinal());
        snapshot.putInt(order.terms.timeInForce().ordinal());
        snapshot.putText(order.firstClOrdId);
        snapshot.putLong(order.orderQty);
        snapshot.putLong(order.price);
        snapshot.putLong(order.enteredNs);
        snapshot.putLong(order.cumQty);
        snapshot.putLong(order.cumNotional);
        snapshot.putBoolean(leadsTo(order));
        snapshot.putInt(order.closedAs == null ? NONE : order.closedAs.ordinal());
        snapshot.putInt(order.endAs == null ? NONE : order.endAs.ordinal());
        putNullable(snapshot, order.text);
        snapshot.putInt(order.refusedBy);
        snapshot.putInt(order.rounds);
        putRequestIds(snapshot, order);
        snapshot.putText(order.clOrdId);
        putChildren(snapshot, order);
        putPending(snapshot, order.pending);
    }

    /**
     * Whether a ClOrdID still leads to what was said under it. Those of an open order do, for nobody may use them anew; to look
     * each of a million up would be half of the pause that a snapshot takes.
     */
    private boolean leadsTo(final Keyed entry) {
        return entry.order().isOpen() || entry == orders.ids.find(entry.sessionId(), entry.key());
    }

    private static void putNullable(final SnapshotWriter snapshot, final String text) {
        snapshot.putBoolean(text != null);
        if (text != null) {
            snapshot.putText(text);
        }
    }

    private void putRequestIds(final SnapshotWriter snapshot, final Order order) {
        if (order.requestIds == null) {
            snapshot.putInt(0);
            return;
        }
        final List<RequestId> oldestFirst = new ArrayList<>();
        for (RequestId id = order.requestIds; id != null; id = id.next()) {
            oldestFirst.add(0, id);
        }
        snapshot.putInt(oldestFirst.size());
        for (final RequestId id : oldestFirst) {
            snapshot.putText(id.key());
            snapshot.putBoolean(leadsTo(id));
        }
    }

    private static void putPending(final SnapshotWriter snapshot, final PendingRequest pending) {
        snapshot.putBoolean(pending != null);
        if (pending == null) {
            return;
        }
        snapshot.putText(pending.clOrdId);
        snapshot.putBoolean(pending.isReplace());
        snapshot.putLong(pending.newOrderQty);
        snapshot.putLong(pending.newPrice);
        snapshot.putBoolean(pending.atVenue);
        final List<PendingRequest.Hold> lastFirst = new ArrayList<>();
        for (PendingRequest.Hold hold = pending.holds; hold != null; hold = hold.next) {
            lastFirst.add(0, hold);
        }
        snapshot.putInt(lastFirst.size());
        for (final PendingRequest.Hold hold : lastFirst) {
            snapshot.putInt(hold.balance.venueId());
            snapshot.putInt(hold.balance.asset().assetId());
            snapshot.putLong(hold.need);
            snapshot.putLong(hold.amount);
        }
    }

    private static void putChildren(final SnapshotWriter snapshot, final Order order) {
        if (order.children == 1) {
            snapshot.putInt(1);
            put(snapshot, order.firstChild);
            return;
        }
        final ChildOrder[] oldestFirst = new ChildOrder[order.children];
        int at = order.children;
        for (ChildOrder child = order.firstChild; child != null; child = child.nextOfOrder) {
            oldestFirst[--at] = child;
        }
        snapshot.putInt(oldestFirst.length);
        for (final ChildOrder child : oldestFirst) {
            put(snapshot, child);
        }
    }

    private static void put(final SnapshotWriter snapshot, final ChildOrder child) {
        snapshot.putLong(child.childOrderId);
        snapshot.putInt(child.venue().venueId());
        snapshot.putBoolean(child.isMarket);
        snapshot.putLong(child.qty);
        snapshot.putLong(child.price);
        snapshot.putLong(child.cumQty);
        snapshot.putLong(child.reserved);
        snapshot.putLong(child.closedCumQty);
        snapshot.putText(child.venueOrderId);
        snapshot.putInt(child.closedAs == null ? NONE : child.closedAs.ordinal());
        snapshot.putBoolean(child.acknowledged);
        snapshot.putBoolean(child.inDoubt);
        snapshot.putBoolean(child.cancelRequested);
        snapshot.putBoolean(child.isDead);
        snapshot.putInt(child.revision);
        snapshot.putInt(child.lastRevision);
        snapshot.putInt(child.cancelAttempts);
        snapshot.putBoolean(child.replace != null);
        if (child.replace != null) {
            snapshot.putLong(child.replace.newQty);
            snapshot.putLong(child.replace.newPrice);
            snapshot.putLong(child.replace.extraReserved);
            snapshot.putInt(child.replace.revision);
        }
        snapshot.putBoolean(child.execIds != null);
        if (child.execIds != null) {
            child.execIds.writeTo(snapshot);
        }
    }

    /**
     * Reads an order back. What it is found by leads to it then; lists of orders are the caller's.
     *
     * @param snapshot to read from.
     * @param live     gets its live children.
     * @return the order.
     */
    Order get(final SnapshotReader snapshot, final List<ChildOrder> live) {
        final long orderId = snapshot.getLong();
        final OrderTerms terms = getTerms(snapshot);
        final String firstClOrdId = snapshot.getText();
        final long orderQty = snapshot.getLong();
        final long price = snapshot.getLong();
        final Order order = new Order(orderId, terms, firstClOrdId, orderQty, price, snapshot.getLong());
        order.cumQty = snapshot.getLong();
        order.cumNotional = snapshot.getLong();
        if (snapshot.getBoolean()) {
            orders.ids.put(order);
        }
        order.closedAs = getStatus(snapshot);
        order.endAs = getStatus(snapshot);
        order.text = snapshot.getBoolean() ? snapshot.getText() : null;
        order.refusedBy = snapshot.getInt();
        order.rounds = (byte) snapshot.getInt();
        getRequestIds(snapshot, order);
        order.clOrdId = sameText(order, snapshot.getText());
        for (int i = snapshot.getInt(); i > 0; i--) {
            final ChildOrder child = getChild(snapshot, order);
            if (child.isLive()) {
                live.add(child);
            }
        }
        order.pending = getPending(snapshot, order);
        return order;
    }

    private OrderTerms getTerms(final SnapshotReader snapshot) {
        final int sessionId = snapshot.getInt();
        final Account account = accounts.get(snapshot.getInt());
        final Instrument instrument = instruments.get(snapshot.getInt());
        final Side side = SIDES[snapshot.getInt()];
        final OrdType ordType = TYPES[snapshot.getInt()];
        return pool.of(sessionId, account, instrument, side, ordType, TIMES[snapshot.getInt()]);
    }

    private static OrdStatus getStatus(final SnapshotReader snapshot) {
        final int ordinal = snapshot.getInt();
        return ordinal == NONE ? null : STATUSES[ordinal];
    }

    /** One text for equal ids, as it was before the snapshot. */
    private static String sameText(final Order order, final String clOrdId) {
        return clOrdId.equals(order.firstClOrdId) ? order.firstClOrdId : clOrdId;
    }

    private void getRequestIds(final SnapshotReader snapshot, final Order order) {
        for (int i = snapshot.getInt(); i > 0; i--) {
            order.requestIds = new RequestId(order, snapshot.getText(), order.requestIds);
            order.requests++;
            if (snapshot.getBoolean()) {
                orders.ids.put(order.requestIds);
            }
        }
    }

    private PendingRequest getPending(final SnapshotReader snapshot, final Order order) {
        if (!snapshot.getBoolean()) {
            return null;
        }
        final String clOrdId = snapshot.getText();
        final boolean isReplace = snapshot.getBoolean();
        final long newOrderQty = snapshot.getLong();
        final long newPrice = snapshot.getLong();
        final PendingRequest pending =
                isReplace ? PendingRequest.replace(clOrdId, newOrderQty, newPrice) : PendingRequest.cancel(clOrdId);
        pending.atVenue = snapshot.getBoolean();
        for (int i = snapshot.getInt(); i > 0; i--) {
            final Balance balance = getBalance(snapshot, order);
            final long need = snapshot.getLong();
            pending.holds = new PendingRequest.Hold(balance, need, snapshot.getLong(), pending.holds);
        }
        return pending;
    }

    private Balance getBalance(final SnapshotReader snapshot, final Order order) {
        final int venueId = snapshot.getInt();
        final int assetId = snapshot.getInt();
        final Asset base = order.instrument().base();
        final Asset asset =
                base.assetId() == assetId ? base : order.instrument().quote();
        return ledger.find(order.account(), venueId, asset);
    }

    private ChildOrder getChild(final SnapshotReader snapshot, final Order order) {
        final long childOrderId = snapshot.getLong();
        final int venueId = snapshot.getInt();
        final boolean isMarket = snapshot.getBoolean();
        final long qty = snapshot.getLong();
        final Asset paid = order.side() == Side.BUY
                ? order.instrument().quote()
                : order.instrument().base();
        final ChildOrder child = new ChildOrder(
                childOrderId,
                order,
                venues.listing(venues.get(venueId), order.instrument()),
                ledger.find(order.account(), venueId, paid),
                isMarket,
                qty,
                snapshot.getLong());
        child.cumQty = snapshot.getLong();
        child.reserved = snapshot.getLong();
        child.closedCumQty = snapshot.getLong();
        child.venueOrderId = snapshot.getText();
        final int closedAs = snapshot.getInt();
        child.closedAs = closedAs == NONE ? null : CLOSED_AS[closedAs];
        child.acknowledged = snapshot.getBoolean();
        child.inDoubt = snapshot.getBoolean();
        child.cancelRequested = snapshot.getBoolean();
        child.isDead = snapshot.getBoolean();
        child.revision = (short) snapshot.getInt();
        child.lastRevision = (short) snapshot.getInt();
        child.cancelAttempts = snapshot.getInt();
        if (snapshot.getBoolean()) {
            final long newQty = snapshot.getLong();
            final long newPrice = snapshot.getLong();
            child.replace = new VenueReplace(newQty, newPrice, snapshot.getLong());
            child.replace.revision = (short) snapshot.getInt();
        }
        child.execIds = snapshot.getBoolean() ? ExecIds.readFrom(snapshot) : null;
        order.add(child);
        orders.children.addDead(child);
        if (child.isDead) {
            order.liveChildren--;
        }
        return child;
    }
}
