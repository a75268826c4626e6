package io.weir.simulator.fix;

import io.weir.simulator.AccountConfig;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.fault.RequestKind;
import io.weir.simulator.floor.TradingFloor;
import io.weir.simulator.matching.Order;
import java.util.HashMap;
import java.util.Map;
import quickfix.Application;
import quickfix.DoNotSend;
import quickfix.FieldNotFound;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.RejectLogon;
import quickfix.Session;
import quickfix.SessionID;
import quickfix.UnsupportedMessageType;
import quickfix.fix44.BusinessMessageReject;

/**
 * The venue between two starts: takes messages from the threads that read connections and ticks from the venue's timer, all under
 * {@link #lock}, which stands for the venue's thread. What one read of a connection brings is a batch: its requests are worked one
 * after the other, put on record together, then answered.
 */
final class FixVenue implements Application {
    private static final long PUBLISH_EVERY_MS = 100;

    private final Object lock = new Object();
    private final SimulatorConfig config;
    private final Faults faults;
    private final ReportWriter writer = new ReportWriter(System.currentTimeMillis());
    private final Outbox outbox = new Outbox(writer);
    private final TradingFloor floor;
    private final OrderDesk orderDesk;
    private final StatusDesk statusDesk;
    private final MarketDataDesk marketDataDesk;
    private final Map<SessionID, Customer> customers = new HashMap<>();
    private long lastPublishMs;
    private boolean closed;

    FixVenue(final SimulatorConfig config, final Faults faults) {
        this.config = config;
        this.faults = faults;
        this.floor = new TradingFloor(config, outbox);
        this.orderDesk = new OrderDesk(floor, outbox, writer);
        this.statusDesk = new StatusDesk(floor.exchange(), writer);
        this.marketDataDesk = new MarketDataDesk(floor.exchange());
    }

    Object lock() {
        return lock;
    }

    TradingFloor floor() {
        return floor;
    }

    /** Moves the market, lets out what is due, publishes market data, goes on with long answers. */
    void tick(final long nowMs) {
        synchronized (lock) {
            if (closed) {
                return;
            }
            floor.tick(nowMs);
            settle(nowMs);
            customers.values().forEach(c -> c.reports().release(nowMs));
            if (nowMs - lastPublishMs >= PUBLISH_EVERY_MS) {
                lastPublishMs = nowMs;
                marketDataDesk.publish();
            }
            statusDesk.work();
        }
    }

    /** One read of a connection begins; null before its Logon. */
    Customer beginBatch(final SessionID sessionId, final ConnectionGate gate) {
        synchronized (lock) {
            final Customer customer = customers.get(sessionId);
            if (customer != null) {
                customer.hold(gate);
            }
            return customer;
        }
    }

    /**
     * All that the read brought is worked. The numbers of its messages are on file before the ledger has what they asked for: what a
     * kill takes away in between is unknown here, and was not executed.
     */
    void endBatch(final Customer customer) {
        synchronized (lock) {
            try {
                if (customer != null) {
                    customer.putOnFile();
                }
                if (!closed) {
                    settle(System.currentTimeMillis());
                }
            } finally {
                if (customer != null) {
                    customer.release();
                }
            }
        }
    }

    /** Records, then tells; what cannot be recorded is not told, and the venue falls silent. */
    private void settle(final long nowMs) {
        if (floor.commit()) {
            outbox.flush(nowMs);
        } else {
            outbox.drop();
            disconnectAll();
        }
    }

    void disconnectAll() {
        synchronized (lock) {
            customers.values().forEach(Customer::disconnect);
        }
    }

    /** After this nothing reaches the floor any more. */
    void close() {
        synchronized (lock) {
            closed = true;
            floor.close();
        }
    }

    @Override
    public void onCreate(final SessionID sessionId) {
        synchronized (lock) {
            for (final AccountConfig account : config.accounts()) {
                if (FixSettings.sessionId(config, account).equals(sessionId)) {
                    final Customer customer = new Customer(
                            account,
                            floor.exchange().account(account.name()),
                            sessionId,
                            Session.lookupSession(sessionId),
                            faults);
                    customers.put(sessionId, customer);
                    outbox.add(customer);
                }
            }
        }
    }

    @Override
    public void onLogon(final SessionID sessionId) {
        synchronized (lock) {
            customers.get(sessionId).reports().speak();
        }
    }

    @Override
    public void onLogout(final SessionID sessionId) {
        synchronized (lock) {
            marketDataDesk.onDisconnect(customers.get(sessionId));
        }
    }

    @Override
    public void toAdmin(final Message message, final SessionID sessionId) {
        // Administrative messages go out as they are.
    }

    @Override
    public void fromAdmin(final Message message, final SessionID sessionId) throws FieldNotFound, RejectLogon {
        if (!"A".equals(message.getHeader().getString(35))) {
            return;
        }
        if (floor.isHalted()) {
            throw new RejectLogon("the venue is halted");
        }
        final String password = message.isSetField(554) ? message.getString(554) : "";
        if (!customers.get(sessionId).acceptsPassword(password)) {
            throw new RejectLogon("Password(554) is not the one of " + sessionId.getTargetCompID());
        }
    }

    /** Market data of the past is worth nothing: a resend skips it. No lock is taken here, for a sender may hold it. */
    @Override
    public void toApp(final Message message, final SessionID sessionId) throws DoNotSend {
        try {
            final String type = message.getHeader().getString(35);
            final boolean again =
                    message.getHeader().isSetField(43) && message.getHeader().getBoolean(43);
            if (again && ("W".equals(type) || "X".equals(type))) {
                throw new DoNotSend();
            }
        } catch (final FieldNotFound noMsgType) {
            throw new IllegalStateException("a message without MsgType(35) was about to leave", noMsgType);
        }
    }

