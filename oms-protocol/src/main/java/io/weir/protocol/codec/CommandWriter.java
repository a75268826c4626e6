package io.weir.protocol.codec;

import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.CommandHandler;
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
import io.weir.protocol.sbe.CommandHeaderEncoder;
import org.agrona.MutableDirectBuffer;

/** Turns commands into bytes. Edges have one each, for one thread; nothing is allocated but for texts that are not ASCII. */
public final class CommandWriter {
    private final CommandHeaderEncoder commandHeader = new CommandHeaderEncoder();
    private final EdgeCommandCodec edges = new EdgeCommandCodec();
    private final SessionCommandCodec sessions = new SessionCommandCodec();
    private final OrderCommandCodec orders = new OrderCommandCodec();
    private final VenueCommandCodec venues = new VenueCommandCodec();
    private final MarketCommandCodec market = new MarketCommandCodec();
    private final ReferenceCommandCodec reference = new ReferenceCommandCodec();
    private final HoldCodec holds = new HoldCodec();
    private final MessageTarget out = new MessageTarget();
    private final Encoding encoding = new Encoding();

    /**
     * Writes one command.
     *
     * @param command to write.
     * @param edgeId  the edge that says it, 1 to 4095.
     * @param epoch   of that edge; 0 for {@link EdgeStart}.
     * @param seq     its number; 0 for {@link EdgeStart}.
     * @param buffer  with room for {@link io.weir.protocol.Bounds#MAX_COMMAND_LENGTH} from {@code offset} on.
     * @param offset  where the command is to begin.
     * @return its length in bytes, at most {@link io.weir.protocol.Bounds#MAX_COMMAND_LENGTH}.
     * @throws IllegalArgumentException if a text or list is longer than {@link io.weir.protocol.Bounds} says; names it.
     */
    public int write(
            final Command command,
            final int edgeId,
            final int epoch,
            final long seq,
            final MutableDirectBuffer buffer,
            final int offset) {
        out.wrap(buffer, offset);
        command.to(encoding);
        commandHeader.wrap(buffer, offset + Commands.HEADER_OFFSET);
        commandHeader.edgeId(edgeId);
        commandHeader.epoch(epoch);
        commandHeader.seq(seq);
        return out.length();
    }

    /** Finds the codec of a command. */
    private final class Encoding implements CommandHandler {
        @Override
        public boolean onCommand(final CommandHeader header) {
            return true;
        }

        @Override
        public void onEdgeStart(final EdgeStart command) {
            edges.encode(out, command);
        }

        @Override
        public void onLogonReceived(final LogonReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onLogoutReceived(final LogoutReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onHeartbeatReceived(final HeartbeatReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onTestRequestReceived(final TestRequestReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onResendRequestReceived(final ResendRequestReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onSequenceResetReceived(final SequenceResetReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onRejectReceived(final RejectReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onInvalidReceived(final InvalidReceived command) {
            sessions.encode(out, command);
        }

        @Override
        public void onNewOrderSingle(final NewOrderSingle command) {
            orders.encode(out, command);
        }

        @Override
        public void onOrderCancelRequest(final OrderCancelRequest command) {
            orders.encode(out, command);
        }

        @Override
        public void onOrderCancelReplaceRequest(final OrderCancelReplaceRequest command) {
            orders.encode(out, command);
        }

        @Override
        public void onOrderStatusRequest(final OrderStatusRequest command) {
            orders.encode(out, command);
        }

        @Override
        public void onDisconnected(final Disconnected command) {
            edges.encode(out, command);
        }

        @Override
        public void onResendDone(final ResendDone command) {
            edges.encode(out, command);
        }

        @Override
        public void onProbeAnswered(final ProbeAnswered command) {
            edges.encode(out, command);
        }

        @Override
        public void onVenueStatus(final VenueStatus command) {
            market.encode(out, command);
        }

        @Override
        public void onVenueQuotes(final VenueQuotes command) {
            market.encode(out, command);
        }

        @Override
        public void onVenueOrderAccepted(final VenueOrderAccepted command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueOrderRejected(final VenueOrderRejected command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueFill(final VenueFill command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueOrderClosed(final VenueOrderClosed command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueCancelRejected(final VenueCancelRejected command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueOrderReplaced(final VenueOrderReplaced command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueReplaceRejected(final VenueReplaceRejected command) {
            venues.encode(out, command);
        }

        @Override
        public void onVenueOrderInDoubt(final VenueOrderInDoubt command) {
            venues.encode(out, command);
        }

        @Override
        public void onDefineInstrument(final DefineInstrument command) {
            reference.encode(out, command);
        }

        @Override
        public void onDefineVenue(final DefineVenue command) {
            reference.encode(out, command);
        }

        @Override
        public void onDefineListing(final DefineListing command) {
            reference.encode(out, command);
        }

        @Override
        public void onDefineAccount(final DefineAccount command) {
            reference.encode(out, command);
        }

        @Override
        public void onDefineFixSession(final DefineFixSession command) {
            reference.encode(out, command);
        }

        @Override
        public void onAdjustBalance(final AdjustBalance command) {
            reference.encode(out, command);
        }

        @Override
        public void onSetRoutingPolicy(final SetRoutingPolicy command) {
            reference.encode(out, command);
        }

        @Override
        public void onSetKillSwitch(final SetKillSwitch command) {
            reference.encode(out, command);
        }

        @Override
        public void onSetHold(final SetHold command) {
            holds.encode(out, command);
        }
    }
}
