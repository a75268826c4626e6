package io.weir.core.order;

import io.weir.core.Outbox;
import io.weir.core.time.CoreClock;
import io.weir.core.venue.VenueStateDesk;
import io.weir.protocol.command.AdjustBalance;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.DefineAccount;
import io.weir.protocol.command.DefineInstrument;
import io.weir.protocol.command.DefineListing;
import io.weir.protocol.command.DefineVenue;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.PriceLevel;
import io.weir.protocol.command.VenueCancelRejected;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.command.VenueOrderClosed;
import io.weir.protocol.command.VenueOrderInDoubt;
import io.weir.protocol.command.VenueOrderRejected;
import io.weir.protocol.command.VenueOrderReplaced;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueQuotes;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueReplaceRejected;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.command.VenueStatus;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import java.util.ArrayList;
import java.util.List;

/**
 * A trading desk with recorders around it, said to in a trader's words. {@link #open} has two venues, ALPHA (1, replaces) and
 * BETA (2, does not), BTC-USD around 50,000 at both, and money.
 */
final class TradingKit {
    static final int ALPHA = 1;
    static final int BETA = 2;
    static final long START_NS = 1_795_348_800_000_000_000L;
    static final String BTC = "BTC-USD";

    final Recorder recorder = new Recorder();
    final CoreClock clock = new CoreClock();
    final TradingDesk desk;
    private final Outbox outbox;
    private long seq;

    private final int maxClosed;

    TradingKit() {
        this(Orders.MAX_CLOSED);
    }

    private TradingKit(final int maxClosed) {
        this.maxClosed = maxClosed;
        outbox = new Outbox(recorder, clock);
        desk = new TradingDesk(outbox, clock, recorder, recorder, maxClosed);
        clock.advance(START_NS);
    }

    static TradingKit open() {
        return open(Orders.MAX_CLOSED);
    }

    static TradingKit open(final int maxClosed) {
        final TradingKit kit = new TradingKit(maxClosed);
        kit.defineBtc("0.01", 1000);
        kit.desk.onDefineVenue(new DefineVenue("ALPHA", true, 1_000, 1_000, 100_000));
        kit.desk.onDefineVenue(new DefineVenue("BETA", false, 1_000, 1_000, 100_000));
        for (final String venue : List.of("ALPHA", "BETA")) {
            kit.desk.onDefineListing(
                    new DefineListing(venue, BTC, dec("0.01"), dec("0.00001"), dec("0.00001"), dec("1")));
        }
        kit.desk.onDefineAccount(new DefineAccount("ACC", 1_000, dec("10000000")));
        kit.desk.onDefineAccount(new DefineAccount("ACC2", 2, dec("1000000")));
        kit.desk.onDefineAccount(new DefineAccount("POOR", 1_000, dec("10000000")));
        kit.fund("ACC", "1000000", "100");
        kit.fund("ACC2", "1000000", "100");
        kit.up(ALPHA);
        kit.up(BETA);
        kit.quote(ALPHA, "49999.99", "50000.00");
        kit.quote(BETA, "49999.98", "50000.01");
        while (kit.desk.onTick()) {
            kit.recorder.events.clear();
        }
        kit.recorder.events.clear();
        return kit;
    }

    void defineBtc(final String tick, final int collarBps) {
        desk.onDefineInstrument(new DefineInstrument(
                BTC, "BTC", "USD", 2, 6, dec(tick), dec("0.00001"), dec("0.00001"), dec("1000"), dec("1"), collarBps));
    }

    private void fund(final String account, final String usd, final String btc) {
        for (final String venue : List.of("ALPHA", "BETA")) {
            desk.onAdjustBalance(new AdjustBalance(account, venue, "USD", dec(usd), account + venue + "USD"));
            desk.onAdjustBalance(new AdjustBalance(account, venue, "BTC", dec(btc), account + venue + "BTC"));
        }
    }

