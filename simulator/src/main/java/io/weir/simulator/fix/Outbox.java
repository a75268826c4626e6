package io.weir.simulator.fix;

import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.ExchangeListener;
import io.weir.simulator.matching.OrdStatus;
import io.weir.simulator.matching.Order;
import io.weir.simulator.matching.Trade;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quickfix.Message;

/**
 * Turns what happens in the exchange into reports at once, so that each shows the order as it was then, and keeps them until the
 * ledger has them. Called under the venue's lock.
 */
final class Outbox implements ExchangeListener {
    private final ReportWriter writer;
    private final Map<Account, Customer> customers = new HashMap<>();
    private final List<Letter> letters = new ArrayList<>();

    Outbox(final ReportWriter writer) {
        this.writer = writer;
    }

    void add(final Customer customer) {
        customers.put(customer.account(), customer);
    }

    /** Hands everything to the customers' gates. */
    void flush(final long nowMs) {
        for (final Letter letter : letters) {
            letter.to.reports().say(letter.message, letter.execution, nowMs);
        }
        letters.clear();
    }

    /** Forgets everything: the ledger does not have it. */
    void drop() {
        letters.clear();
    }

    /** Queues an answer that is no report of the exchange's, behind those that are. */
    void put(final Customer to, final Message message) {
        letters.add(new Letter(to, message, false));
    }

    @Override
    public void onAccepted(final Order order) {
        put(order, writer.state(order, '0', writer.nextExecId(), order.updatedMs()), false);
    }

    @Override
    public void onTrade(final Trade trade) {
        report(trade, trade.maker());
        report(trade, trade.taker());
    }

    private void report(final Trade trade, final Order order) {
        if (!order.account().isHouse()) {
            put(order, writer.trade(order, trade), true);
        }
    }

    @Override
    public void onCanceled(final Order order, final String cancelClOrdId) {
        final Message report = writer.state(order, '4', writer.nextExecId(), order.updatedMs());
        if (cancelClOrdId != null) {
            report.setString(41, order.clOrdId());
            report.setString(11, cancelClOrdId);
        }
        put(order, report, false);
    }

    @Override
    public void onExpired(final Order order) {
        final char execType = FixCodes.code(OrdStatus.EXPIRED, order.timeInForce());
        put(order, writer.state(order, execType, writer.nextExecId(), order.updatedMs()), false);
    }

    @Override
    public void onReplaced(final Order order, final String origClOrdId) {
        final Message report = writer.state(order, '5', writer.nextExecId(), order.updatedMs());
        report.setString(41, origClOrdId);
        put(order, report, false);
    }

    private void put(final Order order, final Message message, final boolean execution) {
        letters.add(new Letter(customers.get(order.account()), message, execution));
    }

    private record Letter(Customer to, Message message, boolean execution) {}
}
