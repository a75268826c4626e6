package io.weir.benchmarks.simulation.client;

import static io.weir.benchmarks.simulation.client.FixLine.field;

import io.weir.benchmarks.simulation.wire.Wire;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A client's FIX session: Logon, heartbeats, resets, ResendRequests, Logout, and the ends of its line. It judges what the
 * counterparty does with the session; what a message is about is no matter of its.
 */
final class ClientSession {
    private static final long NS = 1_000_000_000L;

    private final Party party;
    private final boolean resetsAlways;
    private final ClientLine line;
    private final ClientOutbox outbox;
    private final ClientInbox inbox;
    private final Consumer<FixLine> application;

    private boolean hasLogon;
    private boolean logoutSent;
    private boolean resetPending;
    private boolean uses789;
    private boolean calm;
    private long heartBtIntS = 5;
    private long lastAskedNs;
    private int logons;

    /**
     * A session that is not connected.
     *
     * @param party        whose it is.
     * @param resetsAlways ResetSeqNumFlag(141)=Y at every Logon.
     * @param application  gets each application message in the order of its number, once.
     * @param givenUp      gets the ClOrdID(11) of each request whose number is given up, by a reset or a gap fill.
     */
    ClientSession(
            final Party party,
            final boolean resetsAlways,
            final Consumer<FixLine> application,
            final Consumer<String> givenUp) {
        this.party = party;
        this.resetsAlways = resetsAlways;
        this.application = application;
        this.line = new ClientLine(party);
        this.outbox = new ClientOutbox(party, line, givenUp);
        this.inbox = new ClientInbox(party, line::isOpen, this::onInOrder);
    }

    /** {@return how many Logons it said to a new line} */
    int logons() {
        return logons;
    }

    /** {@return whether it can say anything} */
    boolean isLoggedOn() {
        return hasSession() && !logoutSent;
    }

    private boolean hasSession() {
        return line.isOpen() && hasLogon;
    }

    /** {@return whether it is logged on and no request of its own is open} */
    boolean isInStep() {
        return isLoggedOn() && inbox.isWhole() && !resetPending;
    }

    /** From now on it does nothing odd. */
    void calmDown() {
        calm = true;
        outbox.calmDown();
        line.stopReading(0);
        poll();
    }

    @Override
    public String toString() {
        return party.compId() + " nextOut=" + outbox.next() + " expectedIn=" + inbox.expected() + " connected="
                + line.isOpen() + " loggedOn=" + hasSession() + " logoutSent=" + logoutSent + " resetPending="
                + resetPending + " gapTop=" + inbox.gapTop();
    }

    // ------------------------------------------------------------------ connecting

    /**
     * Time goes by: connects, keeps the session alive, gives up what is dead.
     *
     * @param network connects, or returns null.
     */
    void tick(final Supplier<Wire> network) {
        poll();
        if (!line.isOpen()) {
            logOn(network.get());
        } else if (line.silentNs() > (hasLogon ? 3 * heartBtIntS * NS : 8 * NS)) {
            party.note("hears nothing and breaks off");
            end();
        } else if (isLoggedOn() && line.idleNs() > heartBtIntS * NS) {
            outbox.say("0", "");
        }
    }

    private void logOn(final Wire wire) {
        if (wire == null) {
            return;
        }
        line.open(wire);
        logons++;
        hasLogon = false;
        logoutSent = false;
        lastAskedNs = 0;
        uses789 = party.random().nextInt(3) == 0;
        heartBtIntS = 2 + party.random().nextInt(8);
        final boolean reset =
                resetsAlways || resetPending || !calm && party.random().nextInt(20) == 0;
        inbox.begin(reset ? 1 : inbox.expected());
        sayLogon(reset);
    }

    private void sayLogon(final boolean reset) {
        if (reset) {
            outbox.reset();
        }
        resetPending = reset;
        outbox.say(
                "A",
                field(98, "0")
                        + field(108, Long.toString(heartBtIntS))
                        + (reset ? field(141, "Y") : "")
                        + (uses789 ? field(789, Long.toString(inbox.expected())) : ""));
    }

