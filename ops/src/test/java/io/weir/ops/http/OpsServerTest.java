package io.weir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.ops.OpsConfig;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.health.Health;
import io.weir.ops.health.Health.Weight;
import io.weir.ops.health.HealthState;
import io.weir.ops.health.RoomHealth;
import io.weir.ops.metrics.Exposition;
import io.weir.ops.metrics.Meters;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.query.StoreQueries;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server over real sockets, with the embedded database behind it. */
final class OpsServerTest {
    private static final int MAX_CONNECTIONS = 10;

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Health health = new Health();
    private final Meters meters = new Meters();
    private Store store;
    private OpsServer server;
    private volatile RoomHealth core = RoomHealth.up("leader");

    @BeforeEach
    void start() throws Exception {
        store = new Store(StoreConfig.embedded(directory));
        health.register("core", Weight.ESSENTIAL, () -> core);
        server = new OpsServer(new OpsConfig("127.0.0.1", 0, MAX_CONNECTIONS), health, meters, new StoreQueries(store));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
        meters.close();
    }

    @Test
    void shouldTellHowTheRoomsAre() throws Exception {
        core = RoomHealth.degraded("no leader for 2 s");
        final HttpResponse<String> response = get("/health");
        assertEquals(200, response.statusCode());
        final JsonNode json = json(response);
        assertEquals("DEGRADED", json.get("state").asText());
        assertEquals("core", json.at("/rooms/0/name").asText());
        assertEquals("no leader for 2 s", json.at("/rooms/0/detail").asText());

        core = RoomHealth.down("no leader");
        assertEquals(503, get("/health").statusCode());
        assertEquals(HealthState.DOWN.name(), json(get("/health")).get("state").asText());
    }

    @Test
    void shouldShowMetricsThatPrometheusCanRead() throws Exception {
        meters.counter("weir.fix.messages.in", "FIX messages read.", () -> 42);
        get("/nowhere");
        final HttpResponse<String> response = get("/metrics");
        assertEquals("text/plain; version=0.0.4; charset=utf-8", header(response, "content-type"));
        final Map<String, Double> samples = Exposition.parse(response.body());
        assertEquals(42.0, samples.get("weir_fix_messages_in_total"));
        assertEquals(1.0, samples.get("weir_http_requests_total{status=\"4xx\"}"));
    }

    @Test
    void shouldTellWhatIsThere() throws Exception {
        assertTrue(get("/").body().contains("/executions"));
        assertEquals(404, get("/admin").statusCode());
        assertTrue(get("/admin").body().contains("known are / /health"));
    }

    @Test
    void shouldSayThatTheStoreIsNotOpenYet() throws Exception {
        final HttpResponse<String> response = get("/orders");
        assertEquals(503, response.statusCode());
        assertTrue(response.body().contains("not open (yet)"), response.body());
    }

