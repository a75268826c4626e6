package io.weir.fix.fix44;

import io.weir.fix.FixVenueConfig;
import io.weir.fix.session.FixInbound;
import io.weir.fix.session.VenueFixSession;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueState;
import io.weir.venue.RateBudget;
import io.weir.venue.RateBudget.Use;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.book.BookState;
import io.weir.venue.book.OrderBook;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.VenueReport;
import io.weir.venue.report.VenueReportHandler;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import quickfix.Message;

/**
 * A venue that speaks plain FIX 4.4: orders, cancels, replaces, status, mass status, missed trades and market data on one
 * session. Missed reports come by FIX's own resend: the session counts a report as received only once the command log
 * holds it.
 */
public final class Fix44Adapter implements VenueAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(Fix44Adapter.class);

    /** How long to wait before a book that is in a gap is asked for again. */
    private static final long RESUBSCRIBE_NS = 1_000_000_000L;

    /** So many answer timeouts without a word about any order, though asked, and the connection is made anew. */
    private static final int SILENCE = 5;

    /** How long to wait before books that the venue refused are asked for again. */
    private static final long REFUSED_NS = 30_000_000_000L;

    private final VenueConfig venue;
    private final FixVenueConfig config;
    private final RateBudget budget;
    private final LongSupplier nanoClock;
    private final VenueFixSession session;
    private final RequestWriter writer;
    private final SentRequests sent = new SentRequests();
    private final Questions questions = new Questions();
    private final Map<String, OrderBook> books = new HashMap<>();
    private final ArrayDeque<VenueReport> reports = new ArrayDeque<>();
    private final TakenReports takenReports;
    private final SilenceWatch silence;
    private final MessageDesk desk;
    private boolean connected;
    private int connection;
    private String mdReqId = "";
    private long subscribeAtNs;

    /**
     * Opens the session's store; {@link #open} connects.
     *
     * @param venue     the venue.
     * @param config    how to reach it.
     * @param budget    of the account, shared with its other transports.
     * @param directory of this venue in the data directory, for the session's store.
     * @param forced    durability: disk.
     * @param nanoClock monotonic, ns.
     * @throws IOException if the store cannot be opened.
     */
    public Fix44Adapter(
            final VenueConfig venue,
            final FixVenueConfig config,
            final RateBudget budget,
            final Path directory,
            final boolean forced,
            final LongSupplier nanoClock)
            throws IOException {
        this.venue = venue;
        this.config = config;
        this.budget = budget;
        this.nanoClock = nanoClock;
        writer = new RequestWriter(config, venue.symbols());
        venue.symbols().ours().forEach(symbol -> books.put(symbol, new OrderBook(symbol, Long.MAX_VALUE)));
        session = new VenueFixSession(config, directory, forced);
        takenReports = new TakenReports(session);
        silence = new SilenceWatch(SILENCE * venue.answerTimeoutNs(), nanoClock);
        desk = new MessageDesk(
                venue,
                config,
                sent,
                questions,
                new MarketDataReader(venue.symbols(), books),
                reports,
                this::tryFetchTrades,
                nanoClock);
    }

    @Override
    public void onNews(final Runnable wake) {
        session.onNews(wake);
    }

    @Override
    public void open(final String start) {
        questions.begin(start);
        session.start();
    }

    @Override
    public boolean trySend(final VenueOrder order) {
        return connected
                && budget.tryTake(Use.ORDER, 1)
                && send(writer.order(order), SentRequests.Kind.ORDER, order.venueClOrdId());
    }

    @Override
    public boolean tryCancel(final VenueCancel cancel) {
        return connected
                && budget.tryTake(Use.CANCEL, 1)
                && send(writer.cancel(cancel), SentRequests.Kind.CANCEL, cancel.venueClOrdId());
    }

    @Override
    public boolean tryReplace(final VenueReplace replace) {
        return connected
                && budget.tryTake(Use.ORDER, 1)
                && send(writer.replace(replace), SentRequests.Kind.REPLACE, replace.venueClOrdId());
    }

    @Override
    public boolean tryReconcile(final List<VenueQuery> open) {
        final String id = questions.nextId('M');
        if (!connected
                || !budget.tryTake(Use.QUERY, 1)
                || !send(writer.massStatus(id), SentRequests.Kind.MASS_STATUS, id)) {
            return false;
        }
        questions.askAll(id, open);
        return true;
    }

    @Override
    public boolean tryQuery(final VenueQuery query) {
        final String id = questions.nextId('Q');
        if (!connected
                || !budget.tryTake(Use.QUERY, 1)
                || !send(writer.status(query, id), SentRequests.Kind.STATUS, id)) {
            return false;
        }
        questions.askStatus(id, query);
        return true;
    }

    private boolean tryFetchTrades(final Questions.Question question) {
        final String id = questions.nextId('T');
        if (!budget.tryTake(Use.QUERY, 1)
                || !send(
                        writer.trades(question.query, question.answer.venueOrderId(), id),
                        SentRequests.Kind.TRADES,
                        id)) {
            return false;
        }
        questions.askTrades(id, question);
        return true;
    }

    private boolean send(final Message message, final SentRequests.Kind kind, final String id) {
        final int seq = session.trySend(message, connection);
        if (seq == VenueFixSession.NOT_SENT) {
            return false;
        }
        sent.add(seq, kind, id);
        if (kind != SentRequests.Kind.MARKET_DATA) {
            silence.onAsked();
        }
        return true;
    }

    @Override
    public void flush() {
        session.flush();
    }

    @Override
    public int poll(final VenueReportHandler handler, final int limit) {
        session.flush();
        final int generation = session.generation();
        final int expected = session.nextIn();
        int handed = 0;
        while (handed < limit) {
            final VenueReport report = reports.poll();
            if (report != null) {
                takenReports.onHandedOn();
                report.to(handler);
                handed++;
                continue;
            }
            final FixInbound item = session.poll();
            if (item == null) {
                takenReports.onDrained(generation, expected);
                break;
            }
            translate(item);
        }
        subscribe();
        breakSilence();
        return handed;
    }

    private void breakSilence() {
        if (connected && silence.takeOverdue()) {
            LOG.warn("venue={} is asked and says nothing: connecting anew", venue.name());
            session.reconnect("the venue is asked and says nothing");
        }
    }

    private void translate(final FixInbound item) {
        switch (item.kind()) {
            case LOGON:
                onLogon(item);
                break;
            case LOGOUT:
                onLogout(item);
                break;
            case TROUBLE:
                if (!connected) {
                    reports.add(new ConnectionChanged(VenueState.DOWN, item.text()));
                }
                break;
            case NEVER_RECEIVED:
                desk.onNeverReceived(item.message());
                break;
            default:
                if (desk.onMessage(item.message(), mdReqId)) {
                    silence.onHeard();
                }
                break;
        }
        takenReports.onTranslated(item, reports.size());
    }

    private void onLogon(final FixInbound item) {
        forgetConnection();
        if (connected) {
            reports.add(new ConnectionChanged(VenueState.DOWN, "reconnected"));
        }
        connected = true;
        connection = item.connection();
        reports.add(new ConnectionChanged(VenueState.UP, ""));
    }

    private void onLogout(final FixInbound item) {
        forgetConnection();
        connected = false;
        reports.add(new ConnectionChanged(VenueState.DOWN, item.text()));
    }

    private void forgetConnection() {
        sent.clear();
        silence.onDisconnected();
        questions.clear();
        desk.clear();
        books.values().forEach(OrderBook::reset);
        mdReqId = "";
        subscribeAtNs = nanoClock.getAsLong();
    }

    /** Asks for the books of a new connection, and for those that are in a gap. */
    private void subscribe() {
        final long nowNs = nanoClock.getAsLong();
        if (!connected || !config.marketData() || nowNs - subscribeAtNs < 0) {
            return;
        }
        if (desk.takeMarketDataRefused()) {
            mdReqId = "";
            subscribeAtNs = nowNs + REFUSED_NS;
            return;
        }
        final boolean gap = books.values().stream().anyMatch(book -> book.state(nowNs) == BookState.GAP);
        if (!mdReqId.isEmpty() && !gap) {
            return;
        }
        subscribeAtNs = nowNs + RESUBSCRIBE_NS;
        if (!budget.tryTake(Use.QUERY, 1)) {
            return;
        }
        if (!mdReqId.isEmpty()) {
            send(writer.marketDataEnd(mdReqId), SentRequests.Kind.MARKET_DATA, mdReqId);
            books.values().forEach(OrderBook::reset);
        }
        final String id = questions.nextId('B');
        if (send(writer.marketData(venue.symbols().ours(), id), SentRequests.Kind.MARKET_DATA, id)) {
            LOG.info("venue={} subscribed to {} books, MDReqID={}", venue.name(), books.size(), id);
            mdReqId = id;
        }
    }

    @Override
    public void onTaken(final long reportCount) {
        takenReports.onTaken(reportCount);
    }

    @Override
    public VenueQuote quote(final String symbol) {
        return books.get(symbol).quote(nanoClock.getAsLong());
    }

    @Override
    public int sendable() {
        return connected ? (int) Math.min(Integer.MAX_VALUE, budget.availableToOrders()) : 0;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    /** {@return messages of the venue that made no sense or are not known here, since the start} */
    public long unknownMessages() {
        return desk.unknownMessages();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (final IOException e) {
            LOG.error("venue={} the session's store cannot be closed", venue.name(), e);
        }
    }
}
