package io.weir.simulator.fix;

import io.weir.simulator.floor.ExecIds;
import io.weir.simulator.matching.Account;
import io.weir.simulator.matching.Decimals;
import io.weir.simulator.matching.Exchange;
import io.weir.simulator.matching.Fills;
import io.weir.simulator.matching.Instrument;
import io.weir.simulator.matching.Order;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import quickfix.FieldNotFound;
import quickfix.Group;
import quickfix.IncorrectTagValue;
import quickfix.Message;
import quickfix.field.MsgType;
import quickfix.fix44.TradeCaptureReport;
import quickfix.fix44.TradeCaptureReportRequestAck;

/**
 * Answers questions about the past: OrderStatusRequest(H), OrderMassStatusRequest(AF) and TradeCaptureReportRequest(AD), the last
 * being FIX 4.4's way to ask for fills that were missed. Long answers leave in portions, a bounded number each tick. Called under
 * the venue's lock.
 */
final class StatusDesk {
    private static final int MAX_TRADES = 100_000;
    private static final int MAX_JOBS = 100;
    private static final int PORTION = 2_000;
    private static final int MASS_STATUS_OF_SECURITY = 1;
    private static final int MASS_STATUS_OF_ALL = 7;
    private static final String NONE = "NONE";

    private final Exchange exchange;
    private final ReportWriter writer;
    private final Deque<Job> jobs = new ArrayDeque<>();

    StatusDesk(final Exchange exchange, final ReportWriter writer) {
        this.exchange = exchange;
        this.writer = writer;
    }

    void onOrderStatusRequest(final Customer customer, final Message fix, final long nowMs) throws FieldNotFound {
        final Order order = find(customer, fix);
        final Message report =
                order == null || order.hiddenUntilMs() > nowMs ? unknown(customer, fix, nowMs) : status(order, nowMs);
        if (fix.isSetField(790)) {
            report.setString(790, fix.getString(790));
        }
        customer.send(report);
    }

    private Order find(final Customer customer, final Message fix) throws FieldNotFound {
        final Order byClient = fix.isSetField(11) ? customer.account().findByClOrdId(fix.getString(11)) : null;
        if (byClient != null || !fix.isSetField(37)) {
            return byClient;
        }
        final long orderId = Decimals.parse(fix.getString(37), 0);
        final Order byVenue = orderId > 0 ? exchange.order(orderId) : null;
        return byVenue != null && byVenue.account() == customer.account() ? byVenue : null;
    }

    /** ExecType I: how the order stands. */
    Message status(final Order order, final long nowMs) {
        return writer.state(order, 'I', writer.nextExecId(), nowMs);
    }

    private Message unknown(final Customer customer, final Message fix, final long nowMs) throws FieldNotFound {
        final Message report = empty(customer, nowMs);
        report.setString(55, fix.getString(55));
        report.setChar(54, fix.getChar(54));
        if (fix.isSetField(11)) {
            report.setString(11, fix.getString(11));
        }
        report.setInt(103, FixCodes.ORD_REJ_UNKNOWN_ORDER);
        report.setString(58, "unknown order");
        return report;
    }

    private Message empty(final Customer customer, final long nowMs) {
        final Message report = new FlatMessage(MsgType.EXECUTION_REPORT);
        report.setString(37, NONE);
        report.setString(17, writer.nextExecId());
        report.setChar(150, 'I');
        report.setChar(39, '8');
        report.setString(1, customer.account().name());
        report.setString(151, "0");
        report.setString(14, "0");
        report.setString(6, "0");
        report.setString(60, writer.time().timestamp(nowMs));
        return report;
    }

    /** All open orders, of one symbol or of all. */
    void onMassStatusRequest(final Customer customer, final Message fix, final long nowMs)
            throws FieldNotFound, IncorrectTagValue {
        final int type = fix.getInt(585);
        if (type != MASS_STATUS_OF_ALL && type != MASS_STATUS_OF_SECURITY) {
            throw new IncorrectTagValue(585, Integer.toString(type));
        }
        final String symbol = type == MASS_STATUS_OF_SECURITY ? fix.getString(55) : null;
        final String requestId = fix.getString(584);
        final List<Supplier<Message>> answers = new ArrayList<>();
        for (Order o = customer.account().firstOpen(); o != null; o = o.nextOpen()) {
            final Order order = o;
            if ((symbol == null || symbol.equals(o.instrument().symbol())) && o.hiddenUntilMs() <= nowMs) {
                answers.add(() -> status(order, order.updatedMs()));
            }
        }
        if (answers.isEmpty()) {
            answers.add(() -> noOrders(customer, symbol, nowMs));
        }
        final int total = answers.size();
        enter(new Job(customer, answers, (message, last) -> {
            message.setString(584, requestId);
            message.setInt(911, total);
            message.setBoolean(912, last);
        }));
    }

    private Message noOrders(final Customer customer, final String symbol, final long nowMs) {
        final Message report = empty(customer, nowMs);
        report.setString(55, symbol == null ? "[N/A]" : symbol);
        report.setChar(54, '7');
        report.setString(58, "no open orders");
        return report;
    }

