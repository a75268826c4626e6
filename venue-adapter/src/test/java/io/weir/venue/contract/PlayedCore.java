package io.weir.venue.contract;

import io.weir.protocol.VenueClOrdIds;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.VenueCancelRequested;
import io.weir.protocol.event.VenueOrderOpen;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.event.VenueReplaceRequested;
import io.weir.protocol.event.VenueStandingTold;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.PlayedPort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * As much of a core as a venue edge can see: it asks for orders, cancels and replaces, takes what the edge says, and tells a
 * new start its standing. A command said in one duty cycle is in the log with the next; a kill loses those that are not.
 */
public final class PlayedCore {
    /** One child order and what was heard of it. */
    public static final class Child {
        final long childOrderId;
        final Side side;
        final TimeInForce timeInForce;
        long orderQty;
        long price;
        boolean acknowledged;
        boolean cancelRequested;
        VenueReplaceRequested replace;
        int revision;
        String clOrdId;
        VenueClosedAs closedAs;
        long closedCumQty;
        boolean rejected;
        String rejectText = "";
        final Map<String, Long> fills = new LinkedHashMap<>();

        Child(final long childOrderId, final Side side, final TimeInForce timeInForce) {
            this.childOrderId = childOrderId;
            this.side = side;
            this.timeInForce = timeInForce;
        }

        /** {@return quantity booked, at scale 5} */
        public long cumQty() {
            return fills.values().stream().mapToLong(Long::longValue).sum();
        }

        /** {@return whether nothing more can come} */
        public boolean isEnded() {
            return rejected || cumQty() >= orderQty || closedAs != null && cumQty() >= closedCumQty;
        }

        public boolean isRejected() {
            return rejected;
        }

        public boolean isAcknowledged() {
            return acknowledged;
        }

        public String clOrdId() {
            return clOrdId;
        }

        public Map<String, Long> fills() {
            return fills;
        }

        public long childOrderId() {
            return childOrderId;
        }

        @Override
        public String toString() {
            return "child " + childOrderId + " " + clOrdId + (acknowledged ? " acknowledged" : "")
                    + (rejected ? " rejected " + rejectText : "") + " closedAs=" + closedAs + "/" + closedCumQty
                    + " cumQty=" + cumQty() + "/" + orderQty + (cancelRequested ? " cancelRequested" : "")
                    + (replace != null ? " replace " + replace.revision() : "");
        }
    }

    public static final int QTY_SCALE = 5;
    public static final int PRICE_SCALE = 2;

    private static final int VENUE_ID = 1;
    private static final int EDGE_ID = 9;

    private final String prefix = "PC" + Long.toString(System.nanoTime(), 36);
    private final Map<Long, Child> children = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private VenueState state = VenueState.DOWN;
    private int epoch;
    private Port port;

    /** {@return the place of a new start; an older one has no effect any more} */
    public EdgePort start() {
        epoch++;
        state = VenueState.DOWN;
        port = new Port();
        port.event(new EdgeStarted(EDGE_ID, epoch, epoch, EdgeKind.VENUE, VENUE_ID));
        children.values().stream().filter(child -> !child.isEnded()).forEach(this::tell);
        port.event(new VenueStandingTold(VENUE_ID, epoch, prefix));
        return port;
    }

    private void tell(final Child child) {
        if (child.acknowledged) {
            port.event(new VenueOrderOpen(
                    VENUE_ID,
                    child.childOrderId,
                    child.clOrdId,
                    "",
                    child.childOrderId,
                    "ACC",
                    VenueAdapterContractTest.SYMBOL,
                    PRICE_SCALE,
                    QTY_SCALE,
                    child.side,
                    OrdType.LIMIT,
                    child.timeInForce,
                    child.orderQty,
                    child.price,
                    child.cumQty()));
        } else {
            port.event(requested(child, true));
        }
        if (child.replace != null) {
            final VenueReplaceRequested r = child.replace;
            port.event(replaceOf(child, r.revision(), r.orderQty(), r.price(), true));
        }
        if (child.cancelRequested) {
            port.event(cancelOf(child));
        }
    }

    /** Asks for an order. {@return it} */
    public Child order(final Side side, final TimeInForce timeInForce, final long orderQty, final long price) {
        final Child child = new Child(children.size() + 1, side, timeInForce);
        child.orderQty = orderQty;
        child.price = price;
        child.clOrdId = VenueClOrdIds.of(prefix, child.childOrderId, 0);
        children.put(child.childOrderId, child);
        port.event(requested(child, false));
        return child;
    }

    /** Asks to cancel an order. */
    public void cancel(final Child child) {
        child.cancelRequested = true;
        port.event(cancelOf(child));
    }

    /** Asks for another quantity. */
    public void replace(final Child child, final long orderQty) {
        if (child.replace == null && child.acknowledged && !child.cancelRequested && !child.isEnded()) {
            child.revision++;
            child.replace = replaceOf(child, child.revision, orderQty, child.price, false);
            port.event(child.replace);
        }
    }

