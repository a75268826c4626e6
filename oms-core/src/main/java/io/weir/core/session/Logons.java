package io.weir.core.session;

import io.weir.core.Outbox;
import io.weir.core.edge.Edges;
import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.Probe;

/**
 * Who gets a session: the order of the checks is the connection first, then the numbers, and only then anything changes.
 */
final class Logons {
    /** How long an edge that is asked for a connection may be silent. */
    static final long PROBE_NS = 500_000_000L;

    /** A client silent for longer is tested when somebody else logs on in its name. */
    static final long SILENT_NS = 2_000_000_000L;

    /** How long it then has for a sign of life. */
    static final long SILENT_TEST_NS = 5_000_000_000L;

    private final FixSessions sessions;
    private final SessionMessages messages;
    private final Connections connections;
    private final NumberGate numbers;
    private final Hold hold;
    private final Farewells farewells;
    private final Gaps gaps;
    private final Resends resends;
    private final Resets resets;
    private final Edges edges;
    private final Outbox outbox;
    private final CoreClock clock;

    Logons(
            final FixSessions sessions,
            final SessionParts parts,
            final NumberGate numbers,
            final Hold hold,
            final Edges edges,
            final Outbox outbox,
            final CoreClock clock) {
        this.sessions = sessions;
        this.messages = parts.messages();
        this.connections = parts.connections();
        this.numbers = numbers;
        this.hold = hold;
        this.farewells = parts.farewells();
        this.gaps = parts.gaps();
        this.resends = parts.resends();
        this.resets = parts.resets();
        this.edges = edges;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes a Logon that has passed the acceptor's checks. */
    void onLogon(final LogonReceived logon) {
        final FixSession session = sessions.byCompId(logon.senderCompId());
        final long connectionId = logon.fix().connectionId();
        final FixSession owner = sessions.byConnection(connectionId);
        if (session == null) {
            connections.refuse(connectionId, false, "SenderCompID(49) " + logon.senderCompId() + " is not defined");
        } else if (owner == null) {
            onFirst(session, logon);
        } else if (owner == session && session.connectionId == connectionId) {
            session.life.heard(clock.servedNs());
            onSecond(session, logon);
        } else if (owner == session) {
            session.parked.saw(logon.fix().msgSeqNum());
        } else if (edges.mayNameStranger(connectionId)) {
            connections.refuse(connectionId, false, "Logon(A) of another client on a connection that has a session");
        }
    }

    private void onFirst(final FixSession session, final LogonReceived logon) {
        if (session.isLoggedOn() && edges.isOver(session.connectionId)) {
            connections.close(session, false, "its acceptor has started anew");
        }
        if (session.isLoggedOn()) {
            onDuplicate(session, logon);
        } else {
            accept(session, logon, 0);
        }
    }

    private void onDuplicate(final FixSession session, final LogonReceived logon) {
        final long connectionId = logon.fix().connectionId();
        testIfSilent(session);
        if (ConnectionId.edgeId(connectionId) == ConnectionId.edgeId(session.connectionId)) {
            connections.refuse(connectionId, false, "the session is logged on");
        } else if (session.parked != null) {
            connections.refuse(connectionId, false, "another Logon of the session is waiting");
        } else {
            sessions.park(session, new ParkedLogon(logon, clock.servedNs() + PROBE_NS));
            outbox.say(new Probe(session.connectionId));
        }
    }

    private void testIfSilent(final FixSession session) {
        final long now = clock.servedNs();
        if (now - session.life.lastHeardNs <= SILENT_NS || session.life.isLoggingOut()) {
            return;
        }
        final long deadline = now + SILENT_TEST_NS;
        if (session.life.silenceDeadlineNs == 0) {
            messages.sayTestRequest(session);
            session.life.silenceDeadlineNs = deadline;
        } else {
            session.life.silenceDeadlineNs = Math.min(session.life.silenceDeadlineNs, deadline);
        }
    }

    /** The edge that has a session's connection answers a Probe. */
    void onProbeAnswered(final ProbeAnswered answer) {
        final FixSession session = sessions.byConnection(answer.connectionId());
        if (session == null || session.connectionId != answer.connectionId()) {
            return;
        }
        if (!answer.open()) {
            connections.close(session, false, "its acceptor does not have it any more");
        } else if (session.parked != null) {
            connections.refuse(session.parked.connectionId(), false, "the session is logged on at another acceptor");
            sessions.unpark(session);
        }
    }

    /** Looks after a parked Logon whenever something may have changed. */
    void reviewParked(final FixSession session) {
        final ParkedLogon parked = session.parked;
        if (parked == null) {
            return;
        }
        if (edges.isOver(parked.connectionId())) {
            sessions.unpark(session);
            return;
        }
        if (session.isLoggedOn() && edges.isOver(session.connectionId)) {
            connections.close(session, false, "its acceptor has started anew");
        }
        if (session.isLoggedOn() && clock.servedNs() >= parked.deadlineNs()) {
            connections.close(session, false, "its acceptor did not answer for " + PROBE_NS / 1_000_000 + " ms");
        }
        if (!session.isLoggedOn()) {
            sessions.unpark(session);
            accept(session, parked.logon(), parked.highestSeen());
        }
    }

    private void accept(final FixSession session, final LogonReceived logon, final long highestBehind) {
        final long connectionId = logon.fix().connectionId();
        if (hold.isHeld()) {
            connections.refuse(connectionId, false, hold.text());
            return;
        }
        final String outOfRange = numbersOutOfRange(logon);
        if (!outOfRange.isEmpty()) {
            connections.refuse(connectionId, false, outOfRange);
            return;
        }
        final String fault = logon.resetSeqNum() ? faultOfReset(logon) : faultOfNumbers(session, logon);
        if (fault.isEmpty()) {
            open(session, logon, highestBehind);
        } else {
            messages.sayLogout(session, connectionId, fault);
            connections.refuse(connectionId, true, fault);
            alertIfAhead(session, logon, fault);
        }
    }

    private static String numbersOutOfRange(final LogonReceived logon) {
        final long msgSeqNum = logon.fix().msgSeqNum();
        if (msgSeqNum < 1 || msgSeqNum >= Bounds.MAX_SEQ_NUM) {
            return "MsgSeqNum(34) " + msgSeqNum + " of a Logon is not from 1 to " + (Bounds.MAX_SEQ_NUM - 1);
        }
        final long expected = logon.nextExpectedMsgSeqNum();
        return expected >= 0 && expected < Bounds.MAX_SEQ_NUM
                ? ""
                : "NextExpectedMsgSeqNum(789) " + expected + " is not from 1 to " + (Bounds.MAX_SEQ_NUM - 1);
    }

    private static String faultOfReset(final LogonReceived logon) {
        if (logon.fix().msgSeqNum() != 1) {
            return "ResetSeqNumFlag(141)=Y needs MsgSeqNum(34) 1, received "
                    + logon.fix().msgSeqNum();
        }
        return logon.nextExpectedMsgSeqNum() <= 1
                ? ""
                : tooFar(logon.nextExpectedMsgSeqNum(), 1) + " with ResetSeqNumFlag(141)=Y";
    }

    private static String faultOfNumbers(final FixSession session, final LogonReceived logon) {
        if (Math.max(session.nextIn, session.nextOut) >= Bounds.MAX_SEQ_NUM) {
            return Heartbeats.NUMBERS_USED_UP;
        }
        if (logon.fix().msgSeqNum() < session.nextIn) {
            return NumberGate.tooLow(session.nextIn, logon.fix().msgSeqNum());
        }
        return logon.nextExpectedMsgSeqNum() <= session.nextOut
                ? ""
                : tooFar(logon.nextExpectedMsgSeqNum(), session.nextOut);
    }

    private static String tooFar(final long expected, final long next) {
        return "NextExpectedMsgSeqNum(789) " + expected + " is above " + next + ", our next MsgSeqNum(34)";
    }

    private void alertIfAhead(final FixSession session, final LogonReceived logon, final String fault) {
        if (logon.nextExpectedMsgSeqNum() >= session.nextOut && !logon.resetSeqNum()) {
            messages.alert(session, "the client expects more than we have said: " + fault);
        }
    }

    private void open(final FixSession session, final LogonReceived logon, final long highestBehind) {
        final long msgSeqNum = logon.fix().msgSeqNum();
        farewells.onLogon(session, logon.fix().connectionId());
        sessions.connect(session, logon.fix().connectionId());
        session.logonSeqNum = msgSeqNum;
        session.life.begin(logon.heartBtIntS(), clock.servedNs());
        session.unproven.proveTo(logon.nextExpectedMsgSeqNum() - 1);
        session.inDoubtBelow = session.isPastInDoubt ? msgSeqNum : session.inDoubtBelow;
        session.isPastInDoubt = false;
        if (logon.resetSeqNum()) {
            resets.begin(session, session.connectionId);
        }
        resets.lineUpCarried(session);
        if (msgSeqNum == session.nextIn) {
            session.nextIn++;
        } else {
            gaps.keep(session, logon);
        }
        final long reply = session.nextOut;
        reply(session, logon);
        askFor(session, logon, Math.max(msgSeqNum, highestBehind + 1));
        if (logon.nextExpectedMsgSeqNum() > 0 && logon.nextExpectedMsgSeqNum() < reply) {
            resends.run(session, logon.nextExpectedMsgSeqNum(), reply);
        }
        resets.sayAgain(session);
    }

    /** Asks for what is missing up to the Logon, or behind it; a client that sent 789 is told by our 789. */
    private void askFor(final FixSession session, final LogonReceived logon, final long above) {
        if (logon.nextExpectedMsgSeqNum() > 0) {
            gaps.expect(session, above - 1);
        } else {
            gaps.ask(session, above);
        }
    }

    private void onSecond(final FixSession session, final LogonReceived logon) {
        if (!logon.resetSeqNum()) {
            numbers.judge(session, logon);
            return;
        }
        if (session.life.isLoggingOut()) {
            return;
        }
        final String fault = faultOfReset(logon);
        if (!fault.isEmpty()) {
            connections.logoutAndClose(session, fault);
            return;
        }
        resets.begin(session, session.connectionId);
        session.life.begin(logon.heartBtIntS(), clock.servedNs());
        session.logonSeqNum = 1;
        session.nextIn = 2;
        reply(session, logon);
        resets.sayAgain(session);
    }

    private void reply(final FixSession session, final LogonReceived logon) {
        messages.sayNumbered(
                session,
                new LogonSent(
                        messages.header(session),
                        session.compId,
                        logon.heartBtIntS(),
                        logon.resetSeqNum(),
                        logon.nextExpectedMsgSeqNum() > 0 ? session.nextIn : 0));
    }
}
