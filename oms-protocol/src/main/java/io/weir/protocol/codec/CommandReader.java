package io.weir.protocol.codec;

import io.weir.protocol.command.CommandHandler;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.sbe.AdjustBalanceDecoder;
import io.weir.protocol.sbe.CommandHeaderDecoder;
import io.weir.protocol.sbe.DefineAccountDecoder;
import io.weir.protocol.sbe.DefineFixSessionDecoder;
import io.weir.protocol.sbe.DefineInstrumentDecoder;
import io.weir.protocol.sbe.DefineListingDecoder;
import io.weir.protocol.sbe.DefineVenueDecoder;
import io.weir.protocol.sbe.DisconnectedDecoder;
import io.weir.protocol.sbe.EdgeStartDecoder;
import io.weir.protocol.sbe.HeartbeatReceivedDecoder;
import io.weir.protocol.sbe.InvalidReceivedDecoder;
import io.weir.protocol.sbe.LogonReceivedDecoder;
import io.weir.protocol.sbe.LogoutReceivedDecoder;
import io.weir.protocol.sbe.NewOrderSingleDecoder;
import io.weir.protocol.sbe.OrderCancelReplaceRequestDecoder;
import io.weir.protocol.sbe.OrderCancelRequestDecoder;
import io.weir.protocol.sbe.OrderStatusRequestDecoder;
import io.weir.protocol.sbe.ProbeAnsweredDecoder;
import io.weir.protocol.sbe.RejectReceivedDecoder;
import io.weir.protocol.sbe.ResendDoneDecoder;
import io.weir.protocol.sbe.ResendRequestReceivedDecoder;
import io.weir.protocol.sbe.SequenceResetReceivedDecoder;
import io.weir.protocol.sbe.SetHoldDecoder;
import io.weir.protocol.sbe.SetKillSwitchDecoder;
import io.weir.protocol.sbe.SetRoutingPolicyDecoder;
import io.weir.protocol.sbe.TestRequestReceivedDecoder;
import io.weir.protocol.sbe.VenueCancelRejectedDecoder;
import io.weir.protocol.sbe.VenueFillDecoder;
import io.weir.protocol.sbe.VenueOrderAcceptedDecoder;
import io.weir.protocol.sbe.VenueOrderClosedDecoder;
import io.weir.protocol.sbe.VenueOrderInDoubtDecoder;
import io.weir.protocol.sbe.VenueOrderRejectedDecoder;
import io.weir.protocol.sbe.VenueOrderReplacedDecoder;
import io.weir.protocol.sbe.VenueQuotesDecoder;
import io.weir.protocol.sbe.VenueReplaceRejectedDecoder;
import io.weir.protocol.sbe.VenueStatusDecoder;
import org.agrona.DirectBuffer;

/** Turns bytes into commands. For one thread; what is allocated is the record and its strings. */
public final class CommandReader {
    private final CommandHeaderDecoder commandHeader = new CommandHeaderDecoder();
    private final EdgeCommandCodec edges = new EdgeCommandCodec();
    private final SessionCommandCodec sessions = new SessionCommandCodec();
    private final OrderCommandCodec orders = new OrderCommandCodec();
    private final VenueCommandCodec venues = new VenueCommandCodec();
    private final MarketCommandCodec market = new MarketCommandCodec();
    private final ReferenceCommandCodec reference = new ReferenceCommandCodec();
    private final HoldCodec holds = new HoldCodec();
    private final MessageSource in = new MessageSource();

    /**
     * Reads one command: asks {@link CommandHandler#onCommand}, and if that says yes calls exactly one other method.
     *
     * @param buffer  holds the command.
     * @param offset  where it begins.
     * @param length  its length in bytes.
     * @param timeNs  cluster time of the log entry, ns since 1970 UTC.
     * @param handler to call.
     * @throws IllegalArgumentException if the bytes are no command of this schema; names template id and version.
     */
    public void read(
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final long timeNs,
            final CommandHandler handler) {
        in.wrap(buffer, offset, length);
        commandHeader.wrap(buffer, offset + Commands.HEADER_OFFSET);
        final CommandHeader header =
                new CommandHeader(commandHeader.edgeId(), commandHeader.epoch(), commandHeader.seq(), timeNs);
        if (handler.onCommand(header)) {
            decode(handler);
        }
    }

