package io.weir.core;

import io.weir.core.order.TradingDesk;
import io.weir.core.session.SessionDirectory;
import io.weir.core.session.SessionFigures;
import io.weir.core.session.SessionOutbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.time.CoreClock;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.HeartbeatReceived;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.RejectReceived;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.SequenceResetReceived;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.protocol.command.SetRoutingPolicy;
import io.weir.protocol.command.TestRequestReceived;
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
 * The deterministic core: reads the command log, says the event journal. The frame stands around it with the gates of epoch,
 * number, connection and MsgSeqNum, the clocks and clients' FIX sessions; the trading desk decides the rest. Called on the one
 * thread of the clustered service. Whatever it throws is a broken invariant and stops the node.
 */
public final class OmsCore implements StateMachine {
    /** Raised with every change that lets the same commands say other events. */
    public static final int LOGIC_VERSION = 1;

    private final CoreFrame frame;
    private final TradingDesk trading;
    private Standstill standstill = Standstill.NONE;
    private List<String> standstillOf = List.of();

    /**
     * A core with nothing in it.
     *
     * @param eventLog takes what it says; its place is part of the node's snapshot, not of the core's.
     */
    public OmsCore(final EventLog eventLog) {
        final TradingDesk[] made = new TradingDesk[1];
        frame = new CoreFrame(eventLog, (outbox, clock, sessionOutbox, sessions) -> {
            final Trading side = new Trading(outbox, clock, sessionOutbox, sessions);
            made[0] = side.desk;
            return side;
        });
        trading = made[0];
    }

    @Override
    public boolean onCommand(final CommandHeader header) {
        return frame.onCommand(header);
    }

    @Override
    public void onTimer(final long timeNs) {
        frame.onTimer(timeNs);
    }

    @Override
    public long nextDeadlineNs() {
        return frame.nextDeadlineNs();
    }

    @Override
    public void onNewLeadershipTerm(final long timeNs) {
        frame.onNewLeadershipTerm(timeNs);
    }

    /** {@return figures for metrics; made anew with each call} */
    public SessionFigures sessionFigures() {
        return frame.sessionFigures();
    }

    /**
     * Finds how far back the journal may still be asked for.
     *
     * @return the lowest position from which a message is to be read that its client has not proved to have;
     *     {@link Long#MAX_VALUE} if there is none.
     */
    @Override
    public long neededPosition() {
        return frame.neededPosition();
    }

    @Override
    public void onEdgeStart(final EdgeStart command) {
        frame.onEdgeStart(command);
    }

    @Override
    public void onLogonReceived(final LogonReceived command) {
        frame.onLogon(command);
    }

