package io.weir.store.projection;

import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.InstrumentDefined;
import io.weir.protocol.event.KillSwitchChanged;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.VenueDefined;
import io.weir.protocol.event.VenueStateChanged;
import io.weir.protocol.fix.ExecType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * What the next transaction will write: events in the order of the journal, each taken once, several changes of one row
 * folded into one. On the projector's thread.
 */
final class ProjectionBatch implements EventHandler {
    private final int maxAlerts;
    private final boolean mayJump;
    private final Long2ObjectHashMap<OrderChange> ordersById = new Long2ObjectHashMap<>();
    private final List<OrderChange> orders = new ArrayList<>();
    private final List<Said<ExecutionReport>> executions = new ArrayList<>();
    private final List<Said<OrderRouted>> routes = new ArrayList<>();
    private final Map<List<String>, Said<BalanceChanged>> balances = new LinkedHashMap<>();
    private final List<Said<InstrumentDefined>> instruments = new ArrayList<>();
    private final List<Said<VenueDefined>> venues = new ArrayList<>();
    private final Map<Integer, Said<VenueStateChanged>> venueStates = new LinkedHashMap<>();
    private final Map<List<Object>, Said<KillSwitchChanged>> killSwitches = new LinkedHashMap<>();
    private final Deque<Said<Alert>> alerts = new ArrayDeque<>();

    private long completeFrom;
    private long lastEventSeq;
    private long lastPosition;
    private long missingFrom;
    private long foundInstead;
    private long timeNs;
    private int events;
    private long seenAgain;

    /**
     * Begins behind an event.
     *
     * @param after     the last event that is stored; what comes up to it again is passed over. 0 takes any beginning.
     * @param position  of the journal behind it.
     * @param maxAlerts more are not kept.
     * @param mayJump   take an event that is not the next one, and remember that some are missing.
     */
    ProjectionBatch(final long after, final long position, final int maxAlerts, final boolean mayJump) {
        this.lastEventSeq = after;
        this.lastPosition = position;
        this.maxAlerts = maxAlerts;
        this.mayJump = mayJump;
    }

    @Override
    public boolean onEvent(final EventHeader header) {
        if (isBroken()) {
            return false;
        }
        if (header.eventSeq() <= lastEventSeq) {
            lastPosition = Math.max(lastPosition, header.position());
            seenAgain++;
            return false;
        }
        if (header.eventSeq() != lastEventSeq + 1) {
            if (lastEventSeq != 0 && !mayJump) {
                missingFrom = lastEventSeq + 1;
                foundInstead = header.eventSeq();
                return false;
            }
            completeFrom = header.eventSeq();
        }
        lastEventSeq = header.eventSeq();
        lastPosition = header.position();
        timeNs = header.timeNs();
        events++;
        return true;
    }

    /** An order's status that was asked for, and a report said before under another number, add nothing. */
    @Override
    public void onExecutionReport(final ExecutionReport event) {
        if (event.execType() == ExecType.ORDER_STATUS || event.possResend()) {
            return;
        }
        executions.add(said(event));
        final long orderId = event.order().orderId();
        if (orderId == 0) {
            return;
        }
        final OrderChange change = ordersById.get(orderId);
        if (change != null) {
            change.update(lastEventSeq, event);
            return;
        }
        final OrderChange first = new OrderChange(lastEventSeq, event);
        ordersById.put(orderId, first);
        orders.add(first);
    }

    @Override
    public void onOrderRouted(final OrderRouted event) {
        routes.add(said(event));
    }

    @Override
    public void onBalanceChanged(final BalanceChanged event) {
        balances.put(List.of(event.account(), event.venue(), event.asset()), said(event));
    }

    @Override
    public void onInstrumentDefined(final InstrumentDefined event) {
        instruments.add(said(event));
    }

    @Override
    public void onVenueDefined(final VenueDefined event) {
        venues.add(said(event));
    }

    @Override
    public void onVenueStateChanged(final VenueStateChanged event) {
        venueStates.put(event.venueId(), said(event));
    }

    @Override
    public void onKillSwitchChanged(final KillSwitchChanged event) {
        killSwitches.put(List.of(event.scope(), event.name()), said(event));
    }

    @Override
    public void onAlert(final Alert event) {
        if (alerts.size() == maxAlerts) {
            alerts.removeFirst();
        }
        alerts.addLast(said(event));
    }

    private <E> Said<E> said(final E event) {
        return new Said<>(lastEventSeq, timeNs, event);
    }

    /** Forgets the rows, for they are written; the place in the journal stays. */
    void clear() {
        ordersById.clear();
        orders.clear();
        executions.clear();
        routes.clear();
        balances.clear();
        instruments.clear();
        venues.clear();
        venueStates.clear();
        killSwitches.clear();
        alerts.clear();
        events = 0;
    }

    /** {@return events taken since the last {@link #clear}, also those that make no row} */
    int events() {
        return events;
    }

    /** {@return whether anything has to be written but the position} */
    boolean hasRows() {
        return !(executions.isEmpty()
                && routes.isEmpty()
                && balances.isEmpty()
                && instruments.isEmpty()
                && venues.isEmpty()
                && venueStates.isEmpty()
                && killSwitches.isEmpty()
                && alerts.isEmpty());
    }

    /** {@return whether the journal went on with another number than the next; nothing is taken after that} */
    boolean isBroken() {
        return missingFrom != 0;
    }

    /** {@return what {@link #isBroken} means, in words} */
    String breach() {
        return "eventSeq " + missingFrom + " was to come and " + foundInstead + " came";
    }

    /** {@return the event from which on nothing is missing, 0 if none was passed over since the beginning} */
    long completeFrom() {
        return completeFrom;
    }

    /** {@return the last event taken, ever} */
    long lastEventSeq() {
        return lastEventSeq;
    }

    /** {@return position of the journal behind it} */
    long lastPosition() {
        return lastPosition;
    }

    /** {@return time of the last event taken, ns since 1970 UTC, 0 before} */
    long lastTimeNs() {
        return timeNs;
    }

    /** {@return events that were stored already and came again} */
    long seenAgain() {
        return seenAgain;
    }

    List<OrderChange> orders() {
        return orders;
    }

    /** {@return the change of one order in this batch, or null} */
    OrderChange order(final long orderId) {
        return ordersById.get(orderId);
    }

    List<Said<ExecutionReport>> executions() {
        return executions;
    }

    List<Said<OrderRouted>> routes() {
        return routes;
    }

    Collection<Said<BalanceChanged>> balances() {
        return balances.values();
    }

    List<Said<InstrumentDefined>> instruments() {
        return instruments;
    }

    List<Said<VenueDefined>> venues() {
        return venues;
    }

    Collection<Said<VenueStateChanged>> venueStates() {
        return venueStates.values();
    }

    Collection<Said<KillSwitchChanged>> killSwitches() {
        return killSwitches.values();
    }

    Collection<Said<Alert>> alerts() {
        return alerts;
    }
}
