package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.money.BalanceDesk;
import io.weir.core.money.Ledger;
import io.weir.core.money.LedgerSnapshot;
import io.weir.core.refdata.Accounts;
import io.weir.core.refdata.Assets;
import io.weir.core.refdata.Instruments;
import io.weir.core.refdata.ReferenceDesk;
import io.weir.core.risk.KillSwitches;
import io.weir.core.risk.OrderCheck;
import io.weir.core.risk.PriceCollar;
import io.weir.core.session.ClientRequests;
import io.weir.core.session.SessionDirectory;
import io.weir.core.session.SessionOutbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.core.venue.Venue;
import io.weir.core.venue.VenueStateDesk;
import io.weir.core.venue.Venues;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.SetRoutingPolicy;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.event.EdgeStarted;
import java.util.List;

/**
 * The trading half of the core: wires its desks and hands each message to the one that decides. Everything below it is
 * called from here, on the one thread of the clustered service, with the clock already moved to the message's time.
 */
public final class TradingDesk implements ClientRequests, Snapshotable {
    private final Ledger ledger = new Ledger();
    private final Venues venues;
    private final ReferenceDesk reference;
    private final BalanceDesk balances;
    private final VenueStateDesk venueStates;
    private final NewOrderDesk newOrders;
    private final CancelDesk cancels;
    private final ReplaceDesk replaces;
    private final StatusDesk statuses;
    private final KillDesk kills;
    private final VenueDesk venueDesk;
    private final FillDesk fills;
    private final WorkLists workLists;
    private final Orders orders;
    private final Snapshotable[] state;

    /**
     * Wires the desks, with nothing defined yet.
     *
     * @param outbox    what is not for one client's session.
     * @param clock     moved by the caller before each message.
     * @param sessions  numbers and says reports.
     * @param directory what is known of clients' sessions.
     */
    public TradingDesk(
            final Outbox outbox,
            final CoreClock clock,
            final SessionOutbox sessions,
            final SessionDirectory directory) {
        this(outbox, clock, sessions, directory, Orders.MAX_CLOSED);
    }

    /**
     * As above.
     *
     * @param maxClosed closed orders that are remembered.
     */
    TradingDesk(
            final Outbox outbox,
            final CoreClock clock,
            final SessionOutbox sessions,
            final SessionDirectory directory,
            final int maxClosed) {
        final Assets assets = new Assets();
        final Instruments instruments = new Instruments(assets);
        final Accounts accounts = new Accounts();
        final KillSwitches switches = new KillSwitches();
        final ChildOrders children = new ChildOrders();
        orders = new Orders(children, maxClosed);
        final Reminders unanswered = new Reminders(WorkLists.CANCEL_AGAIN_NS);
        final Reminders missingFills = new Reminders(WorkLists.MISSING_FILLS_NS);
        final Alerts alerts = new Alerts(outbox);
        final Reports reports = new Reports(sessions, clock, orders);
        final VenueOrders venueOrders = new VenueOrders(outbox, clock);
        venues = new Venues(instruments);
        reference = new ReferenceDesk(outbox, assets, instruments, accounts, ledger);
        balances = new BalanceDesk(outbox, ledger, accounts, assets, venues);
        venueStates = new VenueStateDesk(outbox, clock, instruments, venues);
        final PriceCollar collar = new PriceCollar(venues);
        final OrderCheck check = new OrderCheck(collar, switches);
        final Routing routing = new Routing(outbox, clock, reference, venues, ledger, switches, children, venueOrders);
        final Progress progress =
                new Progress(clock, reference, collar, switches, orders, routing, reports, venueOrders, unanswered);
        newOrders = new NewOrderDesk(clock, directory, instruments, accounts, check, orders, routing, reports);
        cancels = new CancelDesk(clock, orders, reports, progress);
        venueDesk = new VenueDesk(clock, children, venueOrders, progress, alerts, missingFills);
        replaces = new ReplaceDesk(clock, directory, check, orders, cancels, routing, reports, progress, venueDesk);
        statuses = new StatusDesk(clock, orders, reports);
        kills = new KillDesk(outbox, switches, accounts, instruments, venues, orders);
        fills = new FillDesk(children, ledger, assets, routing.reserves(), reports, progress, alerts);
        workLists = new WorkLists(
                outbox, clock, orders, ledger, progress, venueOrders, venueStates, unanswered, missingFills, alerts);
        state = new Snapshotable[] {
            reference,
            venues,
            switches,
            new LedgerSnapshot(ledger, accounts, assets),
            balances,
            venueOrders,
            new OrdersSnapshot(orders, new OrderCodec(orders, accounts, instruments, venues, ledger, newOrders.pool())),
            workLists
        };
    }

    /** {@return the id of a venue by its name, 0 if it is not defined} */
    public int venueId(final String name) {
        final Venue venue = venues.find(name);
        return venue == null ? 0 : venue.venueId();
    }

    /** {@return how many venues are defined; their ids are 1 to this} */
    public int venues() {
        return venues.size();
    }

