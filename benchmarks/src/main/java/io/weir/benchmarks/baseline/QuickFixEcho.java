package io.weir.benchmarks.baseline;

import java.util.concurrent.CountDownLatch;
import quickfix.Application;
import quickfix.ConfigError;
import quickfix.DefaultMessageFactory;
import quickfix.FieldNotFound;
import quickfix.FileStoreFactory;
import quickfix.Log;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.SessionNotFound;
import quickfix.SessionSettings;
import quickfix.SocketAcceptor;
import quickfix.field.AvgPx;
import quickfix.field.ClOrdID;
import quickfix.field.CumQty;
import quickfix.field.ExecID;
import quickfix.field.ExecType;
import quickfix.field.LeavesQty;
import quickfix.field.MsgType;
import quickfix.field.OrdStatus;
import quickfix.field.OrdType;
import quickfix.field.OrderID;
import quickfix.field.OrderQty;
import quickfix.field.Price;
import quickfix.field.Side;
import quickfix.field.Symbol;
import quickfix.field.TransactTime;
import quickfix.fix44.ExecutionReport;

/**
 * A bare QuickFIX/J acceptor that answers each NewOrderSingle with ExecutionReport New: file store, dictionary checks on, no log.
 * A process of its own: {@code QuickFixEcho DIR PORT}.
 */
public final class QuickFixEcho implements Application {
    private long ids;

    private QuickFixEcho() {}

    /**
     * Runs until the process is ended.
     *
     * @param args directory of the file store, port to listen on.
     * @throws ConfigError          if QuickFIX/J refuses its settings.
     * @throws InterruptedException never meant.
     */
    public static void main(final String[] args) throws ConfigError, InterruptedException {
        final SessionSettings settings = settings(args[0], Integer.parseInt(args[1]));
        final SocketAcceptor acceptor = new SocketAcceptor(
                new QuickFixEcho(),
                new FileStoreFactory(settings),
                settings,
                session -> new NoLog(),
                new DefaultMessageFactory());
        acceptor.start();
        System.out.println(EchoNames.READY);
        new CountDownLatch(1).await();
    }

    private static SessionSettings settings(final String directory, final int port) {
        final SessionSettings settings = new SessionSettings();
        settings.setString("ConnectionType", "acceptor");
        settings.setString("StartTime", "00:00:00");
        settings.setString("EndTime", "00:00:00");
        settings.setString("NonStopSession", "Y");
        settings.setString("UseDataDictionary", "Y");
        settings.setString("DataDictionary", "FIX44.xml");
        settings.setString("SocketAcceptAddress", "127.0.0.1");
        settings.setLong("SocketAcceptPort", port);
        settings.setString("SocketTcpNoDelay", "Y");
        settings.setString("FileStorePath", directory);
        final SessionID session = new SessionID("FIX.4.4", EchoNames.SERVER, EchoNames.CLIENT);
        settings.setString(session, "BeginString", session.getBeginString());
        settings.setString(session, "SenderCompID", session.getSenderCompID());
        settings.setString(session, "TargetCompID", session.getTargetCompID());
        return settings;
    }

    @Override
    public void fromApp(final Message message, final SessionID session) throws FieldNotFound {
        if (!MsgType.ORDER_SINGLE.equals(message.getHeader().getString(MsgType.FIELD))) {
            return;
        }
        final String id = Long.toString(++ids);
        final double orderQty = message.getDouble(OrderQty.FIELD);
        final ExecutionReport report = new ExecutionReport(
                new OrderID(id),
                new ExecID(id),
                new ExecType(ExecType.NEW),
                new OrdStatus(OrdStatus.NEW),
                new Side(message.getChar(Side.FIELD)),
                new LeavesQty(orderQty),
                new CumQty(0),
                new AvgPx(0));
        report.set(new ClOrdID(message.getString(ClOrdID.FIELD)));
        report.set(new Symbol(message.getString(Symbol.FIELD)));
        report.set(new OrderQty(orderQty));
        report.set(new OrdType(message.getChar(OrdType.FIELD)));
        report.set(new Price(message.getDouble(Price.FIELD)));
        report.set(new TransactTime());
        try {
            Session.sendToTarget(report, session);
        } catch (final SessionNotFound e) {
            throw new IllegalStateException("the session that has just spoken", e);
        }
    }

    @Override
    public void onCreate(final SessionID session) {
        // nothing to do
    }

    @Override
    public void onLogon(final SessionID session) {
        // nothing to do
    }

    @Override
    public void onLogout(final SessionID session) {
        // nothing to do
    }

    @Override
    public void toAdmin(final Message message, final SessionID session) {
        // goes as it is
    }

    @Override
    public void fromAdmin(final Message message, final SessionID session) {
        // QuickFIX/J works it
    }

    @Override
    public void toApp(final Message message, final SessionID session) {
        // goes as it is
    }

    /** The engine's own log would cost it half of its speed. */
    private static final class NoLog implements Log {
        @Override
        public void clear() {
            // keeps nothing
        }

        @Override
        public void onIncoming(final String message) {
            // keeps nothing
        }

        @Override
        public void onOutgoing(final String message) {
            // keeps nothing
        }

        @Override
        public void onEvent(final String text) {
            // keeps nothing
        }

        @Override
        public void onErrorEvent(final String text) {
            System.err.println(text);
        }
    }
}
