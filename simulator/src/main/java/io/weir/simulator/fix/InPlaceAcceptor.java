package io.weir.simulator.fix;

import quickfix.ConfigError;
import quickfix.LogUtil;
import quickfix.Message;
import quickfix.MessageStoreFactory;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.fix44.MessageFactory;
import quickfix.mina.EventHandlingStrategy;
import quickfix.mina.SessionConnector;

/**
 * QuickFIX/J's acceptor, but for who works its messages: the thread that has read them, without a queue between. So the end of a
 * read is the end of a batch ({@link ConnectionGate}).
 */
final class InPlaceAcceptor extends SocketAcceptor {
    private final EventHandlingStrategy events = new InPlace(this);

    InPlaceAcceptor(final FixVenue venue, final MessageStoreFactory stores, final SessionSettings settings)
            throws ConfigError {
        super(venue, stores, settings, SessionLog.FACTORY, new MessageFactory());
        setIoFilterChainBuilder(chain -> new ConnectionGate(venue).standIn(chain));
    }

    @Override
    protected EventHandlingStrategy getEventHandlingStrategy() {
        return events;
    }

    private record InPlace(SessionConnector connector) implements EventHandlingStrategy {
        @Override
        public void onMessage(final Session session, final Message message) {
            try {
                session.next(message);
            } catch (final Exception e) {
                // as QuickFIX/J does it: the message is not counted as received, and asked for again
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
}
