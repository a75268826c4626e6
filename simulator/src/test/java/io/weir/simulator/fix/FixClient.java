package io.weir.simulator.fix;

import io.weir.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionSettings;
import quickfix.SocketInitiator;
import quickfix.fix44.NewOrderSingle;
import quickfix.fix44.OrderCancelReplaceRequest;
import quickfix.fix44.OrderCancelRequest;
import quickfix.fix44.OrderStatusRequest;

/** An independent FIX customer on QuickFIX/J that keeps all application messages it gets. */
final class FixClient implements Application, AutoCloseable {
    final List<Message> received = new CopyOnWriteArrayList<>();
    final List<Message> admin = new CopyOnWriteArrayList<>();
    private final SocketInitiator initiator;
    private final SessionID sessionId;
    private final String password;

    FixClient(final SimulatorConfig venue, final int port, final Path store, final String password) throws ConfigError {
        this.password = password;
        this.sessionId = new SessionID("FIX.4.4", venue.accounts().get(0).login(), venue.name());
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "initiator");
        settings.setString("SocketConnectHost", SimulatorConfig.HOST);
        settings.setLong("SocketConnectPort", port);
        settings.setLong("HeartBtInt", 30);
        settings.setLong("ReconnectInterval", 1);
        settings.setString("StartTime", "00:00:00");
        settings.setString("EndTime", "00:00:00");
        settings.setString("NonStopSession", "Y");
        settings.setString("FileStorePath", store.toString());
        settings.setString(sessionId, "Description", "client");
        initiator = new SocketInitiator(
                this,
                new FileStoreFactory(settings),
                settings,
                SessionLog.FACTORY,
                new quickfix.fix44.MessageFactory());
    }

    static FixClient loggedOn(final SimulatorConfig venue, final int port, final Path store) throws ConfigError {
        final FixClient client =
                new FixClient(venue, port, store, venue.accounts().get(0).secret());
        client.start();
        client.awaitLogon();
        return client;
    }

    void start() throws ConfigError {
        initiator.start();
    }

    void awaitLogon() {
        Awaitility.await().until(() -> session() != null && session().isLoggedOn());
    }

    Session session() {
        return Session.lookupSession(sessionId);
    }

    void send(final Message message) {
        session().send(message);
    }

    void order(final String clOrdId, final char side, final String qty, final String price, final char timeInForce) {
        send(newOrder(clOrdId, side, qty, price, timeInForce));
    }

    static NewOrderSingle newOrder(
            final String clOrdId, final char side, final String qty, final String price, final char timeInForce) {
        final NewOrderSingle order = new NewOrderSingle();
        order.setString(11, clOrdId);
        order.setString(55, "BTC-USD");
        order.setChar(54, side);
        order.setString(38, qty);
        order.setChar(40, price == null ? '1' : '2');
        if (price != null) {
            order.setString(44, price);
        }
        order.setChar(59, timeInForce);
        order.setUtcTimeStamp(60, LocalDateTime.now(ZoneOffset.UTC));
        return order;
    }

    void cancel(final String clOrdId, final String origClOrdId) {
        final OrderCancelRequest cancel = new OrderCancelRequest();
        cancel.setString(11, clOrdId);
        cancel.setString(41, origClOrdId);
        cancel.setString(55, "BTC-USD");
        cancel.setChar(54, '1');
        cancel.setUtcTimeStamp(60, LocalDateTime.now(ZoneOffset.UTC));
        send(cancel);
    }

    void replace(final String clOrdId, final String origClOrdId, final String qty, final String price) {
        final OrderCancelReplaceRequest replace = new OrderCancelReplaceRequest();
        replace.setString(11, clOrdId);
        replace.setString(41, origClOrdId);
        replace.setString(55, "BTC-USD");
        replace.setChar(54, '1');
        replace.setChar(40, '2');
        replace.setString(38, qty);
        replace.setString(44, price);
        replace.setUtcTimeStamp(60, LocalDateTime.now(ZoneOffset.UTC));
        send(replace);
    }

    void askStatus(final String clOrdId) {
        final OrderStatusRequest request = new OrderStatusRequest();
        request.setString(11, clOrdId);
        request.setString(55, "BTC-USD");
        request.setChar(54, '1');
        request.setString(790, "ask-" + clOrdId);
        send(request);
    }

    Message awaitReport(final String clOrdId, final char execType) {
        return await(m -> is(m, "8") && has(m, 11, clOrdId) && has(m, 150, String.valueOf(execType)));
    }

    Message await(final Predicate<Message> wanted) {
        return Awaitility.await()
                .until(() -> received.stream().filter(wanted).findFirst().orElse(null), m -> m != null);
    }

    long count(final Predicate<Message> wanted) {
        return received.stream().filter(wanted).count();
    }

    static boolean is(final Message message, final String type) {
        try {
            return message.getHeader().getString(35).equals(type);
        } catch (final FieldNotFound e) {
            throw new AssertionError(e);
        }
    }

    static boolean has(final Message message, final int tag, final String value) {
        return value.equals(get(message, tag));
    }

    static String get(final Message message, final int tag) {
        try {
            return message.isSetField(tag) ? message.getString(tag) : null;
        } catch (final FieldNotFound e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void onCreate(final SessionID id) {
        // Looked up when needed.
    }

    @Override
    public void onLogon(final SessionID id) {
        // Asked of the session.
    }

    @Override
    public void onLogout(final SessionID id) {
        // Asked of the session.
    }

    @Override
    public void toAdmin(final Message message, final SessionID id) {
        if (is(message, "A")) {
            message.setString(553, id.getSenderCompID());
            message.setString(554, password);
        }
    }

    @Override
    public void fromAdmin(final Message message, final SessionID id) {
        admin.add(message);
    }

    @Override
    public void toApp(final Message message, final SessionID id) {
        // Sent as it is.
    }

    @Override
    public void fromApp(final Message message, final SessionID id) {
        received.add(message);
    }

    @Override
    public void close() {
        initiator.stop(true);
    }
}
