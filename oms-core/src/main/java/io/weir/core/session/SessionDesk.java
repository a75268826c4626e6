package io.weir.core.session;

import io.weir.core.Outbox;
import io.weir.core.edge.Edges;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.core.time.Deadlines;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.CommandRefused;
import java.util.function.BiFunction;

/** The core's decisions for clients as counterparties of FIX sessions. Called by the core for each command and timer. */
public final class SessionDesk implements Snapshotable {
    private final FixSessions sessions = new FixSessions();
    private final Hold hold;
    private final Outbox outbox;
    private final CoreClock clock;
    private final SessionMessages messages;
    private final Farewells farewells;
    private final Connections connections;
    private final Resends resends;
    private final NumberGate numbers;
    private final Logons logons;
    private final Heartbeats heartbeats;

    /**
     * Makes the desk and whoever answers what clients ask.
     *
     * @param outbox    says events.
     * @param clock     the core's.
     * @param deadlines the core's.
     * @param edges     judge whether a connection's edge has started anew.
     * @param requests  makes the answering side from what it may know and say of sessions.
     */
    public SessionDesk(
            final Outbox outbox,
            final CoreClock clock,
            final Deadlines deadlines,
            final Edges edges,
            final BiFunction<SessionOutbox, SessionDirectory, ? extends ClientRequests> requests) {
        this.outbox = outbox;
        this.clock = clock;
        hold = new Hold(sessions, outbox);
        messages = new SessionMessages(sessions, outbox, clock, deadlines);
        farewells = new Farewells(sessions, edges, clock);
        connections = new Connections(sessions, messages, outbox, clock, edges, farewells);
        resends = new Resends(messages, connections, clock);
        final Gaps gaps = new Gaps(messages, connections, clock);
        final TakenMessages taken =
                new TakenMessages(messages, connections, resends, requests.apply(messages, sessions), clock);
        numbers = new NumberGate(messages, connections, gaps, resends, taken, deadlines, clock);
        final SessionParts parts =
                new SessionParts(messages, connections, farewells, gaps, resends, new Resets(messages));
        logons = new Logons(sessions, parts, numbers, hold, edges, outbox, clock);
        heartbeats = new Heartbeats(messages, connections, gaps, clock);
    }

    /**
     * Takes a client's message other than a Logon. It counts only if it comes by its session's present connection.
     *
     * @param message in the order in which it was read.
     */
    public void onMessage(final FixInbound message) {
        final long connectionId = message.fix().connectionId();
        final FixSession session = sessions.byConnection(connectionId);
        if (session == null || session.connectionId != connectionId) {
            connections.onStranger(session, connectionId, message.fix().msgSeqNum());
            return;
        }
        if (hold.isHeld()) {
            connections.close(session, false, hold.text());
            return;
        }
        session.life.heard(clock.servedNs());
        numbers.judge(session, message);
        logons.reviewParked(session);
    }

    /** Takes a client's Logon. */
    public void onLogon(final LogonReceived logon) {
        logons.onLogon(logon);
        final FixSession session = sessions.byCompId(logon.senderCompId());
        if (session != null) {
            logons.reviewParked(session);
        }
    }

    /** A client's connection is gone. */
    public void onDisconnected(final Disconnected command) {
        final FixSession session = sessions.byConnection(command.connectionId());
        if (session == null) {
            farewells.onDisconnected(command.connectionId());
        } else {
            connections.onDisconnected(command.connectionId(), command.text());
            logons.reviewParked(session);
        }
    }

    /** The acceptor has written a resend whole. */
    public void onResendDone(final ResendDone command) {
        final FixSession session = sessions.byConnection(command.connectionId());
        if (session != null && session.connectionId == command.connectionId()) {
            resends.onDone(session, command);
        }
    }

    /** An edge says whether it still has a connection. */
    public void onProbeAnswered(final ProbeAnswered command) {
        final FixSession session = sessions.byConnection(command.connectionId());
        if (session != null) {
            logons.onProbeAnswered(command);
            logons.reviewParked(session);
        }
    }

