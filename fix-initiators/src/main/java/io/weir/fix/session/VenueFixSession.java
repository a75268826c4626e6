package io.weir.fix.session;

import io.weir.fix.FixVenueConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.locks.LockSupport;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DoNotSend;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SocketInitiator;
import quickfix.field.MsgSeqNum;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;
import quickfix.fix44.MessageFactory;
import quickfix.mina.EventHandlingStrategy;

/**
 * One session to a venue. QuickFIX/J's threads keep it alive and hand what they hear over through a bounded queue; when that
 * is full they wait, so that the venue is held up and nothing is lost. Its owner polls and sends on one thread.
 *
 * <p>Orders and replaces are never sent twice: where the venue asks for one again it gets a gap fill, and the owner hears
 * that the venue never had it. What asks or cancels is sent again only if it is of the same connection.
 */
public final class VenueFixSession implements AutoCloseable {
    /** What {@link #trySend} answers when nothing has left. */
    public static final int NOT_SENT = 0;

    private static final Logger LOG = LoggerFactory.getLogger(VenueFixSession.class);

    private static final int QUEUE_CAPACITY = 65_536;
    private static final long FULL_PARK_NS = 100_000L;

    private final FixVenueConfig config;
    private final SessionID sessionId;
    private final SessionStore store;
    private final SocketInitiator initiator;
    private final WriteGate gate = new WriteGate();
    private final ManyToOneConcurrentArrayQueue<FixInbound> inbound =
            new ManyToOneConcurrentArrayQueue<>(QUEUE_CAPACITY);
    private volatile Runnable onNews = () -> {};
    private volatile Session session;
    private volatile boolean closed;
    private volatile int connection;
    private volatile int firstSeqOfConnection;
    private volatile String trouble = "";

    /** Of the owner's thread: whether store and gate are held until {@link #flush}. */
    private boolean held;

    /** Of the owner's thread: whether {@code toApp} let the message of the running {@link #trySend} pass. */
    private boolean approved;

    private int sendingConnection;

    /**
     * Opens the session's store and prepares to connect.
     *
     * @param config    of the venue.
     * @param directory of the venue, for the store.
     * @param forced    durability: disk.
     * @throws IOException if the store cannot be opened.
     */
    public VenueFixSession(final FixVenueConfig config, final Path directory, final boolean forced) throws IOException {
        this.config = config;
        this.sessionId = SessionSettingsWriter.sessionId(config);
        this.store = SessionStore.open(directory, forced, Clock.systemUTC());
        try {
            initiator = new VenueInitiator();
            initiator.setIoFilterChainBuilder(chain -> {
                chain.addFirst("priority", new PriorityFilter());
                gate.standIn(chain);
            });
        } catch (final ConfigError e) {
            store.close();
            throw new IllegalStateException("settings made for " + sessionId + " are refused", e);
        }
    }

    /**
     * Takes what to run whenever there is something to poll.
     *
     * @param wake for the threads of QuickFIX/J.
     */
    public void onNews(final Runnable wake) {
        onNews = wake;
    }

    /** Begins to connect, once a second until it succeeds, and again whenever the connection is lost. */
    public void start() {
        try {
            initiator.start();
            session = Session.lookupSession(sessionId);
        } catch (final ConfigError e) {
            throw new IllegalStateException("settings made for " + sessionId + " are refused", e);
        }
    }

    /** {@return the oldest thing heard that was not polled yet, null if there is none} */
    public FixInbound poll() {
        return inbound.poll();
    }

    /** {@return MsgSeqNum(34) of the next message that is expected; all reports of those below were queued} */
    public int nextIn() {
        return store.getNextTargetMsgSeqNum();
    }

    /** {@return a number that changes when the session's numbers begin anew} */
    public int generation() {
        return store.generation();
    }

    /**
     * The command log holds all that the messages below a number said.
     *
     * @param generation when they were heard.
     * @param next       the lowest number that it does not hold yet.
     */
    public void taken(final int generation, final int next) {
        try {
            store.taken(generation, next);
        } catch (final IOException e) {
            LOG.warn("session={} cannot note that {} is taken; it will be asked for again", sessionId, next, e);
        }
    }

    /**
     * Sends a message if the session is logged on with the connection that the owner knows. It leaves with {@link #flush} at
     * the latest, together with all others sent until then.
     *
     * @param message        without header.
     * @param ownsConnection number of that connection.
     * @return its MsgSeqNum(34): it may have left; {@link #NOT_SENT} if it surely has not.
     */
    public int trySend(final Message message, final int ownsConnection) {
        if (session == null || connection != ownsConnection || !session.isLoggedOn()) {
            return NOT_SENT;
        }
        hold();
        approved = false;
        sendingConnection = ownsConnection;
        session.send(message);
        if (!approved) {
            return NOT_SENT;
        }
        try {
            return message.getHeader().getInt(MsgSeqNum.FIELD);
        } catch (final FieldNotFound e) {
            throw new IllegalStateException("a message left " + sessionId + " without a number", e);
        }
    }

    /**
     * Ends the connection; the next one is made as after any loss, within about a second.
     *
     * @param why for the log.
     */
    public void reconnect(final String why) {
        try {
            session.disconnect(why, false);
        } catch (final IOException e) {
            LOG.warn("session={} does not disconnect cleanly", sessionId, e);
        }
    }

