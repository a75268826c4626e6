package io.weir.ops.http;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.ops.OperatorDoor;
import io.weir.ops.OpsConfig;
import io.weir.ops.OpsKey;
import io.weir.ops.health.Health;
import io.weir.ops.metrics.Meters;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.query.StoreQueries;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' page over real sockets; the door keeps what was said and answers as the test wants. */
final class KillSwitchTest {
    private static final String STOP_ALL = "scope=ALL&engaged=true&text=market+is+mad";

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Meters meters = new Meters();
    private final List<Command> said = Collections.synchronizedList(new ArrayList<>());
    private volatile CompletionStage<String> answer = CompletableFuture.completedFuture("");
    private Store store;
    private OpsKey key;
    private OpsServer server;

    @BeforeEach
    void start() throws Exception {
        store = new Store(StoreConfig.embedded(directory.resolve("store")));
        key = OpsKey.open(directory);
        final OperatorDoor door = new OperatorDoor(key, command -> {
            said.add(command);
            return answer;
        });
        server = new OpsServer(OpsConfig.loopback(0), new Health(), meters, new StoreQueries(store), door);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
        meters.close();
    }

    @Test
    void shouldSayTheSwitchToTheLogAndTellWhatStands() throws Exception {
        final HttpResponse<String> response =
                post("scope=account&name=ACC-1&engaged=true&cancelOpenOrders=true&text=fat+finger%2C+JD");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(List.of(new SetKillSwitch(KillScope.ACCOUNT, "ACC-1", true, true, "fat finger, JD")), said);
        final JsonNode json = new ObjectMapper().readTree(response.body());
        assertEquals("ACCOUNT", json.get("scope").asText());
        assertEquals("ACC-1", json.get("name").asText());
        assertTrue(json.get("engaged").asBoolean());
        assertTrue(json.get("cancelOpenOrders").asBoolean());
        assertEquals("fat finger, JD", json.get("text").asText());
    }

    @Test
    void shouldReleaseInALineForATerminal() throws Exception {
        final HttpResponse<String> response =
                post("scope=VENUE&name=KRAKEN&engaged=false&text=mended", "Accept", "text/plain");
        assertEquals(200, response.statusCode());
        assertEquals("kill switch VENUE KRAKEN is released: mended\n", response.body());
        assertEquals(List.of(new SetKillSwitch(KillScope.VENUE, "KRAKEN", false, false, "mended")), said);
    }

