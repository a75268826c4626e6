package io.weir.core.session;

import io.weir.core.Outbox;
import io.weir.core.edge.Edges;
import io.weir.core.time.CoreClock;
import io.weir.protocol.event.Closed;

/** How a session loses its connection, and what becomes of those who speak without owning a session. */
final class Connections {
    private static final long MAX_LOGOUT_WAIT_NS = 10_000_000_000L;
    private static final long SECOND_NS = 1_000_000_000L;

    private final FixSessions sessions;
    private final SessionMessages messages;
    private final Outbox outbox;
    private final CoreClock clock;
    private final Edges edges;
    private final Farewells farewells;

    Connections(
            final FixSessions sessions,
            final SessionMessages messages,
            final Outbox outbox,
            final CoreClock clock,
            final Edges edges,
            final Farewells farewells) {
        this.sessions = sessions;
        this.messages = messages;
        this.outbox = outbox;
        this.clock = clock;
        this.edges = edges;
        this.farewells = farewells;
    }

    /**
     * Ends a session's connection.
     *
     * @param session    that has one.
     * @param afterFlush what is numbered for it is written first.
     * @param text       why, for ops.
     */
    void close(final FixSession session, final boolean afterFlush, final String text) {
        outbox.say(new Closed(session.connectionId, session.sessionId, afterFlush, text));
        sessions.disconnect(session);
        session.held.clear();
        session.gap.clear();
        session.resends.onDisconnect();
        session.life.testSeqNum = 0;
        session.life.logoutDeadlineNs = 0;
        session.life.silenceDeadlineNs = 0;
    }

    /** Says a Logout and ends the connection at once: the client has broken the rules of numbers. */
    void logoutAndClose(final FixSession session, final String text) {
        messages.sayLogout(session, session.connectionId, text);
        close(session, true, text);
    }

    /** Says a Logout and waits for the client's: for HeartBtInt or 10 s, whichever is less. */
    void logoutAndWait(final FixSession session, final String text) {
        if (session.life.isLoggingOut()) {
            return;
        }
        session.life.logoutSeqNum = session.nextOut;
        messages.sayLogout(session, session.connectionId, text);
        final int heartBtIntS = session.life.heartBtIntS;
        final long waitNs =
                heartBtIntS == 0 ? MAX_LOGOUT_WAIT_NS : Math.min(heartBtIntS * SECOND_NS, MAX_LOGOUT_WAIT_NS);
        session.life.logoutDeadlineNs = clock.servedNs() + waitNs;
    }

    /**
     * Takes the client's Logout: answers it, unless it answers ours, and ends the connection. The answer to ours proves that
     * the client has read all before it.
     *
     * @param session whose.
     * @param inOrder its number was the one expected.
     */
    void onLogout(final FixSession session, final boolean inOrder) {
        final boolean orderly = inOrder && !session.resends.isRunning();
        if (session.life.isLoggingOut()) {
            if (orderly) {
                session.unproven.proveTo(session.life.logoutSeqNum);
            }
            close(session, true, "our Logout is answered");
            return;
        }
        if (orderly) {
            farewells.begin(session);
        }
        messages.sayLogout(session, session.connectionId, "");
        close(session, true, "Logout by the client");
    }

    /**
     * Refuses a connection that never had the session.
     *
     * @param connectionId to be closed.
     * @param afterFlush   a Logout is numbered for it.
     * @param text         why, for ops.
     */
    void refuse(final long connectionId, final boolean afterFlush, final String text) {
        outbox.say(new Closed(connectionId, 0, afterFlush, text));
    }

    /**
     * Hears of a command from a connection that is not its session's present one: no effect. A connection whose Logon is
     * parked is left alone, it will be asked for what it has sent.
     *
     * @param session      for which its Logon is parked, else null.
     * @param connectionId it came from.
     * @param msgSeqNum    its number.
     */
    void onStranger(final FixSession session, final long connectionId, final long msgSeqNum) {
        if (session != null) {
            session.parked.saw(msgSeqNum);
        } else if (edges.mayNameStranger(connectionId)) {
            refuse(connectionId, false, "not the present connection of a session");
        }
    }

    /** The client's connection is gone. */
    void onDisconnected(final long connectionId, final String text) {
        final FixSession session = sessions.byConnection(connectionId);
        if (session == null) {
            return;
        }
        if (session.connectionId == connectionId) {
            close(session, false, text);
        } else {
            sessions.unpark(session);
        }
    }

    /**
     * Ends the connections of starts of edges that are over.
     *
     * @param from  id of the session to begin with.
     * @param limit the most to end.
     * @return id of the session to go on with, 0 if all are done.
     */
    int closeDead(final int from, final int limit) {
        int closed = 0;
        for (int id = from; id <= sessions.size(); id++) {
            if (closed >= limit) {
                return id;
            }
            final FixSession session = sessions.get(id);
            if (session.parked != null && edges.isOver(session.parked.connectionId())) {
                sessions.unpark(session);
            }
            if (session.isLoggedOn() && edges.isOver(session.connectionId)) {
                close(session, false, "its acceptor has started anew");
                closed++;
            }
        }
        return 0;
    }
}
