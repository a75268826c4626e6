package io.weir.simulator.fix;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** Passes what QuickFIX/J says of a session's events to the log; messages are not logged, for a logon may hold a password. */
final class SessionLog implements Log {
    static final LogFactory FACTORY = SessionLog::new;

    private static final Logger LOG = LoggerFactory.getLogger(SessionLog.class);

    private final SessionID sessionId;

    private SessionLog(final SessionID sessionId) {
        this.sessionId = sessionId;
    }

    @Override
    public void clear() {
        // Nothing is kept.
    }

    @Override
    public void onIncoming(final String message) {
        // Kept by the ledger and the message store.
    }

    @Override
    public void onOutgoing(final String message) {
        // Kept by the message store.
    }

    @Override
    public void onEvent(final String text) {
        LOG.debug("session={} {}", sessionId, text);
    }

    @Override
    public void onErrorEvent(final String text) {
        LOG.info("session={} {}", sessionId, text);
    }
}
