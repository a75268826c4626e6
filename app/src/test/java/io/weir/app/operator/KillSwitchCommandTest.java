package io.weir.app.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.ops.OperatorDoor;
import io.weir.ops.OpsConfig;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.OpsKey;
import io.weir.ops.health.Health;
import io.weir.ops.http.OpsServer;
import io.weir.ops.metrics.Meters;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.command.SetKillSwitch;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.query.StoreQueries;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command against a real HTTP server; the door behind it keeps what was said. */
final class KillSwitchCommandTest {
    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Command> said = Collections.synchronizedList(new ArrayList<>());
    private final Meters meters = new Meters();
    private volatile CompletionStage<String> answer = CompletableFuture.completedFuture("");
    private Store store;
    private OpsServer server;

    @BeforeEach
    void start() throws Exception {
        store = new Store(StoreConfig.embedded(data.resolve("store")));
        final OperatorDoor door = new OperatorDoor(OpsKey.open(data), command -> {
            said.add(command);
            return answer;
        });
        server = new OpsServer(OpsConfig.loopback(0), new Health(), meters, new StoreQueries(store), door);
        server.start();
        server.endpoint().write(data);
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
        meters.close();
    }

    @Test
    void shouldStopAllTradingAndSayWhatIsEngaged() {
        assertEquals(0, run("on", "--scope", "ALL", "--cancel-open-orders", "--reason", "JD: market is mad"));
        assertEquals(List.of(new SetKillSwitch(KillScope.ALL, "", true, true, "JD: market is mad")), said);
        assertEquals(
                List.of("kill switch ALL is engaged, open orders are being canceled: JD: market is mad"),
                out.toString().lines().toList());
        assertEquals("", err.toString());
    }

    @Test
    void shouldReleaseOneVenue() {
        assertEquals(0, run("off", "--scope", "venue", "--name", "KRAKEN", "--reason", "mended & checked +1"));
        assertEquals(List.of(new SetKillSwitch(KillScope.VENUE, "KRAKEN", false, false, "mended & checked +1")), said);
        assertEquals(
                List.of("kill switch VENUE KRAKEN is released: mended & checked +1"),
                out.toString().lines().toList());
    }

    @Test
    void shouldNameFieldValueAndBoundOfWhatIsWrong() {
        assertEquals(2, run("on", "--scope", "DESK", "--reason", "x"));
        assertEquals(2, run("on", "--scope", "VENUE", "--reason", "x"));
        assertEquals(2, run("off", "--scope", "ALL", "--cancel-open-orders", "--reason", "x"));
        assertEquals(
                List.of(
                        "scope 'DESK' is none of ALL, ACCOUNT, VENUE, INSTRUMENT",
                        "name '' is empty: which VENUE?",
                        "cancelOpenOrders 'true' goes with engaged 'true' only"),
                err.toString().lines().toList());
        assertEquals(List.of(), said);
    }

    @Test
    void shouldAskForWhatIsMissing() {
        assertEquals(2, run("on", "--scope", "ALL"));
        assertTrue(err.toString().contains("--reason=TEXT"), err.toString());
        assertEquals(2, run("on", "--reason", "x"));
        assertTrue(err.toString().contains("--scope=SCOPE"), err.toString());
        assertEquals(2, run("maybe", "--scope", "ALL", "--reason", "x"));
        assertTrue(err.toString().contains("'maybe' is neither on nor off"), err.toString());
        assertEquals(List.of(), said);
    }

    @Test
    void shouldTellWhatTheCoreRefuses() {
        answer = CompletableFuture.completedFuture("name 'X' is no VENUE that is defined");
        assertEquals(1, run("on", "--scope", "VENUE", "--name", "X", "--reason", "x"));
        assertEquals(
                "the core refuses it: name 'X' is no VENUE that is defined",
                err.toString().strip());
        assertEquals("", out.toString());
    }

    @Test
    void shouldTellThatTheLogDidNotTakeIt() {
        answer = CompletableFuture.failedFuture(new RejectedExecutionException("the gateway has ended"));
        assertEquals(1, run("on", "--scope", "ALL", "--reason", "x"));
        assertEquals(
                "it could not be said to the log: the gateway has ended",
                err.toString().strip());
    }

    @Test
    void shouldSayThatNoGatewayRuns() throws Exception {
        OpsEndpoint.delete(data);
        assertEquals(1, run("on", "--scope", "ALL", "--reason", "x"));
        assertTrue(err.toString().contains("no gateway runs in data directory " + data), err.toString());
        assertTrue(err.toString().contains("nothing is changed"), err.toString());
    }

    @Test
    void shouldNotShowTheKeyToWhoeverListensWhereADeadGatewayDid() throws Exception {
        new OpsEndpoint("127.0.0.1", server.port(), "the one that was killed").write(data);
        assertEquals(1, run("on", "--scope", "ALL", "--reason", "x"));
        assertTrue(err.toString().contains("no gateway runs"), err.toString());
        assertTrue(meters.scrape("").contains("weir_http_requests_total{status=\"2xx\"} 1.0"), "asked once, no key");
        assertEquals(List.of(), said);
    }

    @Test
    void shouldSayThatItHasNoKeyOrTheWrongOne() throws Exception {
        final Path key = data.resolve(OpsKey.FILE);
        Files.writeString(key, "0".repeat(64));
        assertEquals(1, run("on", "--scope", "ALL", "--reason", "x"));
        assertTrue(err.toString().contains("Authorization is not Bearer"), err.toString());
        assertFalse(err.toString().contains("00000000"), "the key is not printed");
        Files.delete(key);
        assertEquals(1, run("on", "--scope", "ALL", "--reason", "x"));
        assertTrue(err.toString().contains("there is no key of operators at " + key), err.toString());
        assertEquals(List.of(), said);
    }

    private int run(final String... args) {
        final String[] all = Stream.concat(Arrays.stream(args), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        return new CommandLine(new KillSwitchCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }
}
