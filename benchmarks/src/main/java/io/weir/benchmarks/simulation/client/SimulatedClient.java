package io.weir.benchmarks.simulation.client;

import io.weir.benchmarks.simulation.Trace;
import io.weir.benchmarks.simulation.Violation;
import io.weir.benchmarks.simulation.time.Timeline;
import io.weir.benchmarks.simulation.wire.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A client's FIX engine over a simulated connection. */
public final class SimulatedClient {
    private static final String ADMINISTRATIVE = "";
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final long NS = 1_000_000_000L;

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

    private final String compId;
    private final String targetCompId;
    private final Timeline timeline;
    private final Random random;
    private final Trace trace;
    private final Network network;
    private final boolean resetsAlways;
    private final boolean holds;
    private final OrderBook book;

    private final TreeMap<Long, Sent> sent = new TreeMap<>();
    private final TreeMap<Long, FixLine> held = new TreeMap<>();
    private final StringBuilder inbox = new StringBuilder();
    private final ByteBuffer buffer = ByteBuffer.allocate(4_096);

    private Wire wire;
    private boolean loggedOn;
    private boolean logoutSent;
    private boolean resetPending;
    private boolean uses789;
    private boolean calm;
    private long expectedIn = 1;
    private long nextOut = 1;
    private long gapTop;
    private long heartBtIntS = 5;
    private long lastSentNs;
    private long lastReceivedNs;
    private long lastAskedNs;
    private long notReadingUntilNs;
    private int requests;
    private int logons;