    /** {@return the engaged kill switches in words; the same list until one is set} */
    public List<String> engagedKillSwitches() {
        return kills.engaged();
    }

    /** Raises OrderID, ExecID, childOrderId and the revisions of live child orders beyond what a lost past may have used. */
    public void raiseIds(final long by) {
        orders.raiseIds(by);
    }

    /**
     * A venue's edge has an epoch: its venue is down until it says otherwise, and it is told where it stands, the rest of it
     * at the timer. Called right behind its {@code EdgeStarted}; other kinds of edges are passed over.
     */
    public void onEdgeStarted(final EdgeStarted event) {
        final Venue venue = event.kind() == EdgeKind.VENUE ? venues.find(event.venueId()) : null;
        if (venue != null) {
            venueStates.onEdgeStarted(venue);
            workLists.beginStanding(venue.venueId(), event.epoch());
        }
    }

    /**
     * Does what is due, at every timer.
     *
     * @return whether more waits than one call may say; then call again soon.
     */
    public boolean onTick() {
        return workLists.onTick();
    }

    @Override
    public void onNewOrderSingle(final int sessionId, final NewOrderSingle request) {
        newOrders.onNewOrderSingle(sessionId, request);
    }

    @Override
    public void onOrderCancelRequest(final int sessionId, final OrderCancelRequest request) {
        cancels.onOrderCancelRequest(sessionId, request);
    }

    @Override
    public void onOrderCancelReplaceRequest(final int sessionId, final OrderCancelReplaceRequest request) {
        replaces.onOrderCancelReplaceRequest(sessionId, request);
    }

    @Override
    public void onOrderStatusRequest(final int sessionId, final OrderStatusRequest request) {
        statuses.onOrderStatusRequest(sessionId, request);
    }

    /** Takes one {@link VenueStatus}. */
    public void onVenueStatus(final VenueStatus command) {
        venueStates.onVenueStatus(command);
    }

    /** Takes one {@link VenueQuotes}. */
    public void onVenueQuotes(final VenueQuotes command) {
        venueStates.onVenueQuotes(command);
    }

    /** Takes one {@link VenueOrderAccepted}. */
    public void onVenueOrderAccepted(final VenueOrderAccepted command) {
        venueDesk.onVenueOrderAccepted(command);
    }

    /** Takes one {@link VenueOrderRejected}. */
    public void onVenueOrderRejected(final VenueOrderRejected command) {
        venueDesk.onVenueOrderRejected(command);
    }

    /** Takes one {@link VenueFill}. */
    public void onVenueFill(final VenueFill command) {
        fills.onVenueFill(command);
    }

    /** Takes one {@link VenueOrderClosed}. */
    public void onVenueOrderClosed(final VenueOrderClosed command) {
        venueDesk.onVenueOrderClosed(command);
    }

    /** Takes one {@link VenueCancelRejected}. */
    public void onVenueCancelRejected(final VenueCancelRejected command) {
        venueDesk.onVenueCancelRejected(command);
    }

    /** Takes one {@link VenueOrderReplaced}. */
    public void onVenueOrderReplaced(final VenueOrderReplaced command) {
        venueDesk.onVenueOrderReplaced(command);
    }

    /** Takes one {@link VenueReplaceRejected}. */
    public void onVenueReplaceRejected(final VenueReplaceRejected command) {
        venueDesk.onVenueReplaceRejected(command);
    }

    /** Takes one {@link VenueOrderInDoubt}. */
    public void onVenueOrderInDoubt(final VenueOrderInDoubt command) {
        venueDesk.onVenueOrderInDoubt(command);
    }

    /** Takes one {@link DefineInstrument}. */
    public void onDefineInstrument(final DefineInstrument command) {
        reference.onDefineInstrument(command);
    }

    /** Takes one {@link DefineVenue}. */
    public void onDefineVenue(final DefineVenue command) {
        venueStates.onDefineVenue(command);
    }

    /** Takes one {@link DefineListing}. */
    public void onDefineListing(final DefineListing command) {
        venueStates.onDefineListing(command);
    }

    /** Takes one {@link DefineAccount}. */
    public void onDefineAccount(final DefineAccount command) {
        reference.onDefineAccount(command);
    }

    /** Takes one {@link AdjustBalance}. */
    public void onAdjustBalance(final AdjustBalance command) {
        balances.onAdjustBalance(command);
    }

    /** Takes one {@link SetRoutingPolicy}. */
    public void onSetRoutingPolicy(final SetRoutingPolicy command) {
        reference.onSetRoutingPolicy(command);
    }

    /** Takes one {@link SetKillSwitch}. */
    public void onSetKillSwitch(final SetKillSwitch command) {
        kills.onSetKillSwitch(command);
    }

    /**
     * Goes on writing the tail of a snapshot, which has the orders.
     *
     * @param most orders that are looked at.
     * @return whether anything is left; false if there is no such snapshot.
     */
    public boolean writeOn(final int most) {
        return orders.image.writeOn(most);
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        for (final Snapshotable part : state) {
            part.writeTo(snapshot);
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        for (final Snapshotable part : state) {
            part.readFrom(snapshot);
        }
    }
}