    /** Fills, oldest first, of one order or of all, since a time if one is given. */
    void onTradeCaptureReportRequest(final Customer customer, final Message fix) throws FieldNotFound {
        final String symbol = fix.isSetField(55) ? fix.getString(55) : null;
        final long sinceMs = since(fix);
        final List<Supplier<Message>> answers = new ArrayList<>();
        final boolean one = fix.isSetField(11) || fix.isSetField(37);
        if (one) {
            addFills(answers, find(customer, fix), symbol, sinceMs);
        } else {
            exchange.forEachOrder(0, order -> {
                if (order.account() == customer.account()) {
                    addFills(answers, order, symbol, sinceMs);
                }
                return answers.size() <= MAX_TRADES;
            });
        }
        final boolean tooMany = answers.size() > MAX_TRADES;
        final TradeCaptureReportRequestAck ack = new TradeCaptureReportRequestAck();
        ack.setString(568, fix.getString(568));
        ack.setInt(569, fix.getInt(569));
        ack.setString(55, symbol == null ? "[N/A]" : symbol);
        ack.setInt(748, tooMany ? 0 : answers.size());
        ack.setInt(749, tooMany ? 99 : 0);
        ack.setInt(750, tooMany ? 2 : 0);
        if (tooMany) {
            ack.setString(58, "more than " + MAX_TRADES + " trades; ask since a later TransactTime(60)");
        }
        customer.send(ack);
        if (!tooMany && !answers.isEmpty()) {
            final String requestId = fix.getString(568);
            enter(new Job(customer, answers, (message, last) -> {
                message.setString(568, requestId);
                message.setBoolean(912, last);
            }));
        }
    }

    private static long since(final Message fix) throws FieldNotFound {
        if (!fix.isSetField(580) || fix.getInt(580) == 0) {
            return 0;
        }
        final Group first = fix.getGroup(1, 580);
        return first.isSetField(60) ? FixTime.parse(first.getString(60)) : 0;
    }

    private void addFills(
            final List<Supplier<Message>> answers, final Order order, final String symbol, final long sinceMs) {
        if (order == null || symbol != null && !symbol.equals(order.instrument().symbol())) {
            return;
        }
        for (int i = 0; i < order.fills().size(); i++) {
            final int fill = i;
            if (order.fills().timeMs(i) >= sinceMs) {
                answers.add(() -> capture(order, fill));
            }
        }
    }

    private TradeCaptureReport capture(final Order order, final int fill) {
        final Fills fills = order.fills();
        final Instrument i = order.instrument();
        final String execId = ExecIds.ofTrade(i.symbol(), fills.tradeId(fill), order.side());
        final TradeCaptureReport report = new TradeCaptureReport();
        report.setString(571, execId);
        report.setString(17, execId);
        report.setBoolean(570, false);
        report.setString(55, i.symbol());
        report.setString(32, Decimals.format(fills.lastQty(fill), i.qtyScale()));
        report.setString(31, Decimals.format(fills.lastPx(fill), i.priceScale()));
        report.setString(75, writer.time().date(fills.timeMs(fill)));
        report.setString(60, writer.time().timestamp(fills.timeMs(fill)));
        final TradeCaptureReport.NoSides side = new TradeCaptureReport.NoSides();
        side.setChar(54, FixCodes.code(order.side()));
        side.setString(37, Long.toString(order.orderId()));
        side.setString(11, order.clOrdId());
        side.setString(1, order.account().name());
        side.setString(12, Decimals.format(fills.fee(fill), Account.SCALE));
        side.setChar(13, '3');
        side.setString(479, order.book().feeAsset(order.side()));
        report.addGroup(side);
        return report;
    }

    private void enter(final Job job) {
        if (jobs.size() >= MAX_JOBS) {
            throw new IllegalStateException("more than " + MAX_JOBS + " status requests wait");
        }
        jobs.add(job);
    }

    boolean isBusy() {
        return jobs.size() >= MAX_JOBS;
    }

    /** Sends the next portion of long answers. */
    void work() {
        int left = PORTION;
        while (left > 0 && !jobs.isEmpty()) {
            final Job job = jobs.peek();
            left -= job.send(left);
            if (job.isDone()) {
                jobs.poll();
            }
        }
    }

    private interface Stamp {
        void on(Message message, boolean last);
    }

    private static final class Job {
        private final Customer customer;
        private final List<Supplier<Message>> answers;
        private final Stamp stamp;
        private int next;

        Job(final Customer customer, final List<Supplier<Message>> answers, final Stamp stamp) {
            this.customer = customer;
            this.answers = answers;
            this.stamp = stamp;
        }

        int send(final int atMost) {
            final int end = Math.min(answers.size(), next + atMost);
            final int sent = end - next;
            while (next < end) {
                final Message message = answers.get(next++).get();
                stamp.on(message, next == answers.size());
                customer.send(message);
            }
            return sent;
        }

        boolean isDone() {
            return next == answers.size();
        }
    }
}
