package io.weir.core.session;

import io.weir.core.edge.Edges;
import io.weir.core.time.CoreClock;
import io.weir.protocol.ConnectionId;

/** Decides when a client's own Logout proves that the client has read what was written before. */
final class Farewells {
    private final FixSessions sessions;
    private final Edges edges;
    private final CoreClock clock;

    Farewells(final FixSessions sessions, final Edges edges, final CoreClock clock) {
        this.sessions = sessions;
        this.edges = edges;
        this.clock = clock;
    }

    /** The client logs out in order: our answer comes next. */
    void begin(final FixSession session) {
        final Farewell farewell = session.farewell;
        farewell.provesTo = session.nextOut - 1;
        farewell.resetEpoch = session.resetEpoch;
        farewell.saidNs = clock.servedNs();
        sessions.awaitFarewell(session, session.connectionId);
    }

    /** The acceptor had lost the connection before it read that we have closed it: the answer was not flushed. */
    void onDisconnected(final long connectionId) {
        final FixSession session = sessions.byFarewell(connectionId);
        if (session != null) {
            sessions.awaitFarewell(session, ConnectionId.NONE);
        }
    }

    /**
     * The client is back. An acceptor lets a client in again only when it has read that its last connection is closed, and so
     * has written all before it.
     *
     * @param session      that is about to get a connection.
     * @param connectionId the connection.
     */
    void onLogon(final FixSession session, final long connectionId) {
        if (session.farewell.isPending()) {
            end(session, !edges.isOver(connectionId) && session.farewell.isSameStart(connectionId));
        }
    }

    /** Looks at the time, at each Pulse. */
    void judge(final FixSession session) {
        final Farewell farewell = session.farewell;
        if (farewell.isPending() && clock.servedNs() - farewell.saidNs >= Farewell.FLUSHED_NS) {
            end(session, !edges.isOver(farewell.connectionId));
        }
    }

    private void end(final FixSession session, final boolean proved) {
        if (proved && session.farewell.resetEpoch == session.resetEpoch) {
            session.unproven.proveTo(session.farewell.provesTo);
        }
        sessions.awaitFarewell(session, ConnectionId.NONE);
    }
}