    /** A message that was sent: its type and body. */
    private record Sent(String msgType, String body, String clOrdId, String sendingTime) {}

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
        this.compId = compId;
        this.targetCompId = targetCompId;
        this.timeline = timeline;
        this.random = random;
        this.trace = trace;
        this.network = network;
        this.resetsAlways = resetsAlways;
        this.holds = random.nextBoolean();
        this.book = new OrderBook(compId, witness);
    }

    /** {@return SenderCompID(49)} */
    public String compId() {
        return compId;
    }

    /** {@return what it knows of its orders} */
    public OrderBook book() {
        return book;
    }

    /** {@return how many Logons it said} */
    public int logons() {
        return logons;
    }

    /** {@return whether it has its session, and no request of its own is open} */
    public boolean isInStep() {
        return loggedOn && !logoutSent && gapTop < expectedIn && !resetPending;
    }

    /** From now on it does nothing odd. */
    public void calmDown() {
        calm = true;
        notReadingUntilNs = 0;
        poll();
    }

    /** {@return facts of the session, for a trace} */
    @Override
    public String toString() {
        return compId + " nextOut=" + nextOut + " expectedIn=" + expectedIn + " connected=" + (wire != null)
                + " loggedOn=" + loggedOn + " logoutSent=" + logoutSent + " resetPending=" + resetPending + " gapTop="
                + gapTop;
    }

    private void note(final String what) {
        trace.add(compId, () -> what);
    }

    // ------------------------------------------------------------------ connecting

    /** Time goes by: connects, keeps the session alive, gives up what is dead. */
    public void tick() {
        final long nowNs = timeline.nowNs();
        poll();
        if (wire == null) {
            logOn();
        } else if (nowNs - lastReceivedNs > (loggedOn ? 3 * heartBtIntS * NS : 8 * NS)) {
            note("hears nothing and breaks off");
            end();
        } else if (isLoggedOn() && nowNs - lastSentNs > heartBtIntS * NS) {
            say("0", ADMINISTRATIVE);
        }
    }

    private boolean isLoggedOn() {
        return loggedOn && !logoutSent;
    }

    private void logOn() {
        wire = network.connect(this);
        if (wire == null) {
            return;
        }
        logons++;
        inbox.setLength(0);
        held.clear();
        loggedOn = false;
        logoutSent = false;
        gapTop = 0;
        lastReceivedNs = timeline.nowNs();
        lastAskedNs = 0;
        uses789 = random.nextInt(3) == 0;
        heartBtIntS = 2 + random.nextInt(8);
        final boolean reset = resetsAlways || resetPending || !calm && random.nextInt(20) == 0;
        expectedIn = reset ? 1 : expectedIn;
        sayLogon(reset);
    }

    private void sayLogon(final boolean reset) {
        if (reset) {
            sent.values().forEach(this::giveUp);
            sent.clear();
            nextOut = 1;
        }
        resetPending = reset;
        final boolean tells = uses789;
        say(
                "A",
                field(98, "0")
                        + field(108, Long.toString(heartBtIntS))
                        + (reset ? field(141, "Y") : "")
                        + (tells ? field(789, Long.toString(expectedIn)) : ""));
    }

    private void giveUp(final Sent message) {
        if (!message.clOrdId().isEmpty()) {
            book.onUncertain(message.clOrdId());
        }
    }

    /** Resets within the session. */
    public void reset() {
        if (isInStep()) {
            uses789 = false;
            sayLogon(true);
        }
    }

    /** Says goodbye. A correct client then reads until it is answered, or until nothing comes any more. */
    public void logOut() {
        if (isLoggedOn()) {
            say("5", "");
            logoutSent = true;
            notReadingUntilNs = 0;
        }
    }

    /** The connection ends: broken, closed in order, or without a word; but not while a Logout waits for its answer. */
    public void breakOff() {
        if (wire != null && !logoutSent) {
            end();
        }
    }

    private void end() {
        final int how = random.nextInt(10);
        if (how < 5) {
            wire.breakOff();
        } else if (how < 8 || calm) {
            wire.close();
        } else {
            wire.vanish();
        }
        note(how < 5 ? "breaks off" : how < 8 || calm ? "closes" : "vanishes");
        onEnd();
    }

    private void onEnd() {
        wire = null;
        loggedOn = false;
        inbox.setLength(0);
        held.clear();
    }

    /**
     * Does not read for a while.
     *
     * @param pauseNs how long, ns.
     */
    public void stopReading(final long pauseNs) {
        if (logoutSent) {
            return;
        }
        notReadingUntilNs = timeline.nowNs() + pauseNs;
        timeline.in(pauseNs, this::poll);
    }

    // ------------------------------------------------------------------ saying

    private static String field(final int tag, final String value) {
        return tag + "=" + value + FixLine.SOH;
    }

    private static String utc(final long timeNs) {
        return UTC.format(Instant.ofEpochMilli(timeNs / 1_000_000));
    }

    private void say(final String msgType, final String body) {
        write(msgType, keep(msgType, body, ""), "", body);
    }

    private long keep(final String msgType, final String body, final String clOrdId) {
        final boolean application = !clOrdId.isEmpty();
        sent.put(nextOut, new Sent(application ? msgType : ADMINISTRATIVE, body, clOrdId, utc(timeline.nowNs())));
        return nextOut++;
    }

    private void write(final String msgType, final long number, final String more, final String body) {
        final byte[] bytes = FixLine.write(
                msgType,
                field(49, compId)
                        + field(56, targetCompId)
                        + field(34, Long.toString(number))
                        + more
                        + field(52, utc(timeline.nowNs())),
                body);
        writeRaw(bytes);
    }

    private void writeRaw(final byte[] bytes) {
        lastSentNs = timeline.nowNs();
        trace.add(compId, () -> "says " + new String(bytes, StandardCharsets.ISO_8859_1).replace(FixLine.SOH, '|'));
        if (wire != null && !wire.send(bytes)) {
            note("cannot send and breaks off");
            wire.breakOff();
            onEnd();
        }
    }

    /** Says an application message; it may never leave, or garbled. */
    private void request(final String msgType, final String clOrdId, final String body) {
        if (!isLoggedOn()) {
            return;
        }
        book.onSent(clOrdId);
        final String whole = field(11, clOrdId) + body + field(60, utc(timeline.nowNs()));
        final long number = keep(msgType, whole, clOrdId);
        final int fate = calm ? 99 : random.nextInt(100);
        if (fate < 2) {
            note("loses its message " + number + " " + clOrdId);
        } else if (fate < 4) {
            note("garbles its message " + number + " " + clOrdId);
            writeRaw(("8=FIX.4.4" + FixLine.SOH + "9=20" + FixLine.SOH + "35=D" + FixLine.SOH + "34=" + number
                            + FixLine.SOH + "10=000" + FixLine.SOH)
                    .getBytes(StandardCharsets.ISO_8859_1));
        } else {
            write(msgType, number, "", whole);
        }
    }

    private String nextId() {
        return compId + "-" + ++requests;
    }

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
        final long price = middle + middle / 1_000 * (random.nextInt(13) - 6);
        request(
                "D",
                nextId(),
                field(55, symbol)
                        + field(54, random.nextBoolean() ? "1" : "2")
                        + field(38, decimal(qty, 6))
                        + field(40, market ? "1" : "2")
                        + (market ? "" : field(44, decimal(price, 2)))
                        + field(59, tif));
    }

    private static String decimal(final long units, final int scale) {
        return java.math.BigDecimal.valueOf(units, scale).toPlainString();
    }

    /** Cancels an order that it knows to be open. */
    public void cancel() {
        final OrderBook.Known order = anyOpen();
        if (order != null) {
            cancel(order);
        }
    }

    private void cancel(final OrderBook.Known order) {
        request(
                "F",
                nextId(),
                field(41, order.clOrdId)
                        + field(55, order.symbol)
                        + field(54, order.side)
                        + field(38, decimal(order.orderQty, 6)));
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
        final long middle = order.symbol.startsWith("BTC") ? btcMiddle : ethMiddle;
        final long price = middle + middle / 1_000 * (random.nextInt(13) - 6);
        final long qty = Math.max(10, order.orderQty * (50 + random.nextInt(110)) / 100 / 10 * 10);
        request(
                "G",
                nextId(),
                field(41, order.clOrdId)
                        + field(55, order.symbol)
                        + field(54, order.side)
                        + field(38, decimal(qty, 6))
                        + field(40, "2")
                        + field(44, decimal(price, 2))
                        + field(59, "1"));
    }

    private OrderBook.Known anyOpen() {
        final java.util.List<OrderBook.Known> open = book.open();
        return open.isEmpty() ? null : open.get(open.size() - 1 - random.nextInt(Math.min(6, open.size())));
    }

    /** Asks how an order stands. */
    public void askStatus() {
        final OrderBook.Known order = anyOpen();
        if (order != null && isLoggedOn()) {
            final String body = field(11, order.clOrdId) + field(55, order.symbol) + field(54, order.side);
            say("H", body);
        }
    }

    /** Says a TestRequest. */
    public void test() {
        if (isLoggedOn()) {
            say("1", field(112, "T" + random.nextInt(1_000)));
        }
    }

    /** Asks for old messages in full flow. */
    public void askAgain() {
        if (isInStep() && expectedIn > 1 && timeline.nowNs() - lastAskedNs > 5 * NS) {
            lastAskedNs = timeline.nowNs();
            final long from = 1 + random.nextInt((int) expectedIn - 1);
            final long to = random.nextBoolean() ? 0 : from + random.nextInt(5);
            say("2", field(7, Long.toString(from)) + field(16, Long.toString(to)));
        }
    }

    // ------------------------------------------------------------------ hearing

    /** Reads what has arrived. */
    public void poll() {
        if (wire == null || timeline.nowNs() < notReadingUntilNs) {
            return;
        }
        int bytes = read();
        while (bytes > 0) {
            bytes = read();
        }
        work();
        if (bytes < 0 && wire != null) {
            note("sees its connection end");
            wire.breakOff();
            onEnd();
        }
    }

    private int read() {
        buffer.clear();
        final int bytes = wire.read(buffer);
        for (int i = 0; i < bytes; i++) {
            inbox.append((char) (buffer.get(i) & 0xFF));
        }
        return bytes;
    }

    private void work() {
        int length = FixLine.length(inbox);
        while (length > 0 && wire != null) {
            final FixLine message = new FixLine(inbox.substring(0, length));
            inbox.delete(0, length);
            trace.add(compId, () -> "gets " + message);
            lastReceivedNs = timeline.nowNs();
            onMessage(message);
            length = FixLine.length(inbox);
        }
    }

    private void onMessage(final FixLine message) {
        final boolean logon = message.msgType().equals("A");
        if (!loggedOn && !logon) {
            throw violation("the first word is a Logon", message);
        }
        if (logon && message.isYes(141)) {
            onReset(message);
            return;
        }
        final long number = message.number(34);
        if (number < expectedIn) {
            if (!message.isYes(43)) {
                throw violation("no message has a low number, " + expectedIn + " is expected", message);
            }
        } else if (logon) {
            onLogon(message, number);
        } else if (number == expectedIn) {
            take(message);
            takeHeld();
        } else if (gapTop >= expectedIn) {
            gapTop = Math.max(gapTop, number);
            if (holds) {
                held.putIfAbsent(number, message);
            }
        } else {
            throw violation(
                    "no message has a high number where nothing was lost, " + expectedIn + " is expected", message);
        }
    }

    private void onReset(final FixLine message) {
        if (!resetPending || message.number(34) != 1 || uses789 != message.has(789)) {
            throw violation("nobody resets unasked", message);
        }
        resetPending = false;
        loggedOn = true;
        expectedIn = 2;
        gapTop = 0;
        held.clear();
    }

    private void onLogon(final FixLine message, final long number) {
        if (loggedOn || resetPending) {
            throw violation("no Logon too many", message);
        }
        loggedOn = true;
        if (number == expectedIn) {
            expectedIn++;
            return;
        }
        gapTop = number;
        if (!uses789) {
            say("2", field(7, Long.toString(expectedIn)) + field(16, "0"));
        }
    }

    private void takeHeld() {
        while (!held.isEmpty() && held.firstKey() <= expectedIn) {
            final FixLine message = held.pollFirstEntry().getValue();
            if (message.number(34) == expectedIn) {
                take(message);
            }
        }
    }

    private void take(final FixLine message) {
        if (message.isYes(123)) {
            if (message.number(36) <= message.number(34) || !message.isYes(43)) {
                throw violation("a gap fill fills a gap", message);
            }
            expectedIn = message.number(36);
            return;
        }
        expectedIn++;
        switch (message.msgType()) {
            case "8" -> book.onReport(message);
            case "9" -> book.onCancelReject(message);
            case "2" -> sendAgain(message.number(7));
            case "1" -> say("0", field(112, message.text(112)));
            case "5" -> onLogout(message);
            case "0" -> {}
            default -> throw violation("no correct message is rejected", message);
        }
    }

    private void onLogout(final FixLine message) {
        if (!logoutSent) {
            throw violation("no correct client is logged out", message);
        }
        final boolean waits = random.nextBoolean();
        if (waits) {
            wire.close();
            onEnd();
        }
    }

    private void sendAgain(final long from) {
        long gapFrom = 0;
        for (final Map.Entry<Long, Sent> entry : new TreeMap<>(sent.tailMap(from, true)).entrySet()) {
            final long number = entry.getKey();
            final Sent message = entry.getValue();
            final boolean withdraws = !calm && random.nextInt(25) == 0;
            if (message.msgType().equals(ADMINISTRATIVE) || withdraws) {
                gapFrom = gapFrom == 0 ? number : gapFrom;
                giveUp(message);
                continue;
            }
            fillGap(gapFrom, number);
            gapFrom = 0;
            write(message.msgType(), number, possDup(message.sendingTime()), message.body());
        }
        fillGap(gapFrom, nextOut);
    }

    private static String possDup(final String origSendingTime) {
        return field(43, "Y") + field(122, origSendingTime);
    }

    private void fillGap(final long from, final long newSeqNo) {
        if (from != 0) {
            write("4", from, possDup(utc(timeline.nowNs())), field(123, "Y") + field(36, Long.toString(newSeqNo)));
        }
    }

    private Violation violation(final String law, final FixLine message) {
        return new Violation(law, compId, compId + " gets " + message);
    }
}
