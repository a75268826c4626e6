package io.weir.simulator.client;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.LogFactory;
import quickfix.MemoryStoreFactory;
import quickfix.Message;
import quickfix.MessageStoreFactory;
import quickfix.Responder;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.field.BeginSeqNo;
import quickfix.field.EndSeqNo;
import quickfix.field.MsgType;
import quickfix.field.Password;
import quickfix.field.Username;
import quickfix.fix44.ResendRequest;

/**
 * One FIX 4.4 session of a client on QuickFIX/J. It reconnects by itself, keeps its numbers, answers resend requests from
 * its own store. Methods may be called from any thread.
 */
public final class FixClient implements AutoCloseable {
    private final FixClientConfig config;
    private final SessionID sessionId;
    private final SocketInitiator initiator;
    private final AtomicReference<CountDownLatch> loggedOn = new AtomicReference<>(new CountDownLatch(1));

    /**
     * Makes a client; {@link #start} connects it.
     *
     * @param config   where and as whom.
     * @param listener hears what comes.
     * @throws IllegalArgumentException if QuickFIX/J refuses the settings.
     */
    public FixClient(final FixClientConfig config, final FixClientListener listener) {
        this.config = config;
        this.sessionId = new SessionID("FIX.4.4", config.senderCompId(), config.targetCompId());
        final SessionSettings settings = settings(config, sessionId);
        final MessageStoreFactory store =
                config.storeDir() == null ? new MemoryStoreFactory() : new FileStoreFactory(settings);
        try {
            this.initiator = new SocketInitiator(
                    new Desk(listener), store, settings, new Tap(listener), new DefaultMessageFactory());
        } catch (final ConfigError e) {
            throw new IllegalArgumentException("QuickFIX/J refuses the settings of " + config, e);
        }
    }

    private static SessionSettings settings(final FixClientConfig config, final SessionID sessionId) {
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "initiator");
        settings.setString("StartTime", "00:00:00");
        settings.setString("EndTime", "00:00:00");
        settings.setString("NonStopSession", "Y");
        settings.setString("UseDataDictionary", "Y");
        settings.setString("DataDictionary", "FIX44.xml");
        settings.setString("SocketConnectHost", config.host());
        settings.setLong("SocketConnectPort", config.port());
        if (config.backupPort() != 0) {
            settings.setString("SocketConnectHost1", config.host());
            settings.setLong("SocketConnectPort1", config.backupPort());
        }
        settings.setLong("ReconnectInterval", 1);
        settings.setLong("HeartBtInt", config.heartBtIntS());
        settings.setString("ResetOnLogon", config.resetOnLogon() ? "Y" : "N");
        settings.setString("SocketTcpNoDelay", "Y");
        settings.setString("PersistMessages", "Y");
        if (config.storeDir() != null) {
            settings.setString("FileStorePath", config.storeDir().toString());
        }
        settings.setString(sessionId, "BeginString", sessionId.getBeginString());
        settings.setString(sessionId, "SenderCompID", sessionId.getSenderCompID());
        settings.setString(sessionId, "TargetCompID", sessionId.getTargetCompID());
        return settings;
    }

    /**
     * Connects, and goes on trying until it is closed.
     *
     * @return this.
     */
    public FixClient start() {
        try {
            initiator.start();
        } catch (final ConfigError e) {
            throw new IllegalStateException("QuickFIX/J does not start " + config, e);
        }
        return this;
    }

    /**
     * Waits until the session is logged on.
     *
     * @param timeout how long at most.
     * @return whether it is.
     */
    public boolean awaitLogon(final Duration timeout) {
        try {
            return loggedOn.get().await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** {@return whether the session is logged on at this moment} */
    public boolean isLoggedOn() {
        return session().isLoggedOn();
    }

    /**
     * Numbers, stores and sends an application message; one sent while the session is down leaves later, by resend.
     *
     * @param message to send.
     */
    public void send(final Message message) {
        session().send(message);
    }

    /**
     * Asks the gateway to say its messages again.
     *
     * @param beginSeqNo BeginSeqNo(7), from 1; EndSeqNo(16) is 0, so to the newest.
     */
    public void askAgainFrom(final int beginSeqNo) {
        session().send(new ResendRequest(new BeginSeqNo(beginSeqNo), new EndSeqNo(0)));
    }

    /** {@return MsgSeqNum(34) that the session expects next} */
    public int expectedSeqNum() {
        return session().getExpectedTargetNum();
    }

    /** {@return port of the acceptor that it is connected to, 0 if it is not} */
    public int connectedPort() {
        final Responder responder = session().getResponder();
        final String address = responder == null ? null : responder.getRemoteAddress();
        return address == null ? 0 : Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** {@return QuickFIX/J's session, for tests that do what a well-behaved client does not} */
    public Session session() {
        return Session.lookupSession(sessionId);
    }

    /** {@return directory of numbers and messages, null if there is none} */
    public Path storeDir() {
        return config.storeDir();
    }

    /** Logs out and ends the engine. */
    @Override
    public void close() {
        initiator.stop();
    }

    private final class Desk implements Application {
        private final FixClientListener listener;

        Desk(final FixClientListener listener) {
            this.listener = listener;
        }

        @Override
        public void onCreate(final SessionID id) {
            // Nothing to prepare: the session's settings are all it needs.
        }

        @Override
        public void onLogon(final SessionID id) {
            loggedOn.get().countDown();
            listener.onLogon();
        }

        @Override
        public void onLogout(final SessionID id) {
            if (loggedOn.get().getCount() == 0) {
                loggedOn.set(new CountDownLatch(1));
            }
            listener.onLogout();
        }

        @Override
        public void toAdmin(final Message message, final SessionID id) {
            try {
                if (MsgType.LOGON.equals(message.getHeader().getString(MsgType.FIELD))) {
                    message.setField(new Username(config.senderCompId()));
                    message.setField(new Password(config.password()));
                }
            } catch (final FieldNotFound e) {
                throw new IllegalStateException("a message without MsgType(35)", e);
            }
        }

        @Override
        public void fromAdmin(final Message message, final SessionID id) {
            listener.onAdmin(message);
        }

        @Override
        public void toApp(final Message message, final SessionID id) {
            // What was sent may be sent again as it is.
        }

        @Override
        public void fromApp(final Message message, final SessionID id) {
            listener.onMessage(message);
        }
    }

    /** The engine's own log would print every message, passwords among them; the listener hears all but those. */
    private static final class Tap implements LogFactory {
        private static final String LOGON = "\00135=A\001";
        private final FixClientListener listener;

        Tap(final FixClientListener listener) {
            this.listener = listener;
        }

        @Override
        public quickfix.Log create(final SessionID id) {
            return new quickfix.Log() {
                @Override
                public void clear() {
                    // Nothing is kept.
                }

                @Override
                public void onIncoming(final String message) {
                    listener.onTextIn(message);
                }

                @Override
                public void onOutgoing(final String message) {
                    if (!message.contains(LOGON)) {
                        listener.onTextOut(message);
                    }
                }

                @Override
                public void onEvent(final String text) {
                    // Nothing is kept.
                }

                @Override
                public void onErrorEvent(final String text) {
                    // Nothing is kept.
                }
            };
        }
    }
}
