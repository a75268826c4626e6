package io.weir.benchmarks.simulation.client;

import static io.weir.benchmarks.simulation.client.FixLine.field;

import io.weir.benchmarks.simulation.Trace;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.benchmarks.simulation.wire.Wire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/** A client that trades over a simulated connection: its requests, its FIX session, and what it knows of its orders. */
public final class SimulatedClient {
    /** How it connects. */
    public interface Network {
        /**
         * Connects to an acceptor that is there.
         *
         * @param client whose source address it is.
         * @return the connection, null if nobody answers.
         */
        Wire connect(SimulatedClient client);
    }

    private final Party party;
    private final Random random;
    private final Network network;
    private final OrderBook book;
    private final ClientSession session;
    private int requests;

    /**
     * A client that is not connected.
     *
     * @param compId       SenderCompID(49).
     * @param targetCompId TargetCompID(56).
     * @param timeline     of the simulation.
     * @param random       of this client.
     * @param trace        to note in.
     * @param network      to connect by.
     * @param witness      knows what the core has said.
     * @param resetsAlways ResetSeqNumFlag(141)=Y at every Logon.
     */
    public SimulatedClient(
            final String compId,
            final String targetCompId,
            final Timeline timeline,
            final Random random,
            final Trace trace,
            final Network network,
            final Witness witness,
            final boolean resetsAlways) {
        this.party = new Party(compId, targetCompId, timeline, random, trace);
        this.random = random;
        this.network = network;
        this.book = new OrderBook(compId, witness);
        this.session = new ClientSession(party, resetsAlways, book::onMessage, book::onUncertain);
    }

    /** {@return SenderCompID(49)} */
    public String compId() {
        return party.compId();
    }

    /** {@return what it knows of its orders} */
    public OrderBook book() {
        return book;
    }

    /** {@return facts of the session, for a trace} */
    @Override
    public String toString() {
        return session.toString();
    }

    // ------------------------------------------------------------------ its session

    /** {@return how many Logons it said} */
    public int logons() {
        return session.logons();
    }

    /** {@return whether it has its session, and no request of its own is open} */
    public boolean isInStep() {
        return session.isInStep();
    }

    /** From now on it does nothing odd. */
    public void calmDown() {
        session.calmDown();
    }

    /** Time goes by: connects, keeps the session alive, gives up what is dead. */
    public void tick() {
        session.tick(() -> network.connect(this));
    }

    /** Reads what has arrived. */
    public void poll() {
        session.poll();
    }

    /** Resets within the session. */
    public void reset() {
        session.reset();
    }

    /** Says goodbye. */
    public void logOut() {
        session.logOut();
    }

    /** The connection ends: broken, closed in order, or without a word. */
    public void breakOff() {
        session.breakOff();
    }

    /**
     * Does not read for a while.
     *
     * @param pauseNs how long, ns.
     */
    public void stopReading(final long pauseNs) {
        session.stopReading(pauseNs);
    }

    /** Asks for old messages in full flow. */
    public void askAgain() {
        session.askAgain();
    }

    /** Says a TestRequest. */
    public void test() {
        if (session.isLoggedOn()) {
            session.say("1", field(112, "T" + random.nextInt(1_000)));
        }
    }

    // ------------------------------------------------------------------ its requests

    /**
     * Sends an order.
     *
     * @param symbol   Symbol(55).
     * @param middle   of its market, at 2 digits.
     * @param unitSize OrderQty(38) is some of these, at 6 digits.
     */
    public void order(final String symbol, final long middle, final long unitSize) {
        final boolean market = random.nextInt(10) == 0;
        final String tif = market ? "3" : Character.toString("011134".charAt(random.nextInt(6)));
        final long qty = unitSize * (1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 6));
        final long price = near(middle);
        request(
                "D",
                field(55, symbol)
                        + field(54, random.nextBoolean() ? "1" : "2")
                        + field(38, decimal(qty, 6))
                        + field(40, market ? "1" : "2")
                        + (market ? "" : field(44, decimal(price, 2)))
                        + field(59, tif));
    }

    /** {@return a price up to 0.6 % away} */
    private long near(final long middle) {
        return middle + middle / 1_000 * (random.nextInt(13) - 6);
    }

    private static String decimal(final long units, final int scale) {
        return BigDecimal.valueOf(units, scale).toPlainString();
    }

    /** Cancels an order that it knows to be open. */
    public void cancel() {
        final OrderBook.Known order = anyOpen();
        if (order != null) {
            cancel(order);
        }
    }

    private void cancel(final OrderBook.Known order) {
        request("F", field(41, order.clOrdId) + instrument(order) + field(38, decimal(order.orderQty, 6)));
    }

    /** Cancels everything that it knows to be open. */
    public void cancelAll() {
        book.open().forEach(this::cancel);
    }

    /**
     * Replaces an order that it knows to be open.
     *
     * @param btcMiddle of the market of BTC-USD, at 2 digits.
     * @param ethMiddle of the market of ETH-USD, at 2 digits.
     */
    public void replace(final long btcMiddle, final long ethMiddle) {
        final OrderBook.Known order = anyOpen();
        if (order == null) {
            return;
        }
        final long price = near(order.symbol.startsWith("BTC") ? btcMiddle : ethMiddle);
        final long qty = Math.max(10, order.orderQty * (50 + random.nextInt(110)) / 100 / 10 * 10);
        request(
                "G",
                field(41, order.clOrdId)
                        + instrument(order)
                        + field(38, decimal(qty, 6))
                        + field(40, "2")
                        + field(44, decimal(price, 2))
                        + field(59, "1"));
    }

    /** Asks how an order stands. */
    public void askStatus() {
        final OrderBook.Known order = anyOpen();
        if (order != null && session.isLoggedOn()) {
            session.say("H", field(11, order.clOrdId) + instrument(order));
        }
    }

    private static String instrument(final OrderBook.Known order) {
        return field(55, order.symbol) + field(54, order.side);
    }

    private OrderBook.Known anyOpen() {
        final List<OrderBook.Known> open = book.open();
        return open.isEmpty() ? null : open.get(open.size() - 1 - random.nextInt(Math.min(6, open.size())));
    }

    /** Says a request with an id of its own; where there is no session it is not made, and its id is lost. */
    private void request(final String msgType, final String body) {
        final String clOrdId = party.compId() + "-" + ++requests;
        if (session.isLoggedOn()) {
            book.onSent(clOrdId);
            session.request(msgType, clOrdId, field(11, clOrdId) + body + field(60, party.utcNow()));
        }
    }
}