    @Test
    void shouldAnswerOrdersPageByPage() throws Exception {
        fill(5);
        final JsonNode first = json(get("/orders?limit=2"));
        assertEquals(2, first.get("orders").size());
        assertEquals(5, first.at("/orders/0/orderId").asLong());
        assertEquals("50000.5", first.at("/orders/0/price").asText());
        assertTrue(first.at("/orders/0/price").isTextual(), "no binary float on the way");
        assertEquals(
                "2026-11-22T09:30:00.000005Z", first.at("/orders/0/createdAt").asText());
        assertEquals(4, first.get("next").asLong());
        final JsonNode last = json(get("/orders?limit=3&before=4"));
        assertEquals(3, last.get("orders").size());
        assertTrue(last.get("next").isNull());
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "account=ACC-1, 5 3 1",
        "account=acc-1, ''",
        "clOrdId=C-2, 2",
        "status=NEW, 5 4 3",
        "status=filled, 2 1",
        "status=2, 2 1",
        "status=partially-filled, ''",
        "symbol=BTC-USD&account=ACC-0, 4 2",
        "from=2026-11-22T09:30:00.000003Z, 5 4 3",
        "to=2026-11-22T09:30:00.000003Z, 2 1",
        "from=2026-11-22&to=2026-11-23&limit=1, 5",
        "account=, 5 4 3 2 1",
        "clOrdId=C%2D3, 3",
    })
    void shouldFilterOrders(final String query, final String found) throws Exception {
        fill(5);
        final List<String> ids = new ArrayList<>();
        json(get("/orders?" + query))
                .get("orders")
                .forEach(order -> ids.add(order.get("orderId").asText()));
        assertEquals(found, String.join(" ", ids));
    }

    @Test
    void shouldAnswerExecutionsWithTheirFills() throws Exception {
        fill(2);
        final JsonNode page = json(get("/executions?orderId=2"));
        assertEquals(1, page.get("executions").size());
        assertEquals("TRADE", page.at("/executions/0/execType").asText());
        assertEquals("0.00001", page.at("/executions/0/lastQty").asText());
        assertEquals("KRAKEN", page.at("/executions/0/lastMkt").asText());
        assertTrue(page.at("/executions/0/ordRejReason").isNull());
    }

    @Test
    void shouldAnswerATableToATerminal() throws Exception {
        fill(2);
        final HttpResponse<String> response = get("/orders", "Accept", "text/plain");
        assertEquals("text/plain; charset=utf-8", header(response, "content-type"));
        final List<String> lines = response.body().lines().toList();
        assertTrue(lines.get(0).startsWith("OrderID  ClOrdID  Account"), lines.get(0));
        assertTrue(lines.get(1).startsWith("      2  C-2      ACC-0"), lines.get(1));
        assertEquals(3, lines.size());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "/orders?limit=0 | limit '0' is not within 1 to 1000",
                "/orders?limit=1001 | limit '1001' is not within 1 to 1000",
                "/orders?limit=ten | limit 'ten' is no whole number within 1 to 1000",
                "/orders?before=-3 | before '-3' is not within 1 to 9223372036854775807",
                "/orders?before=99999999999999999999 | before '99999999999999999999' is no whole number",
                "/orders?status=OPEN | status 'OPEN' is none of NEW (0), PARTIALLY_FILLED (1)",
                "/orders?from=yesterday | from 'yesterday' is no UTC time such as 2026-11-22",
                "/orders?to=%2B99999-01-01T00:00:00Z | to '+99999-01-01T00:00:00Z' is not within the years 1970 to 9999",
                "/orders?account=ACC-CLIENT1ACC-CLIENT1ACC-CLIENT1 | is longer than 32 characters",
                "/orders?account=%00 | has a character that is no printable ASCII",
                "/orders?clordid=C-1 | clordid is no filter; known are account, before, clOrdId",
                "/orders?orderId=1 | orderId is no filter",
                "/executions?orderId=0 | orderId '0' is not within 1 to",
                "/orders?limit=1&limit=2 | a filter is given twice",
                "/orders?account=%ZZ | not percent-encoded",
            })
    void shouldNameFieldValueAndBoundOfABadFilter(final String path, final String fault) throws Exception {
        fill(1);
        final String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 400 "), answer);
        assertTrue(answer.contains(fault), answer);
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void shouldNameAllFaultsAtOnceAndNotDoWhatAFilterSays() throws Exception {
        fill(3);
        final JsonNode faults = json(get("/orders?limit=0&status=x&account=a%27%20or%20%271%27=%271"))
                .get("faults");
        assertEquals(3, faults.size());
        assertEquals(0, json(get("/orders?account='or'1'='1")).get("orders").size());
    }

    @Test
    void shouldRefuseOtherMethodsThanGet() throws Exception {
        final HttpRequest request = HttpRequest.newBuilder(uri("/orders"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        final HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        assertEquals(405, response.statusCode());
        assertEquals("GET, HEAD", header(response, "allow"));
        assertTrue(raw("HEAD /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                .endsWith("\r\n\r\n"));
    }

    @Test
    void shouldRefuseWhatIsTooLongOrNoHttp() throws Exception {
        final String tooLong = raw("GET /orders?account=" + "a".repeat(5_000) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        assertTrue(tooLong.matches("(?s)HTTP/1\\.[01] 414 .*"), tooLong);
        assertTrue(tooLong.contains("longer than 4096 bytes"), tooLong);
        final String headers = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Big: " + "a".repeat(10_000) + "\r\n\r\n");
        assertTrue(headers.matches("(?s)HTTP/1\\.[01] 431 .*"), headers);
        final String garbage = raw("8=FIX.4.4\u00019=5\u000135=0\u000110=000\u0001\r\n\r\n");
        assertTrue(garbage.matches("(?s)HTTP/1\\.[01] 400 .*"), garbage);
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void shouldBoundConnectionsAndServeAgainWhenTheyEnd() throws Exception {
        final List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 3 * MAX_CONNECTIONS; i++) {
                sockets.add(new Socket(InetAddress.getLoopbackAddress(), server.port()));
            }
            await().until(() -> Exposition.parse(meters.scrape("")).get("weir_http_connections_refused_total") >= 20);
        } finally {
            for (final Socket socket : sockets) {
                socket.close();
            }
        }
        await().until(() -> Exposition.parse(meters.scrape("")).get("weir_http_connections") == 0);
        assertEquals(200, get("/health").statusCode());
    }

    @Test
    void shouldLeaveItsEndpointInTheDataDirectory() throws Exception {
        server.endpoint().write(directory);
        final OpsEndpoint endpoint = OpsEndpoint.read(directory).orElseThrow();
        assertEquals(server.port(), endpoint.port());
        assertEquals(endpoint.instance(), header(get("/health"), OpsEndpoint.INSTANCE_HEADER));
        OpsEndpoint.delete(directory);
        assertTrue(OpsEndpoint.read(directory).isEmpty());
    }

    @Test
    void shouldSayThatThePortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Meters others = new Meters();
                OpsServer second = new OpsServer(
                        OpsConfig.loopback(taken.getLocalPort()), health, others, new StoreQueries(store))) {
            final IOException thrown = assertThrows(IOException.class, second::start);
            assertTrue(thrown.getMessage().contains("127.0.0.1:" + taken.getLocalPort()), thrown.getMessage());
            assertFalse(thrown.getMessage().contains("Exception"), thrown.getMessage());
        }
    }

    /** Orders 1 to n of accounts ACC-1, ACC-0, ACC-1 …; the first two are filled. */
    private void fill(final int orders) throws Exception {
        try (Connection connection = store.openWriter();
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= orders; i++) {
                final String time = "timestamp with time zone '2026-11-22 09:30:00.00000" + i + "+00:00'";
                statement.executeUpdate("insert into orders values (" + i + ", 'C-" + i + "', 'ACC-" + i % 2
                        + "', 'BTC-USD', 'BUY', 'LIMIT', 'DAY', '" + (i <= 2 ? "FILLED" : "NEW")
                        + "', 0.00001, 50000.5, 0, 0.00001, 0.500005, 50000.5, 1, " + time + ", " + time + ", " + i
                        + ", '')");
                statement.executeUpdate("insert into executions values (" + i + ", " + i + ", " + i + ", 'C-" + i
                        + "', '', 'ACC-" + i % 2 + "', 'BTC-USD', 'BUY', 'TRADE', 'FILLED', null, 0.00001, 50000.5,"
                        + " 'KRAKEN', 7, 'K-1', 0.01, 'USD', 0, 0.00001, 1, " + time + ", '')");
            }
            connection.commit();
        }
    }

    private HttpResponse<String> get(final String path, final String... headers) throws Exception {
        final HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(final String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    private String raw(final String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            final InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static JsonNode json(final HttpResponse<String> response) throws IOException {
        return new ObjectMapper().readTree(response.body());
    }

    private static String header(final HttpResponse<String> response, final String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