    /** A second desk that begins with this one's snapshot. */
    TradingKit copy() {
        final ListSnapshot snapshot = new ListSnapshot();
        writeTo(snapshot);
        return readFrom(snapshot);
    }

    /** A second desk that begins with a snapshot of this one. */
    TradingKit readFrom(final ListSnapshot snapshot) {
        final TradingKit copy = new TradingKit(maxClosed);
        snapshot.reading();
        copy.clock.readFrom(snapshot);
        copy.recorder.readFrom(snapshot);
        copy.desk.readFrom(snapshot);
        copy.seq = seq;
        if (!snapshot.isReadUp()) {
            throw new IllegalStateException("the snapshot has more than was read");
        }
        return copy;
    }

    List<Object> snapshot() {
        final ListSnapshot snapshot = new ListSnapshot();
        writeTo(snapshot);
        return snapshot.values();
    }

    void writeTo(final ListSnapshot snapshot) {
        clock.writeTo(snapshot);
        recorder.writeTo(snapshot);
        desk.writeTo(snapshot);
    }

    static Decimal dec(final String text) {
        return text.isEmpty() ? Decimal.ABSENT : Decimals.parse(text);
    }

    /** What was said since the last call, a line each. */
    List<String> take() {
        final List<String> lines = new ArrayList<>();
        for (final Event event : recorder.events) {
            lines.add(Told.text(event));
        }
        recorder.events.clear();
        return lines;
    }

    /** Text(58) of the last report. */
    String lastText() {
        for (int i = recorder.events.size() - 1; i >= 0; i--) {
            if (recorder.events.get(i) instanceof ExecutionReport) {
                return ((ExecutionReport) recorder.events.get(i)).text();
            }
        }
        return "";
    }

    /** Time in service goes by, a second at most between two messages. */
    void after(final long ms) {
        for (long left = ms; left > 0; left -= 1_000) {
            clock.advance(clock.wallNs() + Math.min(left, 1_000) * 1_000_000);
        }
    }

    /** The log stands still for so long. */
    void outage(final long ms) {
        clock.advance(clock.wallNs() + ms * 1_000_000);
    }

    private void command() {
        outbox.causedBy(new CommandHeader(9, 1, ++seq, clock.wallNs()));
    }

    List<String> tick() {
        outbox.causedByTimer();
        while (desk.onTick()) {
            outbox.causedByTimer();
        }
        return take();
    }

    FixHeader fix(final boolean possResend) {
        command();
        return new FixHeader(1, seq, false, possResend, clock.wallNs());
    }

    List<String> order(final NewOrderSingle request) {
        desk.onNewOrderSingle(1, request);
        return take();
    }

    NewOrderSingle limit(final String clOrdId, final Side side, final String qty, final String px) {
        return limit(clOrdId, side, qty, px, TimeInForce.GOOD_TILL_CANCEL);
    }

    NewOrderSingle limit(
            final String clOrdId, final Side side, final String qty, final String px, final TimeInForce tif) {
        return new NewOrderSingle(fix(false), clOrdId, "", BTC, side, OrdType.LIMIT, tif, dec(qty), dec(px), "");
    }

    NewOrderSingle market(final String clOrdId, final Side side, final String qty) {
        return new NewOrderSingle(
                fix(false), clOrdId, "", BTC, side, OrdType.MARKET, TimeInForce.DAY, dec(qty), Decimal.ABSENT, "");
    }

    List<String> cancel(final String clOrdId, final String origClOrdId, final Side side) {
        desk.onOrderCancelRequest(1, new OrderCancelRequest(fix(false), clOrdId, origClOrdId, "", BTC, side));
        return take();
    }

    List<String> replace(
            final String clOrdId, final String origClOrdId, final Side side, final String qty, final String px) {
        desk.onOrderCancelReplaceRequest(
                1,
                new OrderCancelReplaceRequest(
                        fix(false),
                        clOrdId,
                        origClOrdId,
                        "",
                        "",
                        BTC,
                        side,
                        OrdType.LIMIT,
                        TimeInForce.GOOD_TILL_CANCEL,
                        dec(qty),
                        dec(px),
                        ""));
        return take();
    }

