package io.weir.simulator.fix;

import io.weir.simulator.AccountConfig;
import io.weir.simulator.fault.Faults;
import io.weir.simulator.fault.ReportGate;
import io.weir.simulator.matching.Account;
import java.io.IOException;
import java.io.UncheckedIOException;
import quickfix.Message;
import quickfix.Session;
import quickfix.SessionID;

/** One account and its FIX session, under the venue's lock. What is sent while the customer is away gets its number and reaches it by resend. */
final class Customer {
    private final AccountConfig config;
    private final Account account;
    private final SessionID sessionId;
    private final Session session;
    private final AppendStore store;
    private final ReportGate<Message> reports;
    private ConnectionGate held;

    Customer(
            final AccountConfig config,
            final Account account,
            final SessionID sessionId,
            final Session session,
            final Faults faults) {
        this.config = config;
        this.account = account;
        this.sessionId = sessionId;
        this.session = session;
        this.store = (AppendStore) session.getStore();
        this.reports = new ReportGate<>(faults, this::send);
    }

    Account account() {
        return account;
    }

    SessionID sessionId() {
        return sessionId;
    }

    /** The way for what tells of orders; faults act here. */
    ReportGate<Message> reports() {
        return reports;
    }

    /** Sends at once, past the gate: answers to queries, market data, rejects. */
    void send(final Message message) {
        session.send(message);
    }

    /** A batch begins: what is sent is gathered, in the store and before the socket. */
    void hold(final ConnectionGate gate) {
        gate.hold();
        store.hold();
        held = gate;
    }

    /** Puts the numbers of what has come, and what was sent, on file. */
    void putOnFile() {
        try {
            store.write();
        } catch (final IOException e) {
            throw notOnFile(e);
        }
    }

    /** The batch ends: what was sent is put on file and leaves. */
    void release() {
        final ConnectionGate gate = held;
        if (gate == null) {
            return;
        }
        held = null;
        try {
            store.release();
            gate.release();
        } catch (final IOException e) {
            gate.drop();
            throw notOnFile(e);
        }
    }

    private UncheckedIOException notOnFile(final IOException e) {
        return new UncheckedIOException("the store of " + sessionId + " cannot be written", e);
    }

    boolean isLoggedOn() {
        return session.isLoggedOn();
    }

    /** Drops the connection without a Logout; what was sent before leaves. */
    void disconnect() {
        release();
        try {
            session.disconnect("dropped by the venue", false);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot drop the connection of " + sessionId, e);
        }
    }

    boolean acceptsPassword(final String password) {
        return config.secret().isEmpty() || config.secret().equals(password);
    }
}
