package io.weir.benchmarks.core;

import io.weir.core.OmsCore;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.VenueFill;
import io.weir.protocol.command.VenueOrderAccepted;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.VenueOrderRequested;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;

/**
 * A core with one market, one client logged on and its venues up, and the edges around it that number what they say. Time is
 * that of the log and goes on with every command. For one thread.
 */
public final class CoreWorld {
    private static final int OPS_EDGE = 1;
    private static final int ACCEPTOR_EDGE = 2;
    private static final int FIRST_VENUE_EDGE = 10;
    private static final int EPOCH = 1;
    private static final int HEART_BT_INT_S = 30;
    private static final long START_NS = 1_795_348_800_000_000_000L;
    private static final long STEP_NS = 1_000;
    private static final long STATUS_NS = 1_000_000_000L;
    private static final long CONNECTION = ConnectionId.of(ACCEPTOR_EDGE, EPOCH, 1);
    private static final Decimal ORDER_QTY = new Decimal(1_000, CoreMarket.QTY_SCALE);

    /** Buys wait below the market on so many prices. */
    private static final int PRICES = 1_024;

    private static final long LOWEST_PX = CoreMarket.MIDDLE_PX - 100_000;

    private final MeasuredJournal journal;
    private final OmsCore core;
    private final CommandReader reader = new CommandReader();
    private final CommandTape tape = new CommandTape();
    private final int venues;
    private final long[] seqs;
    private long timeNs = START_NS;
    private long nextStatusNs = START_NS + STATUS_NS;
    private long msgSeqNum = 1;
    private long orders;
    private long fills;

    /**
     * Makes a world in which orders can come.
     *
     * @param venues 1 to 32, each with a book of ten levels a side.
     */
    public CoreWorld(final int venues) {
        this(venues, true);
    }

    /**
     * Makes a world in which orders can come.
     *
     * @param venues 1 to 32, each with a book of ten levels a side.
     * @param writes whether events become bytes; else they are only counted.
     */
    public CoreWorld(final int venues, final boolean writes) {
        this.journal = new MeasuredJournal(writes);
        this.core = new OmsCore(journal);
        this.venues = venues;
        this.seqs = new long[FIRST_VENUE_EDGE + venues + 1];
        begin();
    }

    private void begin() {
        start(OPS_EDGE, EdgeKind.OPS, "");
        CoreMarket.definitions(venues).forEach(command -> say(OPS_EDGE, command));
        start(ACCEPTOR_EDGE, EdgeKind.ACCEPTOR, "");
        for (int id = 1; id <= venues; id++) {
            start(FIRST_VENUE_EDGE + id, EdgeKind.VENUE, CoreMarket.venue(id));
            say(FIRST_VENUE_EDGE + id, CoreMarket.status(id));
            say(FIRST_VENUE_EDGE + id, CoreMarket.quotes(id));
        }
        say(ACCEPTOR_EDGE, new LogonReceived(fix(), CoreMarket.CLIENT, HEART_BT_INT_S, false, 0));
        play();
    }

    private void start(final int edgeId, final EdgeKind kind, final String name) {
        timeNs += STEP_NS;
        tape.add(new EdgeStart(edgeId, kind, name), edgeId, 0, 0, timeNs);
    }

    private void say(final int edgeId, final Command command) {
        timeNs += STEP_NS;
        tape.add(command, edgeId, EPOCH, ++seqs[edgeId], timeNs);
    }

    private FixHeader fix() {
        return new FixHeader(CONNECTION, msgSeqNum++, false, false, timeNs);
    }

    /** {@return the core, for snapshots} */
    OmsCore core() {
        return core;
    }

    /** {@return what the core has said} */
    public MeasuredJournal journal() {
        return journal;
    }

    /** {@return commands that wait to be played} */
    public CommandTape tape() {
        return tape;
    }

    /** Plays the commands that wait, and forgets them. */
    public void play() {
        tape.play(reader, core);
        tape.clear();
    }

    /** As {@link #play}. {@return the longest time on a core that one command has taken, in ns} */
    long playEach() {
        final long longestNs = tape.playEach(reader, core);
        tape.clear();
        return longestNs;
    }

    /**
     * Writes new orders: small buys that stay open below the market.
     *
     * @param count how many.
     */
    public void writeNewOrders(final int count) {
        for (int i = 0; i < count; i++) {
            saySteadily();
            say(ACCEPTOR_EDGE, newOrder());
        }
    }

    /** Venues tell every second of the log's time how they are, as their edges do. */
    private void saySteadily() {
        if (timeNs >= nextStatusNs) {
            nextStatusNs += STATUS_NS;
            for (int id = 1; id <= venues; id++) {
                say(FIRST_VENUE_EDGE + id, CoreMarket.status(id));
            }
        }
    }

    private NewOrderSingle newOrder() {
        orders++;
        return new NewOrderSingle(
                fix(),
                "CLIENT-" + (10_000_000 + orders),
                "",
                CoreMarket.SYMBOL,
                Side.BUY,
                OrdType.LIMIT,
                TimeInForce.GOOD_TILL_CANCEL,
                ORDER_QTY,
                new Decimal(LOWEST_PX + orders % PRICES, CoreMarket.PRICE_SCALE),
                "");
    }

    /**
     * Writes that a venue has taken an order.
     *
     * @param order as the core has asked for it.
     */
    public void writeAccepted(final VenueOrderRequested order) {
        say(
                FIRST_VENUE_EDGE + order.venueId(),
                new VenueOrderAccepted(
                        order.venueId(), order.childOrderId(), Long.toString(40_000_000_000L + order.childOrderId())));
    }

    /**
     * Writes that a venue has traded all of an order.
     *
     * @param order as the core has asked for it.
     */
    public void writeFilled(final VenueOrderRequested order) {
        final Decimal px = new Decimal(order.price(), order.priceScale());
        final Decimal fee = new Decimal(order.price() / 100, order.priceScale() + 3);
        say(
                FIRST_VENUE_EDGE + order.venueId(),
                new VenueFill(
                        order.venueId(),
                        order.childOrderId(),
                        order.venueClOrdId(),
                        Long.toString(50_000_000_000L + ++fills),
                        order.symbol(),
                        order.side(),
                        new Decimal(order.orderQty(), order.qtyScale()),
                        px,
                        fee,
                        "USD",
                        timeNs));
    }
}
