package io.weir.core.order;

import io.weir.core.EventLog;
import io.weir.core.session.SessionDirectory;
import io.weir.core.session.SessionOutbox;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;
import java.util.ArrayList;
import java.util.List;

/** Collects what the core says, numbers clients' reports, and knows two sessions: 1 is CLIENT, 2 is OTHER. */
final class Recorder implements EventLog, SessionOutbox, SessionDirectory {
    static final long MAX_AGE_NS = 10_000_000_000L;

    final List<Event> events = new ArrayList<>();
    final long[] numbers = new long[3];
    private long eventSeq;

    @Override
    public long append(
            final long timeNs, final int causeEdgeId, final int causeEpoch, final long causeSeq, final Event event) {
        events.add(event);
        return ++eventSeq;
    }

    @Override
    public long position() {
        return eventSeq;
    }

    @Override
    public long eventSeq() {
        return eventSeq;
    }

    @Override
    public SessionHeader next(final int sessionId) {
        return new SessionHeader(sessionId, 0, ++numbers[sessionId], 0);
    }

    @Override
    public void say(final SessionEvent message) {
        append(0, 0, 0, 0, message);
    }

    @Override
    public String defaultAccount(final int sessionId) {
        return sessionId == 1 ? "ACC" : "ACC2";
    }

    @Override
    public boolean mayUse(final int sessionId, final String account) {
        return account.equals(defaultAccount(sessionId)) || sessionId == 1 && account.equals("POOR");
    }

    @Override
    public long maxOrderAgeNs(final int sessionId) {
        return MAX_AGE_NS;
    }

    @Override
    public String compId(final int sessionId) {
        return sessionId == 1 ? "CLIENT" : "OTHER";
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(eventSeq);
        snapshot.putLong(numbers[1]);
        snapshot.putLong(numbers[2]);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        eventSeq = snapshot.getLong();
        numbers[1] = snapshot.getLong();
        numbers[2] = snapshot.getLong();
    }
}
