package io.weir.fix.session;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Log;
import quickfix.LogFactory;
import quickfix.SessionID;

/** What QuickFIX/J says of a session, without credentials: events at DEBUG, messages at TRACE, errors to whoever listens. */
final class SessionLogFactory implements LogFactory {
    private static final Logger LOG = LoggerFactory.getLogger("io.weir.fix.session");

    private final Consumer<String> errors;

    /** @param errors hears each error event, masked; any thread. */
    SessionLogFactory(final Consumer<String> errors) {
        this.errors = errors;
    }

    @Override
    public Log create(final SessionID sessionId) {
        return new Log() {
            @Override
            public void clear() {
                // nothing is kept
            }

            @Override
            public void onIncoming(final String message) {
                if (LOG.isTraceEnabled()) {
                    LOG.trace("session={} in {}", sessionId, FixSecrets.mask(message));
                }
            }

            @Override
            public void onOutgoing(final String message) {
                if (LOG.isTraceEnabled()) {
                    LOG.trace("session={} out {}", sessionId, FixSecrets.mask(message));
                }
            }

            @Override
            public void onEvent(final String text) {
                if (LOG.isDebugEnabled()) {
                    LOG.debug("session={} {}", sessionId, FixSecrets.mask(text));
                }
            }

            @Override
            public void onErrorEvent(final String text) {
                errors.accept(FixSecrets.mask(text));
            }
        };
    }
}
