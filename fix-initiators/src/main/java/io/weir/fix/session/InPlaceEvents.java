package io.weir.fix.session;

import quickfix.LogUtil;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;

/**
 * Lets QuickFIX/J work each message on the thread that has read it from the socket, where by default a thread of its own
 * takes it from a queue: with one session that thread adds nothing but a hand-over. A reader that has to wait for room in
 * front of the agent holds the venue up, as it should, and what we send meanwhile waits with it.
 */
final class InPlaceEvents implements EventHandlingStrategy {
    private final SessionConnector connector;

    /** @param connector whose sessions these are. */
    InPlaceEvents(final SessionConnector connector) {
        this.connector = connector;
    }

    /** A message that cannot be worked is not counted as received: the next one makes the session ask for it again. */
    @Override
    public void onMessage(final Session session, final Message message) {
        try {
            session.next(message);
        } catch (final Exception e) {
            LogUtil.logThrowable(session.getSessionID(), "a message is not taken: " + e.getMessage(), e);
        }
    }

    @Override
    public SessionConnector getSessionConnector() {
        return connector;
    }

    @Override
    public int getQueueSize() {
        return 0;
    }

    @Override
    public int getQueueSize(final SessionID sessionId) {
        return 0;
    }
}
