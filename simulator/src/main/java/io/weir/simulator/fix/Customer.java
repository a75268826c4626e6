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

/** One account and its FIX session. What is sent while the customer is away gets its number and reaches it by resend. */
final class Customer {
    private final AccountConfig config;
    private final Account account;
    private final SessionID sessionId;
    private final Session session;
    private final ReportGate<Message> reports;

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

    boolean isLoggedOn() {
        return session.isLoggedOn();
    }

    /** Drops the connection without a Logout. */
    void disconnect() {
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