    List<String> status(final String clOrdId, final Side side) {
        desk.onOrderStatusRequest(1, new OrderStatusRequest(fix(false), clOrdId, "", BTC, side, "Q"));
        return take();
    }

    void up(final int venueId) {
        state(venueId, VenueState.UP);
    }

    /** It went away so long ago that nothing waits for it any more. */
    void gone(final int venueId) {
        state(venueId, VenueState.DOWN);
        after(VenueStateDesk.RECOVERY_NS / 1_000_000);
    }

    void state(final int venueId, final VenueState state) {
        command();
        desk.onVenueStatus(new VenueStatus(venueId, state, venueId * 1_000_000L, 10_000, "test"));
    }

    void quote(final int venueId, final String bid, final String ask) {
        command();
        final List<PriceLevel> bids = bid.isEmpty() ? List.of() : List.of(new PriceLevel(dec(bid), dec("5")));
        final List<PriceLevel> asks = ask.isEmpty() ? List.of() : List.of(new PriceLevel(dec(ask), dec("5")));
        desk.onVenueQuotes(
                new VenueQuotes(venueId, List.of(new VenueQuote(BTC, !bid.isEmpty() || !ask.isEmpty(), bids, asks))));
    }

    List<String> edgeStarted(final int venueId, final int epoch) {
        command();
        desk.onEdgeStarted(new EdgeStarted(9, epoch, 77, EdgeKind.VENUE, venueId));
        return take();
    }

    List<String> accepted(final int venueId, final long childOrderId) {
        command();
        desk.onVenueOrderAccepted(new VenueOrderAccepted(venueId, childOrderId, "V" + childOrderId));
        return take();
    }

    List<String> rejected(final int venueId, final long childOrderId, final VenueRejectReason reason) {
        command();
        desk.onVenueOrderRejected(new VenueOrderRejected(venueId, childOrderId, reason, "no"));
        return take();
    }

    List<String> fill(
            final int venueId,
            final long childOrderId,
            final String execId,
            final Side side,
            final String qty,
            final String px) {
        return fill(venueId, childOrderId, execId, side, qty, px, "0", "");
    }

    List<String> fill(
            final int venueId,
            final long childOrderId,
            final String execId,
            final Side side,
            final String qty,
            final String px,
            final String commission,
            final String currency) {
        command();
        desk.onVenueFill(new VenueFill(
                venueId,
                childOrderId,
                "W-" + childOrderId,
                execId,
                BTC,
                side,
                dec(qty),
                dec(px),
                dec(commission),
                currency,
                clock.wallNs()));
        return take();
    }

    List<String> closed(final int venueId, final long childOrderId, final VenueClosedAs as, final String cumQty) {
        command();
        desk.onVenueOrderClosed(new VenueOrderClosed(venueId, childOrderId, as, dec(cumQty), "bye"));
        return take();
    }

    List<String> cancelRejected(final int venueId, final long childOrderId, final boolean unknown) {
        command();
        desk.onVenueCancelRejected(new VenueCancelRejected(venueId, childOrderId, unknown, "no"));
        return take();
    }

    List<String> replaced(final int venueId, final long childOrderId, final int revision) {
        command();
        desk.onVenueOrderReplaced(
                new VenueOrderReplaced(venueId, childOrderId, revision, "V" + childOrderId + "R" + revision));
        return take();
    }

    List<String> replaceRejected(final int venueId, final long childOrderId, final int revision) {
        command();
        desk.onVenueReplaceRejected(new VenueReplaceRejected(venueId, childOrderId, revision, "no"));
        return take();
    }

    List<String> inDoubt(final int venueId, final long childOrderId) {
        command();
        desk.onVenueOrderInDoubt(new VenueOrderInDoubt(venueId, childOrderId, "timeout"));
        return take();
    }
}
