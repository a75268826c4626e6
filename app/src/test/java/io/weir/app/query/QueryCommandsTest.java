package io.weir.app.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.ops.OpsConfig;
import io.weir.ops.OpsEndpoint;
import io.weir.ops.health.Health;
import io.weir.ops.http.OpsServer;
import io.weir.ops.metrics.Meters;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.query.StoreQueries;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class QueryCommandsTest {
    private static final String TIME = "timestamp with time zone '2026-11-22 09:30:00+00:00'";

    @TempDir
    private Path data;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Store store;

    @BeforeEach
    void fill() throws Exception {
        store = new Store(StoreConfig.embedded(data.resolve("store")));
        try (Connection connection = store.openWriter();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into orders values (1, 'C-1', 'ACC-1', 'BTC-USD', 'BUY', 'LIMIT', 'DAY',"
                    + " 'FILLED', 0.5, 50000, 0, 0.5, 25000, 50000, 1, " + TIME + ", " + TIME + ", 2, '')");
            statement.executeUpdate("insert into executions values (2, 9, 1, 'C-1', '', 'ACC-1', 'BTC-USD', 'BUY',"
                    + " 'TRADE', 'FILLED', null, 0.5, 50000, 'KRAKEN', 7, 'K-1', 0, 'USD', 0, 0.5, 1, " + TIME
                    + ", '')");
            connection.commit();
        }
    }

    @Test
    void shouldShowOrdersAtRestAsATable() {
        store.close();
        assertEquals(0, orders("--account", "ACC-1", "--status", "filled"));
        assertTrue(out.toString().startsWith("OrderID  ClOrdID  Account  Symbol"), out.toString());
        assertTrue(out.toString().contains("50000  FILLED        0.5"), out.toString());
    }

    @Test
    void shouldShowExecutionsAtRestAsJson() {
        store.close();
        assertEquals(0, executions("--order-id", "1", "--json"));
        assertTrue(out.toString().startsWith("{\"executions\":[{\"execId\":9,\"orderId\":1,"), out.toString());
    }

    @Test
    void shouldAskTheGatewayWhileItRuns() throws Exception {
        try (Meters meters = new Meters();
                OpsServer server =
                        new OpsServer(OpsConfig.loopback(0), new Health(), meters, new StoreQueries(store))) {
            server.start();
            server.endpoint().write(data);
            // What stands where the database is would be no help: only the server can have answered.
            assertEquals(0, orders("--cl-ord-id", "C-1", "--json"));
            assertTrue(meters.scrape("").contains("weir_http_requests_total{status=\"2xx\"} 1.0"));
            assertTrue(out.toString().contains("\"clOrdId\":\"C-1\""), out.toString());
        }
        store.close();
    }

    @Test
    void shouldNotBelieveAnotherGatewayOnThePortOfADeadOne() throws Exception {
        try (Meters meters = new Meters();
                OpsServer other = new OpsServer(OpsConfig.loopback(0), new Health(), meters, new StoreQueries(store))) {
            other.start();
            new OpsEndpoint("127.0.0.1", other.port(), "the one that was killed").write(data);
            store.close();
            assertEquals(0, orders());
            assertTrue(out.toString().contains("C-1"), out.toString());
        }
    }

    @Test
    void shouldNameFieldValueAndBoundOfAWrongFilter() {
        store.close();
        assertEquals(2, orders("--limit", "5000"));
        assertTrue(err.toString().contains("limit '5000' is not within 1 to 1000"), err.toString());
        assertEquals(2, executions("--status", "OPEN"));
        assertTrue(err.toString().contains("status 'OPEN' is none of NEW (0)"), err.toString());
    }

    @Test
    void shouldSayWhereItFoundNoStore() throws Exception {
        store.close();
        final Path empty = Files.createDirectory(data.resolve("empty"));
        assertEquals(1, run(new OrdersCommand(), "--data", empty.toString()));
        assertTrue(err.toString().contains("there is no store yet"), err.toString());
        assertTrue(err.toString().contains(empty.toString()), err.toString());
    }

    @Test
    void shouldTakeTheDataDirectoryFromTheSettings() throws Exception {
        store.close();
        final Path config = Files.writeString(data.resolve("gateway.yaml"), "data-dir: " + data + "\n");
        assertEquals(0, run(new OrdersCommand(), "--config", config.toString()));
        assertTrue(out.toString().contains("C-1"), out.toString());
    }

    private int orders(final String... args) {
        return run(new OrdersCommand(), inData(args));
    }

    private int executions(final String... args) {
        return run(new ExecutionsCommand(), inData(args));
    }

    private String[] inData(final String... args) {
        final String[] all = new String[args.length + 2];
        System.arraycopy(args, 0, all, 2, args.length);
        all[0] = "--data";
        all[1] = data.toString();
        return all;
    }

    private int run(final Object command, final String... args) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }
}
