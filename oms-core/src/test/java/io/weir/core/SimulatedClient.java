package io.weir.core;

import io.weir.protocol.command.Command;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.event.ExecutionReport;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.TestRequestSent;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A client with a FIX engine of its own: counts numbers both ways, keeps what it sent, asks for gaps, answers ResendRequests,
 * resets. Whatever a counterparty may not do makes it throw.
 */
final class SimulatedClient {
    private static final String ADMINISTRATIVE = "";

    private final CoreKit kit;
    private final Random random;
    private final String compId;
    private final int sessionId;
    private final boolean holds;

    private final Set<String> orders = new LinkedHashSet<>();
    private final Set<String> uncertain = new HashSet<>();
    private final Set<Long> execIds = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();

    private final TreeMap<Long, String> sent = new TreeMap<>();
    private final ArrayDeque<Frame> inbox = new ArrayDeque<>();
    private final TreeMap<Long, Frame> held = new TreeMap<>();

    private SimulatedAcceptor acceptor;
    private long connectionId;
    private boolean loggedOn;
    private boolean logoutSent;
    private boolean resetPending;
    private boolean uses789;
    private long expectedIn = 1;
    private long nextOut = 1;
    private long gapTop;
    private long lastResendAskedNs = Long.MIN_VALUE / 2;
    private int lastOrder;

    /**
     * Something written to the client.
     *
     * @param msgSeqNum MsgSeqNum(34).
     * @param possDup   PossDupFlag(43)=Y.
     * @param newSeqNo  NewSeqNo(36) of a gap fill, else 0.
     * @param message   what it says; null for a gap fill and for the end of the stream.
     */
    record Frame(long msgSeqNum, boolean possDup, long newSeqNo, SessionEvent message) {
        boolean isEnd() {
            return msgSeqNum == 0;
        }
    }

    SimulatedClient(final CoreKit kit, final Random random, final String compId, final int sessionId) {
        this.kit = kit;
        this.random = random;
        this.compId = compId;
        this.sessionId = sessionId;
        this.holds = random.nextBoolean();
    }

    int sessionId() {
        return sessionId;
    }

    boolean isConnected() {
        return acceptor != null;
    }

    boolean isLoggedOn() {
        return loggedOn && !logoutSent;
    }

    boolean hasInbox() {
        return !inbox.isEmpty();
    }

    boolean isInStep() {
        return loggedOn && gapTop < expectedIn && !resetPending;
    }