    /**
     * Takes a definition of a session, or refuses it whole.
     *
     * @param command the definition.
     */
    public void onDefineFixSession(final DefineFixSession command) {
        String fault = SessionSettings.faultOf(command);
        if (fault.isEmpty() && !sessions.tryDefine(command)) {
            fault = "session " + command.compId() + " is one more than " + FixSessions.MAX_SESSIONS
                    + ", the most sessions of a node";
        }
        if (!fault.isEmpty()) {
            outbox.say(new CommandRefused(outbox.causeEdgeId(), outbox.causeSeq(), fault));
        }
    }

    /**
     * Judges silence and the passing of time.
     *
     * @param from  id of the session to begin with, 1 and more.
     * @param limit events after which to stop.
     * @return id of the session to go on with, 0 if all are done.
     */
    public int judge(final int from, final int limit) {
        int said = 0;
        for (int id = from; id <= sessions.size(); id++) {
            if (said >= limit) {
                return id;
            }
            final FixSession session = sessions.get(id);
            said += heartbeats.judge(session);
            farewells.judge(session);
            logons.reviewParked(session);
        }
        return 0;
    }

    /**
     * Goes on with messages that were held above a gap now closed.
     *
     * @param sessionId whose.
     * @param limit     the most messages.
     * @return how many were taken.
     */
    public int takeHeld(final int sessionId, final int limit) {
        final FixSession session = sessions.get(sessionId);
        session.takeHeldDue = false;
        return numbers.takeHeld(session, Math.min(limit, NumberGate.HELD_AT_ONCE));
    }

    /**
     * Goes on with reports that are said again after a reset.
     *
     * @param sessionId whose.
     * @param limit     the most reports.
     * @return how many were said.
     */
    public int sayAgain(final int sessionId, final int limit) {
        final FixSession session = sessions.get(sessionId);
        session.sayAgainDue = false;
        return messages.sayWaiting(session, limit);
    }

    /**
     * Ends the connections of starts of edges that are over.
     *
     * @param from  id of the session to begin with, 1 and more.
     * @param limit the most to end.
     * @return id of the session to go on with, 0 if all are done.
     */
    public int closeDeadConnections(final int from, final int limit) {
        final int next = connections.closeDead(from, limit);
        final int to = next == 0 ? sessions.size() : next - 1;
        for (int id = from; id <= to; id++) {
            logons.reviewParked(sessions.get(id));
        }
        return next;
    }

    /**
     * Finds how far back the journal may still be asked for.
     *
     * @return the lowest position from which a message is to be read that its client has not proved to have, or that it gets
     *     again right now; {@link Long#MAX_VALUE} if there is none.
     */
    public long neededPosition() {
        long needed = Long.MAX_VALUE;
        for (int id = 1; id <= sessions.size(); id++) {
            final FixSession session = sessions.get(id);
            final long first =
                    Math.min(session.unproven.provenTo() + 1, session.resends.lowestAsked(session.resetEpoch));
            if (first < session.nextOut) {
                needed = Math.min(needed, session.index.startFor(first));
            }
        }
        return needed;
    }

    /** {@return what stands still after a loss of power} */
    public Hold hold() {
        return hold;
    }

    /** {@return figures for metrics; made anew with each call} */
    public SessionFigures figures() {
        int loggedOn = 0;
        int resending = 0;
        for (int id = 1; id <= sessions.size(); id++) {
            final FixSession session = sessions.get(id);
            loggedOn += session.connectionId == ConnectionId.NONE ? 0 : 1;
            resending += session.resends.isRunning() ? 1 : 0;
        }
        return new SessionFigures(
                sessions.size(),
                loggedOn,
                resending,
                sessions.heldBudget.messages(),
                sessions.heldBudget.usedBytes(),
                sessions.heldBudget.dropped(),
                sessions.unprovenBudget.used(),
                sessions.unprovenBudget.dropped());
    }

    /**
     * Goes on writing the tail of a snapshot.
     *
     * @param most things that are written.
     * @return whether anything is left.
     */
    public boolean writeOn(final int most) {
        return sessions.writeOn(most);
    }

    /** Reads what {@link #writeOn} has written; the rest is there. */
    public void readTail(final SnapshotReader tail) {
        sessions.readTail(tail);
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        hold.writeTo(snapshot);
        sessions.writeTo(snapshot);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        hold.readFrom(snapshot);
        sessions.readFrom(snapshot);
    }
}
