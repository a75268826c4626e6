package io.weir.app.kill;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.ops.OpsEndpoint;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.client.FixClient;
import io.weir.simulator.client.FixClientConfig;
import io.weir.simulator.client.StreamingDesk;
import io.weir.store.ExecutionRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole gateway process is killed with SIGKILL at random moments while an independent client streams orders, cancels and
 * replaces, and is started again at once on the same data. In the end venues, store and client tell one story.
 */
class KillTest {
    private static final int KILLS = 4;
    private static final int MESSAGES = 3_000;
    private static final int MESSAGES_A_SECOND = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long SEED = Long.getLong("weir.killTest.seed", 20_261_122L);

    @TempDir
    private Path directory;

    private final Random random = new Random(SEED);
    private final StreamingDesk desk = new StreamingDesk("K", SEED);
    private final ScheduledExecutorService stream = Executors.newSingleThreadScheduledExecutor();
    private VenueSimulator simfix;
    private VenueSimulator binance;
    private GatewayProcess gateway;
    private FixClient client;

    @BeforeEach
    void startVenuesAndGateway() throws IOException {
        simfix = Simulators.of(DemoVenues.fix("SIMFIX", 0, directory.resolve("simfix")));
        binance = Simulators.of(DemoVenues.binance("BINANCE", 0, directory.resolve("binance")));
        simfix.start();
        binance.start();
        final int fixPort = FreePort.find();
        final Path config = directory.resolve("gateway.yaml");
        Files.writeString(config, settings(fixPort));
        gateway = new GatewayProcess(config, directory.resolve("gateway.log"));
        gateway.start();
        client = new FixClient(
                FixClientConfig.loopback(fixPort, "CLIENT", "demo").withStore(directory.resolve("client")), desk);
        client.start();
        assertTrue(client.awaitLogon(Duration.ofSeconds(60)), () -> "no Logon\n" + gateway.output());
    }

    @AfterEach
    void stopAll() {
        stream.shutdownNow();
        client.close();
        gateway.close();
        simfix.close();
        binance.close();
    }

    @Test
    void shouldLoseAndDoubleNothingWhenKilledInFullFlow() {
        final ScheduledFuture<?> flow = stream.scheduleAtFixedRate(
                () -> client.send(desk.next()), 0, 1_000_000 / MESSAGES_A_SECOND, TimeUnit.MICROSECONDS);
        for (int kill = 1; kill <= KILLS; kill++) {
            final int at = MESSAGES * kill / (KILLS + 1) + random.nextInt(MESSAGES / (2 * KILLS));
            await().atMost(Duration.ofMinutes(2)).until(() -> desk.count() >= at);
            gateway.kill();
            gateway.start();
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> desk.count() >= MESSAGES);
        flow.cancel(false);
        await().atMost(Duration.ofMinutes(2)).until(flow::isDone);
        try {
            endAllOrders();
        } catch (final ConditionTimeoutException e) {
            throw new AssertionError("not every order has ended" + where(), e);
        }
        assertEquals(List.of(), desk.faults(), this::where);
        compareBooks();
    }

    /** A cancel can be refused because a fill or a doubt came before it; what is still open then is canceled again. */
    private void endAllOrders() {
        await().atMost(PATIENCE).until(() -> {
            if (desk.unanswered() == 0) {
                desk.cancelAll().forEach(client::send);
            }
            return desk.unanswered() == 0 && desk.notEnded().isEmpty();
        });
    }

    private void compareBooks() {
        awaitFills();
        awaitStore();
        assertEquals(0, gateway.stop(), gateway::output);
        final Map<String, String> atVenues = new TreeMap<>(Books.ofVenue("SIMFIX", simfix, false));
        atVenues.putAll(Books.ofVenue("BINANCE", binance, true));
        final Map<String, ExecutionRow> rowByExecId = new HashMap<>();
        final Map<String, String> inStore = Books.ofStore(directory.resolve("data/store"), rowByExecId);
        assertEquals(atVenues, inStore, this::where);
        assertEquals(desk.execIds(), new java.util.TreeSet<>(rowByExecId.keySet()), this::where);
        final BigDecimal notional = rowByExecId.values().stream()
                .map(row -> row.lastQty().multiply(row.lastPx()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertEquals(
                0,
                notional.compareTo(desk.notional()),
                () -> notional + " in the store, " + desk.notional() + " at the client" + where());
    }

    /** An order's end may overtake nothing: once all orders have ended, all fills are with the client. */
    private void awaitFills() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Books.ofVenue("SIMFIX", simfix, false).size()
                                + Books.ofVenue("BINANCE", binance, true).size()
                        == desk.execIds().size());
    }

    /** The store may lag; the gateway says when it does not. */
    private void awaitStore() {
        await().atMost(PATIENCE).until(() -> {
            final OpsEndpoint ops = OpsEndpoint.read(directory.resolve("data")).orElseThrow();
            final URI metrics = URI.create("http://" + ops.host() + ":" + ops.port() + "/metrics");
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .anyMatch("weir_store_lag_bytes 0.0"::equals);
        });
    }

    private String where() {
        final StringBuilder where = new StringBuilder("\nseed " + SEED);
        where.append(", ")
                .append(desk.unanswered())
                .append(" unanswered, ")
                .append(desk.notEnded().size())
                .append(" open");
        for (final String clOrdId : Stream.concat(desk.unansweredIds().stream(), desk.notEnded().stream())
                .limit(6)
                .toList()) {
            where.append("\n  ").append(clOrdId).append(": ").append(desk.history(clOrdId));
        }
        return where + "\n" + gateway.output();
    }

    private String settings(final int fixPort) throws IOException {
        return resource("/etc/demo.yaml")
                .replace("data-dir: data", "data-dir: " + directory.resolve("data"))
                .replace("port: 9880", "port: " + fixPort)
                .replace("port: 8080", "port: 0")
                .replace("${SIMFIX.port}", String.valueOf(simfix.port()))
                .replace("${BINANCE.port}", String.valueOf(binance.port()));
    }

    private static String resource(final String name) {
        try (InputStream in = KillTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
