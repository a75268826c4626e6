package io.weir.simulator.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.simulator.ChildVenue;
import io.weir.simulator.Http;
import io.weir.simulator.binance.BinanceClient.Reply;
import io.weir.simulator.fault.Arming;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.floor.TradingFloor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceFaultsTest {
    private static final String LIMIT = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=40000";

    @TempDir
    private Path dir;

    private BinanceSimulator venue;
    private BinanceClient client;

    @BeforeEach
    void start() {
        venue = new BinanceSimulator(BinanceVenues.quiet(dir.resolve("venue")));
        venue.start();
        client = new BinanceClient(venue.port());
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    private void armed(final FaultKind kind) {
        venue.faults().arm(kind, Arming.next(1));
    }

    /** Places an order and waits for an answer only briefly. */
    private void placeInVain(final String id) {
        final String payload = LIMIT + "&newClientOrderId=" + id + "&timestamp=" + System.currentTimeMillis();
        assertThrows(
                HttpTimeoutException.class,
                () -> client.http()
                        .send(
                                client.request("POST", "/api/v3/order", payload)
                                        .timeout(Duration.ofMillis(500))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString()));
    }

    @Test
    void shouldSwallowARequestOrOnlyItsAnswer() throws Exception {
        armed(FaultKind.SILENT_BEFORE);
        placeInVain("before");
        assertEquals(-2013, client.query("before").code());
        armed(FaultKind.SILENT_AFTER);
        placeInVain("after");
        assertEquals("NEW", client.query("after").text("status"));
    }

    @Test
    void shouldHoldBackEventsAfterASilenceUntilTheNextSubscription() throws Exception {
        try (BinanceSocket first = client.socket("/ws-api/v3")) {
            first.send(client.wsRequest("sub", "userDataStream.subscribe.signature", Map.of()));
            first.answer("sub");
            armed(FaultKind.SILENT_AFTER);
            placeInVain("A");
            client.limit("SELL", "1", "40000", "GTC", "S");
            first.send("{\"id\":\"mark\",\"method\":\"ping\"}");
            first.answer("mark");
            assertTrue(first.received.stream().noneMatch(m -> m.has("event")));
            try (BinanceSocket second = client.socket("/ws-api/v3")) {
                second.send(client.wsRequest("sub", "userDataStream.subscribe.signature", Map.of()));
                second.answer("sub");
                client.limit("BUY", "1", "40000", "GTC", "B");
                second.execution("B", "NEW");
                assertTrue(second.received.stream()
                        .noneMatch(m -> m.path("event").path("c").asText().equals("S")));
            }
        }
    }

    @Test
    void shouldDropTheConnectionBeforeOrAfterExecuting() throws Exception {
        armed(FaultKind.DROP_BEFORE);
        assertThrows(IOException.class, () -> client.limit("BUY", "1", "40000", "GTC", "before"));
        assertEquals(-2013, client.query("before").code());
        armed(FaultKind.DROP_AFTER);
        assertThrows(IOException.class, () -> client.limit("BUY", "1", "40000", "GTC", "after"));
        assertEquals("NEW", client.query("after").text("status"));
        try (BinanceSocket api = client.socket("/ws-api/v3")) {
            armed(FaultKind.DROP_AFTER);
            api.send(client.wsRequest(
                    "1",
                    "order.place",
                    Map.of(
                            "symbol",
                            "BTCUSDT",
                            "side",
                            "BUY",
                            "type",
                            "LIMIT",
                            "timeInForce",
                            "GTC",
                            "quantity",
                            "1",
                            "price",
                            "40000",
                            "newClientOrderId",
                            "ws")));
            api.awaitClosed();
            assertEquals("NEW", client.query("ws").text("status"));
        }
    }

    @Test
    void shouldAnswerServerErrorsBeforeOrAfterExecuting() throws Exception {
        armed(FaultKind.ERROR_BEFORE);
        final Reply before = client.limit("BUY", "1", "40000", "GTC", "before");
        assertEquals(503, before.status());
        assertEquals(-2013, client.query("before").code());
        armed(FaultKind.ERROR_AFTER);
        final Reply after = client.limit("BUY", "1", "40000", "GTC", "after");
        assertEquals(504, after.status());
        assertEquals(-1007, after.code());
        assertEquals("NEW", client.query("after").text("status"));
        armed(FaultKind.RATE_LIMIT);
        final Reply limited = client.limit("BUY", "1", "40000", "GTC", "limited");
        assertEquals(429, limited.status());
        assertTrue(limited.raw().headers().firstValue("Retry-After").isPresent());
        assertEquals(-2013, client.query("limited").code());
    }

    @Test
    void shouldDenyAnAcceptedOrderForATime() throws Exception {
        venue.faults().arm(FaultKind.HIDE_ORDER, Arming.next(1).withDelayMs(400));
        assertEquals(200, client.limit("BUY", "1", "40000", "GTC", "H").status());
        assertEquals(-2013, client.query("H").code());
        Awaitility.await().until(() -> client.query("H").status() == 200);
    }

    @Test
    void shouldDuplicateAndDelayExecutions() throws Exception {
        try (BinanceSocket api = client.socket("/ws-api/v3")) {
            api.send(client.wsRequest("sub", "userDataStream.subscribe.signature", Map.of()));
            api.answer("sub");
            armed(FaultKind.DUPLICATE_REPORT);
            venue.faults().arm(FaultKind.DELAY_REPORT, Arming.next(1).withDelayMs(200));
            client.limit("SELL", "1", "40000", "GTC", "S");
            client.limit("BUY", "1", "40000", "GTC", "B");
            Awaitility.await().until(() -> trades(api).size() == 3);
            assertEquals(
                    1,
                    trades(api).stream()
                            .map(e -> e.path("t").asLong())
                            .distinct()
                            .count());
            assertEquals(1L, venue.faults().struck().get(FaultKind.DELAY_REPORT));
        }
    }

    private static List<JsonNode> trades(final BinanceSocket api) {
        return api.received.stream()
                .map(m -> m.path("event"))
                .filter(e -> e.path("x").asText().equals("TRADE"))
                .toList();
    }

    @Test
    void shouldKnowEverythingAfterARestart() throws Exception {
        client.limit("SELL", "1", "50000", "GTC", "S");
        client.limit("BUY", "0.25", "50000", "IOC", "B");
        final Reply before = client.query("S");
        final JsonNode trades =
                client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body();
        final long updateId = client.get("/api/v3/depth?symbol=BTCUSDT")
                .body()
                .path("lastUpdateId")
                .asLong();
        try (BinanceSocket stream = client.socket("/ws/btcusdt@depth")) {
            venue.restart();
            stream.awaitClosed();
        }
        assertEquals(before.body(), client.query("S").body());
        assertEquals(
                trades,
                client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body());
        final JsonNode depth = client.get("/api/v3/depth?symbol=BTCUSDT").body();
        assertEquals("0.75000000", depth.path("asks").path(0).path(1).asText());
        assertTrue(depth.path("lastUpdateId").asLong() > updateId);
        assertEquals(
                "FILLED", client.limit("BUY", "0.75", "50000", "IOC", "rest").text("status"));
    }

    @Test
    void shouldDropTheCustomerWhenTheLedgerCannotBeWrittenAndThenAnswerUnavailable() throws Exception {
        final Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");
        final Path data = Files.createDirectories(dir.resolve("full"));
        Files.createSymbolicLink(data.resolve(TradingFloor.LEDGER_FILE), full);
        try (BinanceSimulator broken = new BinanceSimulator(BinanceVenues.quiet(data))) {
            broken.start();
            final BinanceClient customer = new BinanceClient(broken.port());
            assertEquals(200, customer.signed("GET", "/api/v3/account", "").status());
            assertThrows(IOException.class, () -> customer.limit("BUY", "1", "40000", "GTC", "A"));
            assertEquals(503, customer.query("A").status());
        }
    }

    @Test
    void shouldSayWhichPortIsTaken() {
        try (BinanceSimulator second =
                new BinanceSimulator(BinanceVenues.quiet(dir.resolve("second")).withPort(venue.port()))) {
            final IllegalStateException refused = assertThrows(IllegalStateException.class, second::start);
            assertTrue(refused.getMessage().contains("127.0.0.1:" + venue.port()), refused.getMessage());
        }
    }

    @Test
    void shouldLoseNothingAcknowledgedWhenKilled() throws Exception {
        final Path data = dir.resolve("killed");
        final Set<String> acknowledged = new HashSet<>();
        final int port;
        try (ChildVenue child = new ChildVenue("--dialect", "binance", "--data", data.toString())) {
            port = child.port();
            final BinanceClient customer = new BinanceClient(port);
            for (int i = 0; i < 300; i++) {
                final Reply reply = customer.limit("BUY", "0.01", "50500", "IOC", "k" + i);
                acknowledged.add(reply.text("clientOrderId") + " " + reply.text("executedQty"));
            }
            child.kill();
        }
        try (ChildVenue child =
                new ChildVenue("--dialect", "binance", "--data", data.toString(), "--port", Integer.toString(port))) {
            final BinanceClient customer = new BinanceClient(port);
            final Set<String> known = new HashSet<>();
            customer.signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT&limit=1000")
                    .body()
                    .forEach(o -> known.add(o.path("clientOrderId").asText() + " "
                            + o.path("executedQty").asText()));
            assertEquals(acknowledged, known);
            final List<String> executions = Http.call("GET", child.controlPort(), "/venues/SIMBIN/executions")
                    .body()
                    .lines()
                    .toList();
            assertEquals(
                    executions.size(),
                    customer.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&limit=1000")
                            .body()
                            .size());
        }
    }
}