    @Override
    public void fromApp(final Message message, final SessionID sessionId)
            throws FieldNotFound, IncorrectTagValue, UnsupportedMessageType {
        synchronized (lock) {
            if (!closed) {
                receive(customers.get(sessionId), message, System.currentTimeMillis());
            }
        }
    }

    private void receive(final Customer customer, final Message fix, final long nowMs)
            throws FieldNotFound, IncorrectTagValue, UnsupportedMessageType {
        final String type = fix.getHeader().getString(35);
        switch (type) {
            case "D" -> enterOrder(customer, fix, RequestKind.PLACE, nowMs);
            case "F" -> enterOrder(customer, fix, RequestKind.CANCEL, nowMs);
            case "G" -> enterOrder(customer, fix, RequestKind.REPLACE, nowMs);
            case "H", "AF", "AD" -> ask(customer, fix, type, nowMs);
            case "V" -> marketDataDesk.onRequest(customer, fix);
            default -> throw new UnsupportedMessageType();
        }
    }

    private void enterOrder(final Customer customer, final Message fix, final RequestKind kind, final long nowMs)
            throws FieldNotFound {
        if (struckBefore(customer, fix, kind, nowMs)) {
            return;
        }
        if (isRepeat(customer, fix)) {
            settle(nowMs);
            customer.send(statusDesk.status(customer.account().findByClOrdId(fix.getString(11)), nowMs));
            return;
        }
        final boolean silent = faults.strikes(FaultKind.SILENT_AFTER, kind);
        final boolean drop = faults.strikes(FaultKind.DROP_AFTER, kind);
        final boolean error = faults.strikes(FaultKind.ERROR_AFTER, kind);
        if (silent || drop || error) {
            settle(nowMs); // whatever was asked before does not suffer
        }
        if (error) {
            customer.send(unavailable(fix, "application error"));
        }
        work(customer, fix, kind, nowMs);
        if (silent) {
            customer.reports().silence();
        }
        if (drop) {
            customer.disconnect();
        }
    }

    private void work(final Customer customer, final Message fix, final RequestKind kind, final long nowMs)
            throws FieldNotFound {
        switch (kind) {
            case PLACE -> {
                final Order order = orderDesk.place(customer, fix, nowMs);
                if (order != null && order.rejectReason() == null && faults.strikes(FaultKind.HIDE_ORDER)) {
                    order.hideUntil(nowMs + faults.delayMs(FaultKind.HIDE_ORDER));
                }
            }
            case CANCEL -> orderDesk.cancel(customer, fix, nowMs);
            case REPLACE -> orderDesk.replace(customer, fix, nowMs);
            case QUERY -> throw new IllegalArgumentException("a query is no order entry");
        }
    }

    /** A new order said again with PossDupFlag or PossResend that is known: its status is the answer, never a second order. */
    private static boolean isRepeat(final Customer customer, final Message fix) throws FieldNotFound {
        final boolean again = isYes(fix, 43) || isYes(fix, 97);
        return again
                && "D".equals(fix.getHeader().getString(35))
                && customer.account().findByClOrdId(fix.getString(11)) != null;
    }

    private static boolean isYes(final Message fix, final int tag) throws FieldNotFound {
        return fix.getHeader().isSetField(tag) && fix.getHeader().getBoolean(tag);
    }

    private void ask(final Customer customer, final Message fix, final String type, final long nowMs)
            throws FieldNotFound, IncorrectTagValue {
        settle(nowMs); // an answer counts what was told before
        if (struckBefore(customer, fix, RequestKind.QUERY, nowMs)) {
            return;
        }
        if (statusDesk.isBusy()) {
            customer.send(unavailable(fix, "too many status requests wait"));
            return;
        }
        switch (type) {
            case "H" -> statusDesk.onOrderStatusRequest(customer, fix, nowMs);
            case "AF" -> statusDesk.onMassStatusRequest(customer, fix, nowMs);
            default -> statusDesk.onTradeCaptureReportRequest(customer, fix);
        }
        statusDesk.work();
    }

    /** Whether a fault keeps the request from being worked at all. */
    private boolean struckBefore(final Customer customer, final Message fix, final RequestKind kind, final long nowMs)
            throws FieldNotFound {
        if (faults.strikes(FaultKind.SILENT_BEFORE, kind)) {
            return true;
        }
        if (faults.strikes(FaultKind.DROP_BEFORE, kind)) {
            settle(nowMs);
            customer.disconnect();
            return true;
        }
        if (faults.strikes(FaultKind.ERROR_BEFORE, kind)) {
            customer.send(unavailable(fix, "application not available"));
            return true;
        }
        if (faults.strikes(FaultKind.RATE_LIMIT, kind)) {
            customer.send(businessReject(fix, 0, "message rate limit exceeded, not processed"));
            return true;
        }
        return false;
    }

    private static BusinessMessageReject unavailable(final Message fix, final String text) throws FieldNotFound {
        return businessReject(fix, 4, text);
    }

    private static BusinessMessageReject businessReject(final Message fix, final int reason, final String text)
            throws FieldNotFound {
        final BusinessMessageReject reject = new BusinessMessageReject();
        reject.setInt(45, fix.getHeader().getInt(34));
        reject.setString(372, fix.getHeader().getString(35));
        if (fix.isSetField(11)) {
            reject.setString(379, fix.getString(11));
        }
        reject.setInt(380, reason);
        reject.setString(58, text);
        return reject;
    }
}