    private void hold() {
        if (!held) {
            held = true;
            gate.hold();
            store.hold();
        }
    }

    /** Puts on file what was sent since the last call, by one write, and lets it leave, by another. */
    public void flush() {
        if (!held) {
            return;
        }
        held = false;
        try {
            store.release();
            gate.release();
        } catch (final IOException e) {
            // What is not on file does not leave; it used its numbers, so the venue will ask for it, and hear of a gap.
            gate.drop();
            LOG.error("session={} cannot put on file what it sends; it is not sent", sessionId, e);
        }
    }

    /** {@return how many things wait to be polled, about} */
    public int queued() {
        return inbound.size();
    }

    private void onTrouble(final String text) {
        if (session != null && session.isLoggedOn()) {
            LOG.warn("session={} {}", sessionId, text);
            return;
        }
        if (!text.equals(trouble)) {
            trouble = text;
            LOG.info("session={} {}", sessionId, text);
            inbound.offer(new FixInbound(FixInbound.Kind.TROUBLE, connection, null, text, 0, 0));
            onNews.run();
        }
    }

    private void put(final FixInbound.Kind kind, final Message message, final String text, final int seq) {
        final FixInbound item = new FixInbound(kind, connection, message, text, seq, store.generation());
        while (!inbound.offer(item)) {
            if (closed) {
                throw new IllegalStateException("session " + sessionId + " is closed; the message is not taken");
            }
            LockSupport.parkNanos(FULL_PARK_NS);
        }
        onNews.run();
    }

    @Override
    public void close() throws IOException {
        flush();
        closed = true;
        initiator.stop();
        store.close();
    }

    /** QuickFIX/J's initiator, but for who works its messages. */
    private final class VenueInitiator extends SocketInitiator {
        private final EventHandlingStrategy events = new InPlaceEvents(this);

        VenueInitiator() throws ConfigError {
            super(
                    new Callbacks(),
                    id -> store,
                    SessionSettingsWriter.settings(config),
                    new SessionLogFactory(VenueFixSession.this::onTrouble),
                    new MessageFactory(),
                    QUEUE_CAPACITY);
        }

        @Override
        protected EventHandlingStrategy getEventHandlingStrategy() {
            return events;
        }
    }

    /** What QuickFIX/J calls, on its own threads but for first sends. */
    private final class Callbacks implements Application {
        @Override
        public void onCreate(final SessionID id) {
            // looked up when started
        }

        @Override
        public void onLogon(final SessionID id) {
            trouble = "";
            connection++;
            put(FixInbound.Kind.LOGON, null, "", 0);
        }

        @Override
        public void onLogout(final SessionID id) {
            put(FixInbound.Kind.LOGOUT, null, trouble.isEmpty() ? "disconnected" : trouble, 0);
        }

        @Override
        public void toAdmin(final Message message, final SessionID id) {
            if (isOfType(message, MsgType.LOGON)) {
                firstSeqOfConnection = seqOf(message);
                if (!config.username().isEmpty()) {
                    message.setString(553, config.username());
                }
                if (!config.password().reveal().isEmpty()) {
                    message.setString(554, config.password().reveal());
                }
            }
        }

        @Override
        public void fromAdmin(final Message message, final SessionID id) {
            if (isOfType(message, MsgType.LOGOUT) && message.isSetField(58)) {
                trouble = FixSecrets.mask(textOf(message));
            } else if (isOfType(message, MsgType.REJECT) || isOfType(message, MsgType.SEQUENCE_RESET)) {
                put(FixInbound.Kind.MESSAGE, message, "", seqOf(message));
            }
        }

        @Override
        public void toApp(final Message message, final SessionID id) throws DoNotSend {
            if (isPossDup(message)) {
                approveResend(message);
            } else if (connection != sendingConnection || !session.isLoggedOn()) {
                throw new DoNotSend();
            } else {
                approved = true;
            }
        }

        private void approveResend(final Message message) throws DoNotSend {
            if (isOfType(message, MsgType.ORDER_SINGLE) || isOfType(message, MsgType.ORDER_CANCEL_REPLACE_REQUEST)) {
                put(FixInbound.Kind.NEVER_RECEIVED, message, "the venue asked for it again", 0);
                throw new DoNotSend();
            }
            if (seqOf(message) < firstSeqOfConnection) {
                throw new DoNotSend();
            }
        }

        @Override
        public void fromApp(final Message message, final SessionID id) {
            put(FixInbound.Kind.MESSAGE, message, "", seqOf(message));
        }
    }

    private static boolean isOfType(final Message message, final String msgType) {
        try {
            return msgType.equals(message.getHeader().getString(MsgType.FIELD));
        } catch (final FieldNotFound e) {
            return false;
        }
    }

    private static boolean isPossDup(final Message message) {
        try {
            return message.getHeader().isSetField(PossDupFlag.FIELD)
                    && message.getHeader().getBoolean(PossDupFlag.FIELD);
        } catch (final FieldNotFound e) {
            return false;
        }
    }

    private static int seqOf(final Message message) {
        try {
            return message.getHeader().getInt(MsgSeqNum.FIELD);
        } catch (final FieldNotFound e) {
            return 0;
        }
    }

    private static String textOf(final Message message) {
        try {
            return message.getString(58);
        } catch (final FieldNotFound e) {
            return "";
        }
    }
}