    @Override
    public void onLogoutReceived(final LogoutReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onHeartbeatReceived(final HeartbeatReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onTestRequestReceived(final TestRequestReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onResendRequestReceived(final ResendRequestReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onSequenceResetReceived(final SequenceResetReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onRejectReceived(final RejectReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onInvalidReceived(final InvalidReceived command) {
        frame.onMessage(command);
    }

    @Override
    public void onNewOrderSingle(final NewOrderSingle command) {
        frame.onMessage(command);
    }

    @Override
    public void onOrderCancelRequest(final OrderCancelRequest command) {
        frame.onMessage(command);
    }

    @Override
    public void onOrderCancelReplaceRequest(final OrderCancelReplaceRequest command) {
        frame.onMessage(command);
    }

    @Override
    public void onOrderStatusRequest(final OrderStatusRequest command) {
        frame.onMessage(command);
    }

    @Override
    public void onDisconnected(final Disconnected command) {
        frame.onDisconnected(command);
    }

    @Override
    public void onResendDone(final ResendDone command) {
        frame.onResendDone(command);
    }

    @Override
    public void onProbeAnswered(final ProbeAnswered command) {
        frame.onProbeAnswered(command);
    }

    @Override
    public void onDefineFixSession(final DefineFixSession command) {
        frame.onDefineFixSession(command);
    }

    @Override
    public void onVenueStatus(final VenueStatus command) {
        if (frame.isAdmitted()) {
            trading.onVenueStatus(command);
        }
    }

    @Override
    public void onVenueQuotes(final VenueQuotes command) {
        if (frame.isAdmitted()) {
            trading.onVenueQuotes(command);
        }
    }

    @Override
    public void onVenueOrderAccepted(final VenueOrderAccepted command) {
        if (frame.isAdmitted()) {
            trading.onVenueOrderAccepted(command);
        }
    }

    @Override
    public void onVenueOrderRejected(final VenueOrderRejected command) {
        if (frame.isAdmitted()) {
            trading.onVenueOrderRejected(command);
        }
    }

    @Override
    public void onVenueFill(final VenueFill command) {
        if (frame.isAdmitted()) {
            trading.onVenueFill(command);
        }
    }

    @Override
    public void onVenueOrderClosed(final VenueOrderClosed command) {
        if (frame.isAdmitted()) {
            trading.onVenueOrderClosed(command);
        }
    }

    @Override
    public void onVenueCancelRejected(final VenueCancelRejected command) {
        if (frame.isAdmitted()) {
            trading.onVenueCancelRejected(command);
        }
    }

    @Override
    public void onVenueOrderReplaced(final VenueOrderReplaced command) {
        if (frame.isAdmitted()) {
            trading.onVenueOrderReplaced(command);
        }
    }

    @Override
    public void onVenueReplaceRejected(final VenueReplaceRejected command) {
        if (frame.isAdmitted()) {
            trading.onVenueReplaceRejected(command);
        }
    }

    @Override
    public void onVenueOrderInDoubt(final VenueOrderInDoubt command) {
        if (frame.isAdmitted()) {
            trading.onVenueOrderInDoubt(command);
        }
    }

    @Override
    public void onDefineInstrument(final DefineInstrument command) {
        if (frame.isAdmitted()) {
            trading.onDefineInstrument(command);
        }
    }

    @Override
    public void onDefineVenue(final DefineVenue command) {
        if (frame.isAdmitted()) {
            trading.onDefineVenue(command);
        }
    }

    @Override
    public void onDefineListing(final DefineListing command) {
        if (frame.isAdmitted()) {
            trading.onDefineListing(command);
        }
    }

    @Override
    public void onDefineAccount(final DefineAccount command) {
        if (frame.isAdmitted()) {
            trading.onDefineAccount(command);
        }
    }

    @Override
    public void onAdjustBalance(final AdjustBalance command) {
        if (frame.isAdmitted()) {
            trading.onAdjustBalance(command);
        }
    }

    @Override
    public void onSetRoutingPolicy(final SetRoutingPolicy command) {
        if (frame.isAdmitted()) {
            trading.onSetRoutingPolicy(command);
        }
    }

    @Override
    public void onSetKillSwitch(final SetKillSwitch command) {
        if (frame.isAdmitted()) {
            trading.onSetKillSwitch(command);
        }
    }

    @Override
    public void onSetHold(final SetHold command) {
        frame.onSetHold(command);
    }

    @Override
    public Standstill standstill() {
        final List<String> killSwitches = trading.engagedKillSwitches();
        if (standstill.held() != frame.isHeld() || standstillOf != killSwitches) {
            standstill = new Standstill(frame.isHeld(), frame.heldText(), killSwitches);
            standstillOf = killSwitches;
        }
        return standstill;
    }

    @Override
    public boolean writeOn(final int most) {
        return frame.writeOn(most);
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        frame.writeTo(snapshot);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        frame.readFrom(snapshot);
    }

    /** The trading desk as the frame needs it. */
    private static final class Trading implements TradingSide {
        private final TradingDesk desk;

        Trading(
                final Outbox outbox,
                final CoreClock clock,
                final SessionOutbox sessionOutbox,
                final SessionDirectory sessions) {
            desk = new TradingDesk(outbox, clock, sessionOutbox, sessions);
        }

        @Override
        public int venueId(final String name) {
            return desk.venueId(name);
        }

        @Override
        public int venues() {
            return desk.venues();
        }

        @Override
        public boolean writeOn(final int most) {
            return desk.writeOn(most);
        }

        @Override
        public void raiseIds(final long by) {
            desk.raiseIds(by);
        }

        @Override
        public void onEdgeStarted(final EdgeStarted started) {
            desk.onEdgeStarted(started);
        }

        @Override
        public boolean onTick() {
            return desk.onTick();
        }

        @Override
        public void onNewOrderSingle(final int sessionId, final NewOrderSingle request) {
            desk.onNewOrderSingle(sessionId, request);
        }

        @Override
        public void onOrderCancelRequest(final int sessionId, final OrderCancelRequest request) {
            desk.onOrderCancelRequest(sessionId, request);
        }

        @Override
        public void onOrderCancelReplaceRequest(final int sessionId, final OrderCancelReplaceRequest request) {
            desk.onOrderCancelReplaceRequest(sessionId, request);
        }

        @Override
        public void onOrderStatusRequest(final int sessionId, final OrderStatusRequest request) {
            desk.onOrderStatusRequest(sessionId, request);
        }

        @Override
        public void writeTo(final SnapshotWriter snapshot) {
            desk.writeTo(snapshot);
        }

        @Override
        public void readFrom(final SnapshotReader snapshot) {
            desk.readFrom(snapshot);
        }
    }
}