    private void decode(final CommandHandler handler) {
        switch (in.templateId()) {
            case EdgeStartDecoder.TEMPLATE_ID -> handler.onEdgeStart(edges.decodeEdgeStart(in));
            case LogonReceivedDecoder.TEMPLATE_ID -> handler.onLogonReceived(sessions.decodeLogonReceived(in));
            case LogoutReceivedDecoder.TEMPLATE_ID -> handler.onLogoutReceived(sessions.decodeLogoutReceived(in));
            case HeartbeatReceivedDecoder.TEMPLATE_ID ->
                handler.onHeartbeatReceived(sessions.decodeHeartbeatReceived(in));
            case TestRequestReceivedDecoder.TEMPLATE_ID ->
                handler.onTestRequestReceived(sessions.decodeTestRequestReceived(in));
            case ResendRequestReceivedDecoder.TEMPLATE_ID ->
                handler.onResendRequestReceived(sessions.decodeResendRequestReceived(in));
            case SequenceResetReceivedDecoder.TEMPLATE_ID ->
                handler.onSequenceResetReceived(sessions.decodeSequenceResetReceived(in));
            case RejectReceivedDecoder.TEMPLATE_ID -> handler.onRejectReceived(sessions.decodeRejectReceived(in));
            case InvalidReceivedDecoder.TEMPLATE_ID -> handler.onInvalidReceived(sessions.decodeInvalidReceived(in));
            case NewOrderSingleDecoder.TEMPLATE_ID -> handler.onNewOrderSingle(orders.decodeNewOrderSingle(in));
            case OrderCancelRequestDecoder.TEMPLATE_ID ->
                handler.onOrderCancelRequest(orders.decodeOrderCancelRequest(in));
            case OrderCancelReplaceRequestDecoder.TEMPLATE_ID ->
                handler.onOrderCancelReplaceRequest(orders.decodeOrderCancelReplaceRequest(in));
            case OrderStatusRequestDecoder.TEMPLATE_ID ->
                handler.onOrderStatusRequest(orders.decodeOrderStatusRequest(in));
            case DisconnectedDecoder.TEMPLATE_ID -> handler.onDisconnected(edges.decodeDisconnected(in));
            case ResendDoneDecoder.TEMPLATE_ID -> handler.onResendDone(edges.decodeResendDone(in));
            case ProbeAnsweredDecoder.TEMPLATE_ID -> handler.onProbeAnswered(edges.decodeProbeAnswered(in));
            case VenueStatusDecoder.TEMPLATE_ID -> handler.onVenueStatus(market.decodeVenueStatus(in));
            case VenueQuotesDecoder.TEMPLATE_ID -> handler.onVenueQuotes(market.decodeVenueQuotes(in));
            case VenueOrderAcceptedDecoder.TEMPLATE_ID ->
                handler.onVenueOrderAccepted(venues.decodeVenueOrderAccepted(in));
            case VenueOrderRejectedDecoder.TEMPLATE_ID ->
                handler.onVenueOrderRejected(venues.decodeVenueOrderRejected(in));
            case VenueFillDecoder.TEMPLATE_ID -> handler.onVenueFill(venues.decodeVenueFill(in));
            case VenueOrderClosedDecoder.TEMPLATE_ID -> handler.onVenueOrderClosed(venues.decodeVenueOrderClosed(in));
            case VenueCancelRejectedDecoder.TEMPLATE_ID ->
                handler.onVenueCancelRejected(venues.decodeVenueCancelRejected(in));
            case VenueOrderReplacedDecoder.TEMPLATE_ID ->
                handler.onVenueOrderReplaced(venues.decodeVenueOrderReplaced(in));
            case VenueReplaceRejectedDecoder.TEMPLATE_ID ->
                handler.onVenueReplaceRejected(venues.decodeVenueReplaceRejected(in));
            case VenueOrderInDoubtDecoder.TEMPLATE_ID ->
                handler.onVenueOrderInDoubt(venues.decodeVenueOrderInDoubt(in));
            case DefineInstrumentDecoder.TEMPLATE_ID ->
                handler.onDefineInstrument(reference.decodeDefineInstrument(in));
            case DefineVenueDecoder.TEMPLATE_ID -> handler.onDefineVenue(reference.decodeDefineVenue(in));
            case DefineListingDecoder.TEMPLATE_ID -> handler.onDefineListing(reference.decodeDefineListing(in));
            case DefineAccountDecoder.TEMPLATE_ID -> handler.onDefineAccount(reference.decodeDefineAccount(in));
            case DefineFixSessionDecoder.TEMPLATE_ID ->
                handler.onDefineFixSession(reference.decodeDefineFixSession(in));
            case AdjustBalanceDecoder.TEMPLATE_ID -> handler.onAdjustBalance(reference.decodeAdjustBalance(in));
            case SetRoutingPolicyDecoder.TEMPLATE_ID ->
                handler.onSetRoutingPolicy(reference.decodeSetRoutingPolicy(in));
            case SetKillSwitchDecoder.TEMPLATE_ID -> handler.onSetKillSwitch(reference.decodeSetKillSwitch(in));
            case SetHoldDecoder.TEMPLATE_ID -> handler.onSetHold(holds.decodeSetHold(in));
            default -> throw in.unknown("command");
        }
    }
}
