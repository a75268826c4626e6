package io.weir.protocol.codec;

import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.sbe.AlertDecoder;
import io.weir.protocol.sbe.BalanceChangedDecoder;
import io.weir.protocol.sbe.BusinessMessageRejectDecoder;
import io.weir.protocol.sbe.ClosedDecoder;
import io.weir.protocol.sbe.CommandRefusedDecoder;
import io.weir.protocol.sbe.EdgeGapDecoder;
import io.weir.protocol.sbe.EdgeStartedDecoder;
import io.weir.protocol.sbe.EventHeaderDecoder;
import io.weir.protocol.sbe.ExecutionReportDecoder;
import io.weir.protocol.sbe.HeartbeatSentDecoder;
import io.weir.protocol.sbe.HoldChangedDecoder;
import io.weir.protocol.sbe.InstrumentDefinedDecoder;
import io.weir.protocol.sbe.JournalMarkDecoder;
import io.weir.protocol.sbe.KillSwitchChangedDecoder;
import io.weir.protocol.sbe.LogonSentDecoder;
import io.weir.protocol.sbe.LogoutSentDecoder;
import io.weir.protocol.sbe.NumbersRaisedDecoder;
import io.weir.protocol.sbe.OrderCancelRejectDecoder;
import io.weir.protocol.sbe.OrderRoutedDecoder;
import io.weir.protocol.sbe.ProbeDecoder;
import io.weir.protocol.sbe.PulseDecoder;
import io.weir.protocol.sbe.RejectSentDecoder;
import io.weir.protocol.sbe.ResendDecoder;
import io.weir.protocol.sbe.ResendRequestSentDecoder;
import io.weir.protocol.sbe.TestRequestSentDecoder;
import io.weir.protocol.sbe.VenueCancelRequestedDecoder;
import io.weir.protocol.sbe.VenueDefinedDecoder;
import io.weir.protocol.sbe.VenueHoldDecoder;
import io.weir.protocol.sbe.VenueOrderOpenDecoder;
import io.weir.protocol.sbe.VenueOrderRequestedDecoder;
import io.weir.protocol.sbe.VenueReplaceRequestedDecoder;
import io.weir.protocol.sbe.VenueStandingToldDecoder;
import io.weir.protocol.sbe.VenueStateChangedDecoder;
import org.agrona.DirectBuffer;

/**
 * Turns bytes into events. For one thread; what is allocated is the record and its strings. {@link Events} looks at single
 * fields without any of that.
 */
public final class EventReader {
    private final EventHeaderDecoder eventHeader = new EventHeaderDecoder();
    private final NodeEventCodec node = new NodeEventCodec();
    private final SessionEventCodec sessions = new SessionEventCodec();
    private final ReportEventCodec reports = new ReportEventCodec();
    private final VenueEventCodec venues = new VenueEventCodec();
    private final ReferenceEventCodec reference = new ReferenceEventCodec();
    private final HoldCodec holds = new HoldCodec();
    private final MessageSource in = new MessageSource();

    /**
     * Reads one event: asks {@link EventHandler#onEvent}, and if that says yes calls exactly one other method.
     *
     * @param buffer   holds the event.
     * @param offset   where it begins.
     * @param length   its length in bytes.
     * @param position of the journal behind it.
     * @param handler  to call.
     * @throws IllegalArgumentException if the bytes are no event of this schema; names template id and version.
     */
    public void read(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final long position,
            final EventHandler handler) {
        in.wrap(buffer, offset, length);
        eventHeader.wrap(buffer, offset + Events.HEADER_OFFSET);
        final EventHeader header = new EventHeader(
                eventHeader.eventSeq(),
                eventHeader.timeNs(),
                eventHeader.causeEdgeId(),
                eventHeader.causeEpoch(),
                eventHeader.causeSeq(),
                position);
        if (handler.onEvent(header)) {
            decode(handler);
        }
    }