    /** Resets within the session. */
    void reset() {
        if (isInStep()) {
            uses789 = false;
            sayLogon(true);
        }
    }

    /** Says goodbye. A correct client then reads until it is answered, or until nothing comes any more. */
    void logOut() {
        if (isLoggedOn()) {
            outbox.say("5", "");
            logoutSent = true;
            line.stopReading(0);
        }
    }

    /** The connection ends: broken, closed in order, or without a word; but not while a Logout waits for its answer. */
    void breakOff() {
        if (line.isOpen() && !logoutSent) {
            end();
        }
    }

    private void end() {
        final int how = party.random().nextInt(10);
        if (how < 5) {
            line.breakOff();
        } else if (how < 8 || calm) {
            line.close();
        } else {
            line.vanish();
        }
    }

    /** Does not read for so many ns; but not while a Logout waits for its answer. */
    void stopReading(final long pauseNs) {
        if (!logoutSent) {
            line.stopReading(party.nowNs() + pauseNs);
            party.timeline().in(pauseNs, this::poll);
        }
    }

    // ------------------------------------------------------------------ saying

    /** Says a message that is not said again. */
    void say(final String msgType, final String body) {
        outbox.say(msgType, body);
    }

    /** Says a request that is said again when it is asked for; it may never leave, or garbled. */
    void request(final String msgType, final String clOrdId, final String body) {
        outbox.request(msgType, clOrdId, body);
    }

    /** Asks for old messages in full flow. */
    void askAgain() {
        if (isInStep() && inbox.expected() > 1 && party.nowNs() - lastAskedNs > 5 * NS) {
            lastAskedNs = party.nowNs();
            final long from = 1 + party.random().nextInt((int) inbox.expected() - 1);
            final long to =
                    party.random().nextBoolean() ? 0 : from + party.random().nextInt(5);
            ask(from, to);
        }
    }

    private void ask(final long from, final long to) {
        outbox.say("2", field(7, Long.toString(from)) + field(16, Long.toString(to)));
    }

    // ------------------------------------------------------------------ hearing

    /** Reads what has arrived. */
    void poll() {
        line.poll(this::onMessage);
    }

    private void onMessage(final FixLine message) {
        final boolean logon = message.msgType().equals("A");
        if (!hasLogon && !logon) {
            throw party.violation("the first word is a Logon", message);
        }
        if (logon && message.isYes(141)) {
            onReset(message);
        } else if (inbox.isNew(message)) {
            if (logon) {
                onLogon(message);
            } else {
                inbox.take(message);
            }
        }
    }

    private void onReset(final FixLine logon) {
        if (!resetPending || logon.number(34) != 1 || uses789 != logon.has(789)) {
            throw party.violation("nobody resets unasked", logon);
        }
        resetPending = false;
        hasLogon = true;
        inbox.begin(2);
    }

    private void onLogon(final FixLine logon) {
        if (hasLogon || resetPending) {
            throw party.violation("no Logon too many", logon);
        }
        hasLogon = true;
        if (inbox.onLogon(logon) && !uses789) {
            ask(inbox.expected(), 0);
        }
    }

    private void onInOrder(final FixLine message) {
        switch (message.msgType()) {
            case "8", "9" -> application.accept(message);
            case "2" -> outbox.sayAgain(message.number(7));
            case "1" -> outbox.say("0", field(112, message.text(112)));
            case "5" -> onLogout(message);
            case "0" -> {}
            default -> throw party.violation("no correct message is rejected", message);
        }
    }

    private void onLogout(final FixLine message) {
        if (!logoutSent) {
            throw party.violation("no correct client is logged out", message);
        }
        final boolean closesFirst = party.random().nextBoolean();
        if (closesFirst) {
            line.close();
        }
    }
}