    private VenueOrderRequested requested(final Child child, final boolean again) {
        return new VenueOrderRequested(
                VENUE_ID,
                child.childOrderId,
                child.clOrdId,
                child.childOrderId,
                "ACC",
                VenueAdapterContractTest.SYMBOL,
                PRICE_SCALE,
                QTY_SCALE,
                child.side,
                OrdType.LIMIT,
                child.timeInForce,
                child.orderQty,
                child.price,
                again);
    }

    private VenueCancelRequested cancelOf(final Child child) {
        return new VenueCancelRequested(
                VENUE_ID,
                child.childOrderId,
                1,
                child.clOrdId,
                "",
                VenueAdapterContractTest.SYMBOL,
                child.side,
                QTY_SCALE,
                child.orderQty);
    }

    private VenueReplaceRequested replaceOf(
            final Child child, final int revision, final long orderQty, final long price, final boolean again) {
        return new VenueReplaceRequested(
                VENUE_ID,
                child.childOrderId,
                revision,
                VenueClOrdIds.of(prefix, child.childOrderId, revision),
                child.clOrdId,
                "",
                child.childOrderId,
                "ACC",
                VenueAdapterContractTest.SYMBOL,
                PRICE_SCALE,
                QTY_SCALE,
                child.side,
                OrdType.LIMIT,
                child.timeInForce,
                orderQty,
                price,
                again);
    }

    /** {@return every order ever asked for} */
    public List<Child> children() {
        return List.copyOf(children.values());
    }

    /** {@return how the edge says that the venue is} */
    public VenueState state() {
        return state;
    }

    /** {@return what was said that cannot be} */
    public List<String> faults() {
        return faults;
    }

    private void take(final Command command) {
        if (command instanceof VenueStatus status) {
            state = status.state();
        } else if (command instanceof VenueOrderAccepted accepted) {
            children.get(accepted.childOrderId()).acknowledged = true;
        } else if (command instanceof VenueOrderRejected rejected) {
            final Child child = children.get(rejected.childOrderId());
            if (child.acknowledged || !child.fills.isEmpty()) {
                faults.add(child + " is rejected after it lived: " + rejected);
            }
            child.rejected = true;
            child.rejectText = rejected.reason() + " " + rejected.text();
        } else if (command instanceof VenueFill fill) {
            onFill(fill);
        } else if (command instanceof VenueOrderClosed closed) {
            onClosed(closed);
        } else if (command instanceof VenueOrderReplaced replaced) {
            onReplaced(replaced);
        } else if (command instanceof VenueReplaceRejected rejected) {
            final Child child = children.get(rejected.childOrderId());
            if (child.replace != null && child.replace.revision() == rejected.revision()) {
                child.replace = null;
            }
        } else if (command instanceof VenueCancelRejected rejected && !rejected.orderUnknown()) {
            children.get(rejected.childOrderId()).cancelRequested = false;
        } else if (command instanceof VenueOrderInDoubt doubt && !children.containsKey(doubt.childOrderId())) {
            faults.add("doubt about nothing: " + doubt);
        }
    }

    private void onFill(final VenueFill fill) {
        final Child child = children.get(fill.childOrderId());
        if (child == null) {
            faults.add("fill of a stranger: " + fill);
            return;
        }
        if (child.rejected) {
            faults.add(child + " is filled after its reject: " + fill);
        }
        child.fills.put(fill.venueExecId(), Decimals.rescale(fill.lastQty(), QTY_SCALE));
    }

    private void onClosed(final VenueOrderClosed closed) {
        final Child child = children.get(closed.childOrderId());
        final Decimal cumQty = closed.cumQty();
        child.closedAs = closed.closedAs();
        child.closedCumQty = cumQty.isPresent() ? Decimals.rescale(cumQty, QTY_SCALE) : child.cumQty();
    }

    private void onReplaced(final VenueOrderReplaced replaced) {
        final Child child = children.get(replaced.childOrderId());
        if (child.replace != null && child.replace.revision() == replaced.revision()) {
            child.clOrdId = child.replace.venueClOrdId();
            child.orderQty = child.replace.orderQty();
            child.replace = null;
        }
    }

    /** Commands go into the log one duty cycle after they were said; what an older start says has no effect. */
    private final class Port extends PlayedPort {
        Port() {
            super(EDGE_ID, PlayedCore.this.epoch);
            acknowledges = false;
        }

        @Override
        public int poll(final EventFragmentHandler handler, final int limit) {
            if (port != this) {
                return 0;
            }
            takeSaid().forEach(PlayedCore.this::take);
            acknowledgeAll();
            return super.poll(handler, limit);
        }

        @Override
        public void close() {
            takeSaid();
            super.close();
        }
    }
}
