package io.weir.benchmarks.simulation.law;

import io.weir.benchmarks.simulation.Violation;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;
import java.util.HashMap;
import java.util.Map;

/** The laws of numbers: a session's messages have no hole and go back only by a reset, and its events are a chain. */
final class SessionLaws {
    private final Map<Integer, Long> lastNumber = new HashMap<>();
    private final Map<Integer, Long> lastPosition = new HashMap<>();

    void onSessionEvent(final SessionEvent event, final long position) {
        final SessionHeader session = event.session();
        final long before = lastPosition.getOrDefault(session.sessionId(), 0L);
        if (session.previousPosition() != before) {
            throw new Violation("a session's events are a chain", "", event + " stands behind " + before);
        }
        lastPosition.put(session.sessionId(), position);
        if (session.msgSeqNum() == 0) {
            return;
        }
        final boolean reset = event instanceof LogonSent logon && logon.resetSeqNum();
        final long expected = reset ? 1 : lastNumber.getOrDefault(session.sessionId(), 0L) + 1;
        if (session.msgSeqNum() != expected) {
            throw new Violation("numbers have no hole and never go back", "", event + ": " + expected + " was due");
        }
        lastNumber.put(session.sessionId(), session.msgSeqNum());
    }
}