    @Test
    void shouldAnswerWhenTheCoreHasTakenItAndNotBefore() throws Exception {
        final CompletableFuture<String> core = new CompletableFuture<>();
        answer = core;
        final CompletableFuture<HttpResponse<String>> response =
                client.sendAsync(request(STOP_ALL).build(), BodyHandlers.ofString());
        await().until(() -> said.size() == 1);
        assertFalse(response.isDone());
        core.complete("");
        assertEquals(200, response.get().statusCode());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "engaged=true&text=x | scope '' is none of ALL, ACCOUNT, VENUE, INSTRUMENT",
                "scope=DESK&engaged=true&text=x | scope 'DESK' is none of ALL, ACCOUNT, VENUE, INSTRUMENT",
                "scope=ALL&name=ACC-1&engaged=true&text=x | name 'ACC-1' is given and scope ALL has none",
                "scope=ACCOUNT&engaged=true&text=x | name '' is empty: which ACCOUNT?",
                "scope=VENUE&name=a%20b&engaged=true&text=x | name 'a b' has a character that is no printable ASCII",
                "scope=INSTRUMENT&name=BTC-USDBTC-USDBTC-USDBTC-USDBTC-USD&engaged=true&text=x"
                        + " | is longer than 32 characters",
                "scope=ALL&text=x | engaged '' is neither true nor false",
                "scope=ALL&engaged=on&text=x | engaged 'on' is neither true nor false",
                "scope=ALL&engaged=true&cancelOpenOrders=yes&text=x | cancelOpenOrders 'yes' is neither true nor false",
                "scope=ALL&engaged=false&cancelOpenOrders=true&text=x | cancelOpenOrders 'true' goes with engaged 'true'",
                "scope=ALL&engaged=true | text '' is empty: who stops or allows, and why, 1 to 256 characters",
                "scope=ALL&engaged=true&text=%0A8%3DFIX%01x | text '8=FIX?x' has a character that is no printable ASCII",
                "scope=ALL&engaged=true&text=x&reason=y | reason is no field; known are scope, name, engaged",
                "scope=ALL&scope=VENUE&engaged=true&text=x | a field is given twice",
                "scope=ALL&engaged=true&text=%ZZ | not percent-encoded",
            })
    void shouldNameFieldValueAndBoundOfWhatIsWrong(final String query, final String fault) throws Exception {
        final String raw = raw(query);
        assertTrue(raw.startsWith("HTTP/1.1 400 "), raw);
        assertTrue(raw.contains(fault), raw);
        assertEquals(List.of(), said);
    }

    @Test
    void shouldRefuseATextLongerThanItsBound() throws Exception {
        assertEquals(200, post("scope=ALL&engaged=true&text=" + "x".repeat(256)).statusCode());
        final HttpResponse<String> response = post("scope=ALL&engaged=true&text=" + "x".repeat(257));
        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("is longer than 256 characters"), response.body());
        assertEquals(1, said.size());
    }

    @Test
    void shouldNameAllFaultsAtOnce() throws Exception {
        final HttpResponse<String> response = post("");
        assertEquals(400, response.statusCode());
        assertEquals(
                3, new ObjectMapper().readTree(response.body()).get("faults").size(), response.body());
    }

    @ParameterizedTest(name = "[{0}]")
    @ValueSource(strings = {"", "Bearer", "Bearer 0123456789abcdef0123456789abcdef", "Basic b3BzOm9wcw=="})
    void shouldOpenToTheKeyOnly(final String authorization) throws Exception {
        final HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(STOP_ALL)).POST(BodyPublishers.noBody());
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        final HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        assertEquals(401, response.statusCode());
        assertEquals("Bearer", response.headers().firstValue("www-authenticate").orElse(""));
        assertTrue(response.body().contains("ops-key"), response.body());
        assertEquals(List.of(), said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE"})
    void shouldRefuseOtherMethodsThanPost(final String method) throws Exception {
        final HttpResponse<String> response = client.send(
                request(STOP_ALL).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertEquals(405, response.statusCode());
        assertEquals("POST", response.headers().firstValue("allow").orElse(""));
        assertEquals(List.of(), said);
    }

    @Test
    void shouldTellWhatTheCoreRefused() throws Exception {
        answer = CompletableFuture.completedFuture("name 'ACC-9' is no ACCOUNT that is defined");
        final HttpResponse<String> response = post("scope=ACCOUNT&name=ACC-9&engaged=true&text=x");
        assertEquals(409, response.statusCode());
        assertTrue(response.body().contains("name 'ACC-9' is no ACCOUNT that is defined"), response.body());
    }

    @Test
    void shouldTellThatItCouldNotBeSaid() throws Exception {
        answer = CompletableFuture.failedFuture(new RejectedExecutionException("64 commands are waiting, the most"));
        final HttpResponse<String> response = post(STOP_ALL);
        assertEquals(503, response.statusCode());
        assertTrue(response.body().contains("64 commands are waiting"), response.body());
    }

    @Test
    void shouldTellThatTheLogHasNotTakenIt() throws Exception {
        answer = new CompletableFuture<>();
        final HttpResponse<String> response = post(STOP_ALL);
        assertEquals(503, response.statusCode());
        assertTrue(response.body().contains("has not taken it within 5000 ms; it may still take it"), response.body());
        assertEquals(1, said.size());
    }

    @Test
    void shouldHaveNoSuchPageWithoutADoor() throws Exception {
        try (Meters others = new Meters();
                OpsServer reading =
                        new OpsServer(OpsConfig.loopback(0), new Health(), others, new StoreQueries(store))) {
            reading.start();
            final URI uri = URI.create("http://127.0.0.1:" + reading.port() + "/kill-switch?" + STOP_ALL);
            final HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(uri)
                            .header("Authorization", key.authorization())
                            .POST(BodyPublishers.noBody())
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(404, response.statusCode());
            assertEquals(List.of(), said);
        }
    }

    @Test
    void shouldTellOperatorsOfThePage() throws Exception {
        final URI root = URI.create("http://127.0.0.1:" + server.port() + "/");
        final HttpResponse<String> response =
                client.send(HttpRequest.newBuilder(root).build(), BodyHandlers.ofString());
        assertTrue(response.body().contains("/kill-switch"), response.body());
    }

    /** As it stands, also what no client library would send. */
    private String raw(final String query) throws IOException {
        final String request =
                "POST /kill-switch?" + query + " HTTP/1.1\r\nHost: x\r\nAccept: text/plain\r\nAuthorization: "
                        + key.authorization() + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> post(final String query, final String... headers)
            throws IOException, InterruptedException {
        final HttpRequest.Builder request = request(query);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(final String query) {
        return HttpRequest.newBuilder(uri(query))
                .header("Authorization", key.authorization())
                .POST(BodyPublishers.noBody());
    }

    private URI uri(final String query) {
        return URI.create("http://127.0.0.1:" + server.port() + "/kill-switch?" + query);
    }
}
