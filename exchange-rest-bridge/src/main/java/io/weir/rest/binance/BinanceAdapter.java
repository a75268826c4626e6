package io.weir.rest.binance;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.weir.protocol.command.VenueQuote;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.rest.clock.VenueClock;
import io.weir.rest.http.RestBounds;
import io.weir.rest.http.RestClient;
import io.weir.rest.report.Job;
import io.weir.rest.report.Lanes;
import io.weir.rest.report.ReportOutlet;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.VenueReportHandler;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import io.weir.venue.request.VenueReplace;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One account at Binance Spot: orders, cancels and questions over REST, its own events over the WebSocket API, books over
 * the depth streams. The agent's thread calls it; all work happens on one event loop of the given Vert.x, and nothing here
 * waits for it.
 *
 * <p>The venue has no day orders: DAY is sent as GTC and ended by the core. It has no replace that keeps an order whole, so
 * it is to be defined as not able to replace.
 */
public final class BinanceAdapter implements VenueAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(BinanceAdapter.class);

    /** Request weight of a new order and of a cancel. Source: binance-spot-api-docs, trading endpoints. */
    private static final int ORDER_WEIGHT = 1;

    /** Connections beyond those of the agent's requests: for time, rules and snapshots of books. */
    private static final int EXTRA_CONNECTIONS = 8;

    private static final int WAITING_PER_SYMBOL = 4;

    /** The open orders of a symbol where an account may have hundreds of thousands of them. */
    private static final int MAX_BODY_BYTES = 256 * 1024 * 1024;

    /** The largest message of a stream that is plausible: a whole book changed within 100 ms. */
    private static final int MAX_MESSAGE_BYTES = 8 * 1024 * 1024;

    private static final int MAX_FRAME_BYTES = 1024 * 1024;

    private final VenueConfig venue;
    private final BinanceConfig config;
    private final Context loop;
    private final BinanceCounters counters = new BinanceCounters();
    private final VenueLimits limits;
    private final ReportOutlet outlet;
    private final Lanes lanes;
    private final RestClient client;
    private final WebSocketClient sockets;
    private final BinanceRest rest;
    private final OwnTrades trades;
    private final OrderEntry entry;
    private final OrderQueries queries;
    private final BinanceLink link;
    private final UserStream stream;
    private final DepthStream depth;

    /**
     * Makes one; nothing happens before {@link #open}.
     *
     * @param vertx  runs the event loop; the caller closes it, after this.
     * @param venue  what every venue is told; its rate limit is to be in the venue's request weight, 6,000 a minute where
     *               the venue's documentation is right.
     * @param config what only this venue needs.
     * @param budget of the account, the same for all that draws on it.
     */
    public BinanceAdapter(
            final Vertx vertx, final VenueConfig venue, final BinanceConfig config, final RateBudget budget) {
        this.venue = venue;
        this.config = config;
        this.loop = vertx.getOrCreateContext();
        final VenueClock clock = new VenueClock(System::currentTimeMillis);
        this.limits = new VenueLimits(budget, venue.rateLimit(), clock);
        this.outlet = new ReportOutlet(config.reportCapacity(), () -> onLoop(this::drain), this::onClear);
        this.lanes = new Lanes(config.connections(), this::onLoop, outlet, this::isUp);
        this.client = new RestClient(vertx, config.rest(), bounds(venue, config));
        this.sockets = vertx.createWebSocketClient(new WebSocketClientOptions()
                .setMaxFrameSize(MAX_FRAME_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES)
                .setConnectTimeout((int) config.connectTimeoutMs()));
        final BinanceSigner signer = new BinanceSigner(config, clock);
        this.rest = new BinanceRest(venue.name(), client, signer, limits, counters, new LinkTroubles());
        final StreamWatch watch = new StreamWatch(config.silenceMs() * 1_000_000L, System::nanoTime);
        final OrderReports reports = new OrderReports(outlet, venue.symbols(), counters, watch);
        this.trades = new OwnTrades(rest, limits, reports);
        this.entry =
                new OrderEntry(vertx, rest, limits, venue.symbols(), outlet, reports, clock, config.recvWindowMs());
        this.queries = new OrderQueries(rest, trades, venue.symbols(), outlet);
        this.link =
                new BinanceLink(vertx, venue.name(), config, venue.symbols(), rest, clock, limits, outlet, counters);
        this.stream = new UserStream(
                vertx,
                sockets,
                venue.name(),
                config,
                signer,
                new ExecutionReportReader(outlet, reports, counters, watch),
                watch,
                counters,
                System::nanoTime,
                link,
                outlet::isClogged);
        this.depth = new DepthStream(
                vertx, sockets, venue.name(), config, venue.symbols(), rest, limits, counters, System::nanoTime);
    }

    private static RestBounds bounds(final VenueConfig venue, final BinanceConfig config) {
        return new RestBounds(
                config.connections() + EXTRA_CONNECTIONS,
                WAITING_PER_SYMBOL * venue.symbols().ours().size() + EXTRA_CONNECTIONS,
                config.connectTimeoutMs(),
                config.requestTimeoutMs(),
                MAX_BODY_BYTES);
    }

    private void onLoop(final Runnable work) {
        try {
            loop.runOnContext(go -> work.run());
        } catch (final RejectedExecutionException ended) {
            LOG.debug("venue={} the event loop is closed already", venue.name());
        }
    }

    private boolean isUp() {
        return link.isUp();
    }

    private void drain() {
        outlet.drain();
    }

    private void onClear() {
        stream.resume();
        lanes.pump();
    }

    @Override
    public void onNews(final Runnable wake) {
        outlet.onNews(wake);
        depth.onNews(wake);
    }

    @Override
    public void open(final String start) {
        loop.exceptionHandler(link::onLoopFault);
        onLoop(() -> {
            link.open(stream, lanes::pump);
            depth.open();
        });
    }

    @Override
    public boolean trySend(final VenueOrder order) {
        if (!outlet.isUsable()) {
            return false;
        }
        final String unspeakable = entry.unspeakable(order);
        if (unspeakable != null) {
            return lanes.offerUrgent(new Refusal(order.venueClOrdId(), unspeakable));
        }
        if (lanes.roomForOrders() == 0) {
            return false;
        }
        final long ticket = limits.tryTakeOrder(ORDER_WEIGHT);
        if (ticket == VenueLimits.NONE) {
            return false;
        }
        if (lanes.offerOrder(entry.place(order, ticket))) {
            return true;
        }
        entry.forget(order);
        limits.onOrderEnded(ticket);
        return false;
    }

    @Override
    public boolean tryCancel(final VenueCancel cancel) {
        return outlet.isUsable()
                && lanes.roomForUrgent() > 0
                && !entry.isLeaving(cancel.venueClOrdId())
                && limits.tryTake(RateBudget.Use.CANCEL, ORDER_WEIGHT)
                && lanes.offerUrgent(entry.cancel(cancel));
    }

    @Override
    public boolean tryReplace(final VenueReplace replace) {
        throw new UnsupportedOperationException("venue " + venue.name() + " is not able to replace, yet order "
                + replace.childOrderId() + " was to be");
    }

    @Override
    public boolean tryQuery(final VenueQuery query) {
        return outlet.isUsable()
                && lanes.roomForUrgent() > 0
                && !entry.isLeaving(query.venueClOrdId())
                && limits.tryTake(RateBudget.Use.QUERY, OrderQueries.WEIGHT)
                && lanes.offerUrgent(queries.ask(query));
    }

    @Override
    public boolean tryReconcile(final List<VenueQuery> open) {
        final int weight = Reconciliation.WEIGHT * venue.symbols().ours().size();
        return outlet.isUsable()
                && lanes.roomForUrgent() > 0
                && limits.tryTake(RateBudget.Use.QUERY, weight)
                && lanes.offerUrgent(
                        new Reconciliation(venue.name(), rest, trades, lanes, outlet, venue.symbols(), counters, open));
    }

    @Override
    public int poll(final VenueReportHandler handler, final int limit) {
        return outlet.poll(handler, limit);
    }

    @Override
    public VenueQuote quote(final String symbol) {
        return outlet.isConnectedSeen() ? depth.quote(symbol) : depth.dead(symbol);
    }

    @Override
    public int sendable() {
        if (!outlet.isUsable()) {
            return 0;
        }
        return (int) Math.min(lanes.roomForOrders(), limits.availableToOrders());
    }

    @Override
    public boolean isConnected() {
        return outlet.isConnectedSeen();
    }

    /** {@return what it counts; any thread} */
    public BinanceCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        onLoop(() -> {
            link.close();
            depth.close();
            lanes.pump();
            client.close();
            sockets.close();
        });
    }

    /** Says that an order has no words at this venue. */
    private final class Refusal implements Job {
        private final String venueClOrdId;
        private final String text;

        private Refusal(final String venueClOrdId, final String text) {
            this.venueClOrdId = venueClOrdId;
            this.text = text;
        }

        @Override
        public void start(final Runnable done) {
            drop(text);
            done.run();
        }

        @Override
        public void drop(final String why) {
            outlet.say(new OrderRefused(venueClOrdId, VenueRejectReason.NOT_SENT, text));
        }
    }

    /** The link is made after what reports to it. */
    private final class LinkTroubles implements Troubles {
        @Override
        public void onClockSkewed() {
            link.onClockSkewed();
        }

        @Override
        public void onKeyRefused(final String text) {
            link.onKeyRefused(text);
        }

        @Override
        public void onUnreachable(final String why) {
            link.onUnreachable(why);
        }
    }
}
