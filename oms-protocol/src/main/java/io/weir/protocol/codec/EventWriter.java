package io.weir.protocol.codec;

import io.weir.protocol.event.Alert;
import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.HoldChanged;
import io.weir.protocol.event.InstrumentDefined;
import io.weir.protocol.event.JournalMark;
import io.weir.protocol.event.KillSwitchChanged;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.NumbersRaised;
import io.weir.protocol.event.OrderCancelReject;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.Probe;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueDefined;
import io.weir.protocol.event.VenueHold;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.event.VenueStateChanged;
import io.weir.protocol.sbe.EventHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Turns events into bytes. For one thread; nothing is allocated but for texts that are not ASCII. */
public final class EventWriter {
    private final EventHeaderEncoder eventHeader = new EventHeaderEncoder();
    private final NodeEventCodec node = new NodeEventCodec();
    private final SessionEventCodec sessions = new SessionEventCodec();
    private final ReportEventCodec reports = new ReportEventCodec();
    private final VenueEventCodec venues = new VenueEventCodec();
    private final ReferenceEventCodec reference = new ReferenceEventCodec();
    private final HoldCodec holds = new HoldCodec();
    private final MessageTarget out = new MessageTarget();
    private final Encoding encoding = new Encoding();

    /**
     * Writes one event.
     *
     * @param eventSeq    its number, 1 and more.
     * @param timeNs      the core's wall clock, ns since 1970 UTC.
     * @param causeEdgeId edge whose command caused it, 0 for a timer.
     * @param causeEpoch  epoch of that edge.
     * @param causeSeq    number of that command.
     * @param event       to write.
     * @param buffer      with room for {@link io.weir.protocol.Bounds#MAX_EVENT_LENGTH} from {@code offset} on.
     * @param offset      where the event is to begin.
     * @return its length in bytes, at most {@link io.weir.protocol.Bounds#MAX_EVENT_LENGTH}.
     * @throws IllegalArgumentException if a text or list is longer than {@link io.weir.protocol.Bounds} says; names it.
     */
    public int write(
            final long eventSeq,
            final long timeNs,
            final int causeEdgeId,
            final int causeEpoch,
            final long causeSeq,
            final Event event,
            final MutableDirectBuffer buffer,
            final int offset) {
        out.wrap(buffer, offset);
        event.to(encoding);
        eventHeader.wrap(buffer, offset + Events.HEADER_OFFSET);
        eventHeader.eventSeq(eventSeq);
        eventHeader.timeNs(timeNs);
        eventHeader.causeEdgeId(causeEdgeId);
        eventHeader.causeEpoch(causeEpoch);
        eventHeader.causeSeq(causeSeq);
        return out.length();
    }

    /** Finds the codec of an event. */
    private final class Encoding implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return true;
        }

        @Override
        public void onEdgeStarted(final EdgeStarted event) {
            node.encode(out, event);
        }

        @Override
        public void onEdgeGap(final EdgeGap event) {
            node.encode(out, event);
        }

        @Override
        public void onPulse(final Pulse event) {
            node.encode(out, event);
        }

        @Override
        public void onJournalMark(final JournalMark event) {
            node.encode(out, event);
        }

        @Override
        public void onCommandRefused(final CommandRefused event) {
            node.encode(out, event);
        }

        @Override
        public void onLogonSent(final LogonSent event) {
            sessions.encode(out, event);
        }

        @Override
        public void onLogoutSent(final LogoutSent event) {
            sessions.encode(out, event);
        }

        @Override
        public void onHeartbeatSent(final HeartbeatSent event) {
            sessions.encode(out, event);
        }

        @Override
        public void onTestRequestSent(final TestRequestSent event) {
            sessions.encode(out, event);
        }

        @Override
        public void onResendRequestSent(final ResendRequestSent event) {
            sessions.encode(out, event);
        }

        @Override
        public void onRejectSent(final RejectSent event) {
            sessions.encode(out, event);
        }

        @Override
        public void onBusinessMessageReject(final BusinessMessageReject event) {
            sessions.encode(out, event);
        }

        @Override
        public void onExecutionReport(final ExecutionReport event) {
            reports.encode(out, event);
        }

        @Override
        public void onOrderCancelReject(final OrderCancelReject event) {
            reports.encode(out, event);
        }

        @Override
        public void onResend(final Resend event) {
            sessions.encode(out, event);
        }

        @Override
        public void onClosed(final Closed event) {
            sessions.encode(out, event);
        }

        @Override
        public void onProbe(final Probe event) {
            sessions.encode(out, event);
        }

        @Override
        public void onOrderRouted(final OrderRouted event) {
            reports.encode(out, event);
        }

        @Override
        public void onVenueOrderRequested(final VenueOrderRequested event) {
            venues.encode(out, event);
        }

        @Override
        public void onVenueReplaceRequested(final VenueReplaceRequested event) {
            venues.encode(out, event);
        }

        @Override
        public void onVenueCancelRequested(final VenueCancelRequested event) {
            venues.encode(out, event);
        }

        @Override
        public void onVenueOrderOpen(final VenueOrderOpen event) {
            venues.encode(out, event);
        }

        @Override
        public void onVenueStandingTold(final VenueStandingTold event) {
            venues.encode(out, event);
        }

        @Override
        public void onVenueStateChanged(final VenueStateChanged event) {
            reference.encode(out, event);
        }

        @Override
        public void onBalanceChanged(final BalanceChanged event) {
            reference.encode(out, event);
        }

        @Override
        public void onInstrumentDefined(final InstrumentDefined event) {
            reference.encode(out, event);
        }

        @Override
        public void onVenueDefined(final VenueDefined event) {
            reference.encode(out, event);
        }

        @Override
        public void onKillSwitchChanged(final KillSwitchChanged event) {
            reference.encode(out, event);
        }

        @Override
        public void onAlert(final Alert event) {
            node.encode(out, event);
        }

        @Override
        public void onHoldChanged(final HoldChanged event) {
            holds.encode(out, event);
        }

        @Override
        public void onNumbersRaised(final NumbersRaised event) {
            holds.encode(out, event);
        }

        @Override
        public void onVenueHold(final VenueHold event) {
            holds.encode(out, event);
        }
    }
}
