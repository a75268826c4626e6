package io.weir.benchmarks.simulation.law;

import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.client.SimulatedClient;
import io.weir.benchmarks.simulation.client.Witness;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.log.EventFragmentHandler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.agrona.DirectBuffer;

/** Sees every event as it is recorded, and judges it. */
public final class JournalLaws implements EventFragmentHandler, EventHandler {
    private final EventReader reader = new EventReader();
    private final List<SimulatedVenue> venues;
    private final OrderLaws orders;
    private final SessionLaws sessions = new SessionLaws();
    private final MoneyLaws money = new MoneyLaws();
    private final Map<String, Integer> alerts = new TreeMap<>();
    private long lastEventSeq;
    private long timeNs;
    private long lastTimeNs;
    private long position;

    /**
     * The laws of a history that begins.
     *
     * @param venues what really happens there.
     */
    public JournalLaws(final List<SimulatedVenue> venues) {
        this.venues = List.copyOf(venues);
        this.orders = new OrderLaws(venues);
    }

    /** {@return what the core has said, for clients to compare} */
    public Witness witness() {
        return orders;
    }

    /** {@return how many executions are booked} */
    public int booked() {
        return orders.booked();
    }

    /** {@return the newest state of each order by OrderID} */
    public Map<Long, OrderState> orderStates() {
        return orders.states();
    }

    /** {@return alerts of the core by their first words, for a closer look} */
    public Map<String, Integer> alerts() {
        return alerts;
    }

    @Override
    public void onFragment(final DirectBuffer buffer, final int offset, final int length, final long positionBehind) {
        position = positionBehind;
        reader.read(buffer, offset, length, positionBehind, this);
    }

    @Override
    public boolean onEvent(final EventHeader header) {
        if (header.eventSeq() != lastEventSeq + 1) {
            throw new Violation("events are numbered without a hole", "", header + " behind eventSeq " + lastEventSeq);
        }
        lastEventSeq = header.eventSeq();
        timeNs = header.timeNs();
        return true;
    }

    /** All but marks, which have the log's own time: that of the core never falls. */
    private void onCoreTime(final String event) {
        if (timeNs < lastTimeNs) {
            throw new Violation("the core's time never falls", "", event + " at " + timeNs + " behind " + lastTimeNs);
        }
        lastTimeNs = timeNs;
    }

    @Override
    public void onPulse(final Pulse event) {
        onCoreTime("a Pulse");
    }

    private void onSession(final SessionEvent event) {
        onCoreTime(event.getClass().getSimpleName());
        sessions.onSessionEvent(event, position);
    }

    @Override
    public void onLogonSent(final LogonSent event) {
        onSession(event);
    }

    @Override
    public void onLogoutSent(final LogoutSent event) {
        onSession(event);
    }

    @Override
    public void onHeartbeatSent(final HeartbeatSent event) {
        onSession(event);
    }

    @Override
    public void onTestRequestSent(final TestRequestSent event) {
        onSession(event);
    }

    @Override
    public void onResendRequestSent(final ResendRequestSent event) {
        onSession(event);
    }

    @Override
    public void onRejectSent(final RejectSent event) {
        onSession(event);
    }

    @Override
    public void onBusinessMessageReject(final BusinessMessageReject event) {
        onSession(event);
    }

    @Override
    public void onOrderCancelReject(final OrderCancelReject event) {
        onSession(event);
    }

    @Override
    public void onResend(final Resend event) {
        onSession(event);
    }

    @Override
    public void onExecutionReport(final ExecutionReport event) {
        onSession(event);
        orders.onExecutionReport(event);
    }

    @Override
    public void onVenueOrderRequested(final VenueOrderRequested event) {
        orders.onVenueOrderRequested(event);
    }

    @Override
    public void onVenueReplaceRequested(final VenueReplaceRequested event) {
        orders.onVenueReplaceRequested(event);
    }

    @Override
    public void onBalanceChanged(final BalanceChanged event) {
        money.onBalanceChanged(event);
    }

    @Override
    public void onAlert(final Alert event) {
        final String text = event.text();
        alerts.merge(text.substring(0, Math.min(text.length(), 28)), 1, Integer::sum);
        money.onAlert(event);
    }

    @Override
    public void onCommandRefused(final CommandRefused event) {
        throw new Violation("reference data is taken", "", event.toString());
    }

    /**
     * Judges what is left when all has come to rest.
     *
     * @param clients by session, the first has session 1.
     */
    public void checkRest(final List<SimulatedClient> clients) {
        orders.checkRest();
        money.checkRest(venues);
        for (int i = 0; i < clients.size(); i++) {
            checkClient(clients.get(i), orders.execIdsOf(i + 1));
        }
    }

    private static void checkClient(final SimulatedClient client, final Set<Long> said) {
        final Set<Long> missing = new TreeSet<>(said);
        missing.removeAll(client.book().execIds());
        if (!missing.isEmpty()) {
            throw new Violation(
                    "every report reaches its client", client.compId(), client + " never got ExecIDs " + missing);
        }
        for (final String request : client.book().unanswered()) {
            throw new Violation("every request is answered", request, client + " has no answer to " + request);
        }
    }
}
