package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.DefineFixSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/** All clients' sessions, by id, by comp id, and by the connection they have or that waits for them. */
final class FixSessions implements SessionDirectory, Snapshotable {
    /** The most sessions of a node. */
    static final int MAX_SESSIONS = 10_000;

    final HeldBudget heldBudget = new HeldBudget();
    final UnprovenBudget unprovenBudget = new UnprovenBudget();

    private final ReportsImage reportsImage = new ReportsImage();
    private final List<FixSession> byId = new ArrayList<>();
    private final Map<String, FixSession> byCompId = new HashMap<>();
    private final Long2ObjectHashMap<FixSession> byConnection = new Long2ObjectHashMap<>();
    private final Long2ObjectHashMap<FixSession> byFarewell = new Long2ObjectHashMap<>();

    /** {@return how many there are; their ids are 1 to this} */
    int size() {
        return byId.size();
    }

    /**
     * Finds a session by its id.
     *
     * @param sessionId 1 to {@link #size()}.
     * @return the session.
     */
    FixSession get(final int sessionId) {
        return byId.get(sessionId - 1);
    }

    /** {@return the session of a client, null if there is none} */
    FixSession byCompId(final String compId) {
        return byCompId.get(compId);
    }

    /** {@return the session that has this connection, or for which a Logon from it is parked; null if there is none} */
    FixSession byConnection(final long connectionId) {
        return byConnection.get(connectionId);
    }

    /**
     * Defines a session, or gives one that is defined new settings.
     *
     * @param definition without fault.
     * @return false if it is one more than {@link #MAX_SESSIONS}.
     */
    boolean tryDefine(final DefineFixSession definition) {
        final SessionSettings settings = SessionSettings.of(definition);
        final FixSession known = byCompId.get(definition.compId());
        if (known != null) {
            known.settings = settings;
            return true;
        }
        if (byId.size() == MAX_SESSIONS) {
            return false;
        }
        add(definition.compId(), settings);
        return true;
    }

    private FixSession add(final String compId, final SessionSettings settings) {
        final FixSession session = new FixSession(byId.size() + 1, compId, settings, heldBudget, unprovenBudget);
        byId.add(session);
        byCompId.put(compId, session);
        return session;
    }

    /** Gives a session, which has none, a connection. */
    void connect(final FixSession session, final long connectionId) {
        session.connectionId = connectionId;
        byConnection.put(connectionId, session);
    }

    /** Takes a session's connection away. */
    void disconnect(final FixSession session) {
        byConnection.remove(session.connectionId);
        session.connectionId = ConnectionId.NONE;
    }

    /** Remembers the connection whose farewell a session awaits, NONE for none. */
    void awaitFarewell(final FixSession session, final long connectionId) {
        byFarewell.remove(session.farewell.connectionId);
        session.farewell.connectionId = connectionId;
        if (session.farewell.isPending()) {
            byFarewell.put(connectionId, session);
        }
    }

    /** {@return the session that awaits the farewell of this connection, null if none does} */
    FixSession byFarewell(final long connectionId) {
        return byFarewell.get(connectionId);
    }

    void park(final FixSession session, final ParkedLogon parked) {
        session.parked = parked;
        byConnection.put(parked.connectionId(), session);
    }

    void unpark(final FixSession session) {
        byConnection.remove(session.parked.connectionId());
        session.parked = null;
    }

    @Override
    public String defaultAccount(final int sessionId) {
        return get(sessionId).settings.defaultAccount();
    }

    @Override
    public boolean mayUse(final int sessionId, final String account) {
        return get(sessionId).settings.mayUse(account);
    }

    @Override
    public long maxOrderAgeNs(final int sessionId) {
        return get(sessionId).settings.maxOrderAgeNs();
    }

    @Override
    public String compId(final int sessionId) {
        return get(sessionId).compId;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("fix-sessions");
        heldBudget.writeTo(snapshot);
        unprovenBudget.writeTo(snapshot);
        snapshot.putInt(byId.size());
        for (final FixSession session : byId) {
            snapshot.putText(session.compId);
            session.settings.writeTo(snapshot);
            session.writeTo(snapshot);
        }
        snapshot.tailWriter().ifPresent(this::beginTail);
    }

    private void beginTail(final SnapshotWriter tail) {
        reportsImage.begin(tail);
        for (final FixSession session : byId) {
            session.unproven.addTo(reportsImage);
        }
    }

    /**
     * Goes on writing the tail of a snapshot.
     *
     * @param most reports that are written.
     * @return whether anything is left.
     */
    boolean writeOn(final int most) {
        return reportsImage.writeOn(most);
    }

    /** Reads what {@link #writeOn} has written; the rest is there. */
    void readTail(final SnapshotReader tail) {
        for (final FixSession session : byId) {
            session.unproven.readTail(tail);
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("fix-sessions");
        heldBudget.readFrom(snapshot);
        unprovenBudget.readFrom(snapshot);
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            final FixSession session = add(snapshot.getText(), SessionSettings.readFrom(snapshot));
            session.readFrom(snapshot);
            if (session.isLoggedOn()) {
                byConnection.put(session.connectionId, session);
            }
            if (session.farewell.isPending()) {
                byFarewell.put(session.farewell.connectionId, session);
            }
            if (session.parked != null) {
                byConnection.put(session.parked.connectionId(), session);
            }
        }
    }
}
