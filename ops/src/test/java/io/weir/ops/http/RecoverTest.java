package io.weir.ops.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.ops.OperatorDoor;
import io.weir.ops.OpsConfig;
import io.weir.ops.OpsKey;
import io.weir.ops.Recovered;
import io.weir.ops.RecoveryRequest;
import io.weir.ops.health.Health;
import io.weir.ops.metrics.Meters;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.query.StoreQueries;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way out of a hold over real sockets; the door keeps what was asked and answers as the test wants. */
final class RecoverTest {
    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Meters meters = new Meters();
    private final List<RecoveryRequest> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile CompletableFuture<Recovered> answer;
    private Store store;
    private OpsKey key;
    private OpsServer server;

    @BeforeEach
    void start() throws Exception {
        store = new Store(StoreConfig.embedded(directory.resolve("store")));
        key = OpsKey.open(directory);
        final OperatorDoor door = new OperatorDoor(key, command -> CompletableFuture.completedFuture(""), request -> {
            asked.add(request);
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

    private void answers(final Recovered.Kind kind, final String... lines) {
        answer = CompletableFuture.completedFuture(new Recovered(kind, List.of(lines)));
    }

    private HttpResponse<String> post(final String query, final String authorization) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/recover?" + query))
                        .header("Accept", "text/plain")
                        .header("Authorization", authorization)
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(final String query) throws Exception {
        return post(query, key.authorization());
    }

    @Test
    void shouldTellWhatWasDone() throws Exception {
        answers(Recovered.Kind.DONE, "venue X: reconciled", "the gateway goes on");
        final HttpResponse<String> response =
                post("raiseNumbers=1000&cancelUnknown=true&without=A,%20B&text=JD%3A+power+cut");
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("venue X: reconciled\nthe gateway goes on\n", response.body());
        assertEquals(List.of(new RecoveryRequest(1000, true, List.of("A", "B"), "JD: power cut")), asked);
    }

    @Test
    void shouldTellWhatItWaitsForAndWhyItRefuses() throws Exception {
        answers(Recovered.Kind.WAITING, "venue X: waiting, DOWN connecting");
        assertEquals(202, post("raiseNumbers=1&text=x").statusCode());
        answers(Recovered.Kind.REFUSED, "the gateway is not held");
        final HttpResponse<String> refused = post("raiseNumbers=1&text=x");
        assertEquals(409, refused.statusCode());
        assertEquals("the gateway is not held\n", refused.body());
        answer = CompletableFuture.failedFuture(new IllegalStateException("the venue's edge has ended"));
        assertEquals(503, post("raiseNumbers=1&text=x").statusCode());
    }

    @Test
    void shouldAskForTheKey() throws Exception {
        assertEquals(401, post("raiseNumbers=1&text=x", "Bearer no").statusCode());
        assertEquals(List.of(), asked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text=x|raiseNumbers '' is not from 1 to 100000000",
                "raiseNumbers=0&text=x|raiseNumbers '0' is not from 1 to 100000000",
                "raiseNumbers=100000001&text=x|raiseNumbers '100000001' is not from 1 to 100000000",
                "raiseNumbers=-1&text=x|raiseNumbers '-1' is not from 1 to 100000000",
                "raiseNumbers=1|text '' has not 1 to 256 characters",
                "raiseNumbers=1&text=x&cancelUnknown=yes|cancelUnknown 'yes' is neither true nor false",
                "raiseNumbers=1&text=x&force=1|force is no field"
            })
    void shouldNameWhatIsWrong(final String query, final String fault) throws Exception {
        final HttpResponse<String> response = post(query);
        assertEquals(400, response.statusCode());
        assertTrue(response.body().startsWith(fault), response.body());
        assertEquals(List.of(), asked);
    }
}
