package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.config.Secret;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.venue.RateBudget;
import io.weir.venue.RateLimit;
import io.weir.venue.VenueConfig;
import io.weir.venue.contract.ReportRecorder;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.VenueReport;
import io.weir.venue.request.VenueCancel;
import io.weir.venue.request.VenueOrder;
import io.weir.venue.request.VenueQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** An agent's place in a test: a simulated venue, an adapter before it, and everything that the adapter has reported. */
final class Desk implements AutoCloseable {
    static final String SYMBOL = "BTC-USD";

    /** No test's own pace may look like a lost stream; a test about lost streams says its own. */
    static final long SILENCE_MS = 30_000;

    private static final long REQUEST_TIMEOUT_MS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final VenueSimulator venue;
    final ReportRecorder reports = new ReportRecorder();
    final BinanceAdapter adapter;
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private int ids;

    Desk(final Path dataDir) {
        this(DemoVenues.binance("BINANCE", 0, dataDir), 65_536, SILENCE_MS);
    }

    /** @param silenceMs after which a stream counts as lost. */
    Desk(final SimulatorConfig simulator, final int reportCapacity, final long silenceMs) {
        venue = Simulators.of(simulator);
        venue.start();
        adapter = adapter(venue.port(), reportCapacity, silenceMs);
        adapter.open("1");
    }

    /** Before something else that listens on a port, or will. */
    Desk(final int port) {
        venue = null;
        adapter = adapter(port, 65_536, SILENCE_MS);
        adapter.open("1");
    }

    private BinanceAdapter adapter(final int port, final int reportCapacity, final long silenceMs) {
        final String host = "127.0.0.1:" + port;
        final BinanceConfig defaults = BinanceConfig.of(
                "http://" + host,
                "ws://" + host + "/ws-api/v3",
                "ws://" + host,
                Secret.of(DemoVenues.API_KEY),
                Secret.of(DemoVenues.API_SECRET));
        final BinanceConfig config = new BinanceConfig(
                defaults.rest(),
                defaults.wsApi(),
                defaults.stream(),
                defaults.apiKey(),
                defaults.apiSecret(),
                defaults.recvWindowMs(),
                defaults.connectTimeoutMs(),
                REQUEST_TIMEOUT_MS,
                silenceMs,
                16,
                100,
                reportCapacity,
                List.of());
        return new BinanceAdapter(
                vertx, venueConfig(), config, new RateBudget(venueConfig().rateLimit(), System::nanoTime));
    }

    static VenueConfig venueConfig() {
        final VenueConfig defaults =
                VenueConfig.of("BINANCE", "binance", Map.of(SYMBOL, "BTCUSDT", "ETH-USD", "ETHUSDT"));
        return new VenueConfig(
                defaults.name(),
                defaults.kind(),
                defaults.symbols(),
                new RateLimit(100_000_000, TimeUnit.MINUTES.toNanos(1), RateLimit.DEFAULT_RESERVED_BPS),
                defaults.answerTimeoutNs(),
                defaults.visibilityWindowNs(),
                defaults.queryIntervalNs(),
                defaults.quoteIntervalNs(),
                defaults.maxUnanswered(),
                defaults.maxOpenOrders());
    }

    /** Waits for the connection and reconciles what may be open. */
    Desk ready(final VenueQuery... open) {
        await(() -> {
            final List<ConnectionChanged> changes = reports.of(ConnectionChanged.class);
            return !changes.isEmpty() && changes.get(changes.size() - 1).state() == VenueState.UP;
        });
        reconcile(open);
        return this;
    }

    void reconcile(final VenueQuery... open) {
        final int before = reports.of(Reconciled.class).size();
        await(() -> adapter.tryReconcile(List.of(open)));
        await(() -> reports.of(Reconciled.class).size() > before);
        assertTrue(
                reports.of(Reconciled.class).get(before).complete(),
                reports.all().toString());
    }

    /** Polls until something is so. */
    void await(final Callable<Boolean> condition) {
        await("a condition of the test", condition);
    }

    void await(final String what, final Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .until(() -> {
                    adapter.poll(reports, 1_000);
                    return condition.call();
                });
    }

    /** Waits for the first report of a type that fits. */
    <T extends VenueReport> T awaitReport(final Class<T> type, final Predicate<T> fits) {
        await(type.getSimpleName(), () -> reports.of(type).stream().anyMatch(fits));
        return reports.of(type).stream().filter(fits).findFirst().orElseThrow();
    }

    /** Waits until connection changes to a state have been seen so often. */
    void awaitState(final VenueState state, final int times) {
        await(
                state + " " + times + " times",
                () -> reports.of(ConnectionChanged.class).stream()
                                .filter(change -> change.state() == state)
                                .count()
                        >= times);
    }

    VenueOrder send(final Side side, final String qty, final String price) {
        return send(side, OrdType.LIMIT, TimeInForce.DAY, qty, price);
    }

    VenueOrder send(
            final Side side, final OrdType type, final TimeInForce timeInForce, final String qty, final String price) {
        final VenueOrder order = order(side, type, timeInForce, qty, price);
        await("the order leaves", () -> adapter.trySend(order));
        return order;
    }

    VenueOrder order(
            final Side side, final OrdType type, final TimeInForce timeInForce, final String qty, final String price) {
        final int id = ++ids;
        return new VenueOrder(
                id,
                "W-" + id,
                SYMBOL,
                side,
                type,
                timeInForce,
                Decimals.parse(qty),
                price == null ? Decimal.ABSENT : Decimals.parse(price));
    }

    void cancel(final VenueOrder order) {
        final VenueCancel cancel = new VenueCancel(
                order.childOrderId(),
                order.venueClOrdId() + "-C" + ++ids,
                order.venueClOrdId(),
                "",
                order.symbol(),
                order.side(),
                order.orderQty());
        await("the cancel leaves", () -> adapter.tryCancel(cancel));
    }

    void ask(final VenueOrder order, final String knownCumQty) {
        await("the question leaves", () -> adapter.tryQuery(query(order, knownCumQty)));
    }

    static VenueQuery query(final VenueOrder order, final String knownCumQty) {
        return new VenueQuery(
                order.childOrderId(),
                order.venueClOrdId(),
                "",
                order.symbol(),
                order.side(),
                order.orderQty(),
                Decimals.parse(knownCumQty),
                0);
    }

    /** Executions reported of an order, repeats left out. */
    List<Fill> fills(final VenueOrder order) {
        final Map<String, Fill> byExecId = new LinkedHashMap<>();
        for (final Fill fill : reports.of(Fill.class)) {
            if (fill.venueClOrdId().equals(order.venueClOrdId())) {
                byExecId.putIfAbsent(fill.venueExecId(), fill);
            }
        }
        return List.copyOf(byExecId.values());
    }

    @Override
    public void close() {
        adapter.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        if (venue != null) {
            venue.close();
        }
    }
}