    private void decode(final EventHandler handler) {
        switch (in.templateId()) {
            case EdgeStartedDecoder.TEMPLATE_ID -> handler.onEdgeStarted(node.decodeEdgeStarted(in));
            case EdgeGapDecoder.TEMPLATE_ID -> handler.onEdgeGap(node.decodeEdgeGap(in));
            case PulseDecoder.TEMPLATE_ID -> handler.onPulse(node.decodePulse(in));
            case JournalMarkDecoder.TEMPLATE_ID -> handler.onJournalMark(node.decodeJournalMark(in));
            case CommandRefusedDecoder.TEMPLATE_ID -> handler.onCommandRefused(node.decodeCommandRefused(in));
            case LogonSentDecoder.TEMPLATE_ID -> handler.onLogonSent(sessions.decodeLogonSent(in));
            case LogoutSentDecoder.TEMPLATE_ID -> handler.onLogoutSent(sessions.decodeLogoutSent(in));
            case HeartbeatSentDecoder.TEMPLATE_ID -> handler.onHeartbeatSent(sessions.decodeHeartbeatSent(in));
            case TestRequestSentDecoder.TEMPLATE_ID -> handler.onTestRequestSent(sessions.decodeTestRequestSent(in));
            case ResendRequestSentDecoder.TEMPLATE_ID ->
                handler.onResendRequestSent(sessions.decodeResendRequestSent(in));
            case RejectSentDecoder.TEMPLATE_ID -> handler.onRejectSent(sessions.decodeRejectSent(in));
            case BusinessMessageRejectDecoder.TEMPLATE_ID ->
                handler.onBusinessMessageReject(sessions.decodeBusinessMessageReject(in));
            case ExecutionReportDecoder.TEMPLATE_ID -> handler.onExecutionReport(reports.decodeExecutionReport(in));
            case OrderCancelRejectDecoder.TEMPLATE_ID ->
                handler.onOrderCancelReject(reports.decodeOrderCancelReject(in));
            case ResendDecoder.TEMPLATE_ID -> handler.onResend(sessions.decodeResend(in));
            case ClosedDecoder.TEMPLATE_ID -> handler.onClosed(sessions.decodeClosed(in));
            case ProbeDecoder.TEMPLATE_ID -> handler.onProbe(sessions.decodeProbe(in));
            case OrderRoutedDecoder.TEMPLATE_ID -> handler.onOrderRouted(reports.decodeOrderRouted(in));
            case VenueOrderRequestedDecoder.TEMPLATE_ID ->
                handler.onVenueOrderRequested(venues.decodeVenueOrderRequested(in));
            case VenueReplaceRequestedDecoder.TEMPLATE_ID ->
                handler.onVenueReplaceRequested(venues.decodeVenueReplaceRequested(in));
            case VenueCancelRequestedDecoder.TEMPLATE_ID ->
                handler.onVenueCancelRequested(venues.decodeVenueCancelRequested(in));
            case VenueOrderOpenDecoder.TEMPLATE_ID -> handler.onVenueOrderOpen(venues.decodeVenueOrderOpen(in));
            case VenueStandingToldDecoder.TEMPLATE_ID ->
                handler.onVenueStandingTold(venues.decodeVenueStandingTold(in));
            case VenueStateChangedDecoder.TEMPLATE_ID ->
                handler.onVenueStateChanged(reference.decodeVenueStateChanged(in));
            case BalanceChangedDecoder.TEMPLATE_ID -> handler.onBalanceChanged(reference.decodeBalanceChanged(in));
            case InstrumentDefinedDecoder.TEMPLATE_ID ->
                handler.onInstrumentDefined(reference.decodeInstrumentDefined(in));
            case VenueDefinedDecoder.TEMPLATE_ID -> handler.onVenueDefined(reference.decodeVenueDefined(in));
            case KillSwitchChangedDecoder.TEMPLATE_ID ->
                handler.onKillSwitchChanged(reference.decodeKillSwitchChanged(in));
            case AlertDecoder.TEMPLATE_ID -> handler.onAlert(node.decodeAlert(in));
            case HoldChangedDecoder.TEMPLATE_ID -> handler.onHoldChanged(holds.decodeHoldChanged(in));
            case NumbersRaisedDecoder.TEMPLATE_ID -> handler.onNumbersRaised(holds.decodeNumbersRaised(in));
            case VenueHoldDecoder.TEMPLATE_ID -> handler.onVenueHold(holds.decodeVenueHold(in));
            default -> throw in.unknown("event");
        }
    }
}