    Set<String> orders() {
        return orders;
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    Set<String> uncertain() {
        return uncertain;
    }

    Set<Long> execIds() {
        return execIds;
    }

    /** Connects and says a Logon; a reset that was never answered is asked for again. */
    void logOn(final SimulatedAcceptor to, final boolean wantsReset) {
        final boolean reset = wantsReset || resetPending;
        acceptor = to;
        connectionId = to.connect(this);
        loggedOn = false;
        logoutSent = false;
        gapTop = 0;
        held.clear();
        uses789 = random.nextInt(3) == 0;
        if (reset) {
            forgetNumbers();
            expectedIn = 1;
        }
        resetPending = reset;
        sayLogon(reset);
    }

    private void sayLogon(final boolean reset) {
        final long number = keep(ADMINISTRATIVE);
        say("35=A|34=" + number + "|108=30" + (reset ? "|141=Y" : "") + (uses789 ? "|789=" + expectedIn : ""));
    }

    private void forgetNumbers() {
        nextOut = 1;
        sent.clear();
        for (final String order : orders) {
            if (!acknowledged.contains(order)) {
                uncertain.add(order);
            }
        }
    }

    /** Resets within the session. */
    void reset() {
        uses789 = false;
        forgetNumbers();
        resetPending = true;
        sayLogon(true);
    }

    void order(final boolean lost) {
        final String clOrdId = compId + "-" + ++lastOrder;
        orders.add(clOrdId);
        final long number = keep("35=D|11=" + clOrdId);
        if (!lost) {
            say("35=D|34=" + number + "|11=" + clOrdId);
        }
    }

    void administrative() {
        final String type = random.nextBoolean() ? "35=0" : "35=1|112=T" + random.nextInt(100);
        say(type + "|34=" + keep(ADMINISTRATIVE));
    }

    void heartbeat() {
        say("35=0|34=" + keep(ADMINISTRATIVE));
    }

    /** Asks for old messages in full flow. */
    void askAgain() {
        if (isInStep() && expectedIn > 1 && kit.timeNs() - lastResendAskedNs > 4_000_000_000L) {
            lastResendAskedNs = kit.timeNs();
            final long from = 1 + random.nextInt((int) expectedIn - 1);
            final long to = random.nextBoolean() ? 0 : from + random.nextInt(5);
            say("35=2|34=" + keep(ADMINISTRATIVE) + "|7=" + from + "|16=" + to);
        }
    }

    void logOut() {
        logoutSent = true;
        say("35=5|34=" + keep(ADMINISTRATIVE));
    }

    /** {@return whether it has said Logout and the acceptor does not know the answer yet} */
    boolean waitsForLogout() {
        return logoutSent && acceptor != null && acceptor.isOpen(connectionId);
    }

    /** The connection breaks: what is not read yet is lost, the acceptor notices. */
    void breakOff() {
        final SimulatedAcceptor was = acceptor;
        onEndOfStream();
        was.onBroken(connectionId);
    }

    void onEndOfStream() {
        acceptor = null;
        loggedOn = false;
        inbox.clear();
        held.clear();
    }

    private long keep(final String message) {
        sent.put(nextOut, message);
        return nextOut++;
    }

    private void say(final String text) {
        if (acceptor != null && acceptor.isOpen(connectionId)) {
            final Command command = FixText.read(text, compId, connectionId, kit.timeNs());
            kit.say(acceptor.edgeId(), command);
        }
    }

    void deliver(final long to, final Frame frame) {
        if (to == connectionId && acceptor != null) {
            inbox.add(frame);
        }
    }

    void deliverEnd(final long to) {
        deliver(to, new Frame(0, false, 0, null));
    }

    /** Reads on. */
    void poll(final int limit) {
        for (int i = 0; i < limit && !inbox.isEmpty(); i++) {
            final Frame frame = inbox.remove();
            if (frame.isEnd()) {
                onEndOfStream();
            } else {
                onFrame(frame);
            }
        }
    }

    private void onFrame(final Frame frame) {
        if (!loggedOn && !(frame.message() instanceof LogonSent)) {
            throw violation("comes before a Logon", frame);
        }
        if (frame.message() instanceof LogonSent logon && logon.resetSeqNum()) {
            onReset(frame, logon);
            return;
        }
        if (frame.msgSeqNum() < expectedIn) {
            if (!frame.possDup()) {
                throw violation("has a low number, " + expectedIn + " is expected", frame);
            }
            return;
        }
        if (frame.message() instanceof LogonSent) {
            onLogon(frame);
        } else if (frame.msgSeqNum() == expectedIn) {
            take(frame);
            takeHeld();
        } else if (gapTop >= expectedIn) {
            gapTop = Math.max(gapTop, frame.msgSeqNum());
            if (holds) {
                held.putIfAbsent(frame.msgSeqNum(), frame);
            }
        } else {
            throw violation("has a high number, " + expectedIn + " is expected and nothing was lost", frame);
        }
    }

    private void onReset(final Frame frame, final LogonSent logon) {
        if (!resetPending || frame.msgSeqNum() != 1 || uses789 != logon.nextExpectedMsgSeqNum() > 0) {
            throw violation("is a reset that was not asked for", frame);
        }
        resetPending = false;
        loggedOn = true;
        expectedIn = 2;
        gapTop = 0;
        held.clear();
    }

    private void onLogon(final Frame frame) {
        if (loggedOn || resetPending) {
            throw violation("is a Logon too many", frame);
        }
        loggedOn = true;
        if (frame.msgSeqNum() == expectedIn) {
            expectedIn++;
            return;
        }
        gapTop = frame.msgSeqNum();
        if (!uses789) {
            say("35=2|34=" + keep(ADMINISTRATIVE) + "|7=" + expectedIn + "|16=0");
        }
    }

    private void takeHeld() {
        while (!held.isEmpty() && held.firstKey() <= expectedIn) {
            final Frame frame = held.pollFirstEntry().getValue();
            if (frame.msgSeqNum() == expectedIn) {
                take(frame);
            }
        }
    }

    private void take(final Frame frame) {
        if (frame.newSeqNo() != 0) {
            if (frame.newSeqNo() <= frame.msgSeqNum() || !frame.possDup()) {
                throw violation("is a wrong gap fill", frame);
            }
            expectedIn = frame.newSeqNo();
            return;
        }
        expectedIn++;
        final SessionEvent message = frame.message();
        if (message instanceof ExecutionReport report) {
            onReport(frame, report);
        } else if (message instanceof ResendRequestSent request) {
            sendAgain(request.beginSeqNo());
        } else if (message instanceof TestRequestSent test) {
            say("35=0|34=" + keep(ADMINISTRATIVE) + "|112=" + test.testReqId());
        } else if (message instanceof LogoutSent) {
            if (!logoutSent) {
                throw violation("logs a correct client out", frame);
            }
        } else if (message instanceof RejectSent || message instanceof BusinessMessageReject) {
            throw violation("rejects a correct message", frame);
        }
    }

    private void onReport(final Frame frame, final ExecutionReport report) {
        acknowledged.add(report.order().clOrdId());
        if (!execIds.add(report.execId()) && !report.possResend()) {
            throw violation("brings an ExecID twice", frame);
        }
    }

    private void sendAgain(final long from) {
        long gapFrom = 0;
        for (final Map.Entry<Long, String> entry : new TreeMap<>(sent.tailMap(from, true)).entrySet()) {
            final long number = entry.getKey();
            final boolean skips = entry.getValue().equals(ADMINISTRATIVE) || random.nextInt(12) == 0;
            if (skips) {
                gapFrom = gapFrom == 0 ? number : gapFrom;
                withdraw(entry.getValue());
                continue;
            }
            fillGap(gapFrom, number);
            gapFrom = 0;
            say(entry.getValue() + "|43=Y|34=" + number);
        }
        fillGap(gapFrom, nextOut);
    }

    private void withdraw(final String message) {
        if (!message.equals(ADMINISTRATIVE)) {
            uncertain.add(message.substring(message.indexOf("11=") + 3));
        }
    }

    private void fillGap(final long from, final long newSeqNo) {
        if (from != 0) {
            say("35=4|43=Y|123=Y|34=" + from + "|36=" + newSeqNo);
        }
    }

    private AssertionError violation(final String what, final Frame frame) {
        return new AssertionError(compId + ": " + frame + " " + what);
    }
}
