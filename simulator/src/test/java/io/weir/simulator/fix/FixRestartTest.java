package io.weir.simulator.fix;

import static io.weir.simulator.fix.FixClient.get;
import static io.weir.simulator.fix.FixClient.has;
import static io.weir.simulator.fix.FixClient.is;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.simulator.ChildVenue;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.Http;
import io.weir.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;
import quickfix.fix44.TradeCaptureReportRequest;

class FixRestartTest {
    private static final int ORDERS = 400;

    @TempDir
    private Path dir;

    @Test
    void shouldKnowOrdersBooksAndBalancesAfterARestart() throws Exception {
        final SimulatorConfig config = FixVenues.quiet(dir.resolve("venue"));
        try (FixSimulator venue = new FixSimulator(config)) {
            venue.start();
            try (FixClient client = FixClient.loggedOn(config, venue.port(), dir.resolve("client"))) {
                client.order("A", '1', "3", "50000", '1');
                client.order("B", '2', "1", "50000", '1');
                client.replace("C", "A", "2.5", "50001");
                client.awaitReport("C", '5');
                final Set<String> orders = new HashSet<>();
                final Set<String> balances = new HashSet<>();
                venue.audit().orders(null, orders::add);
                venue.audit().balances(balances::add);

                venue.restart();

                final Set<String> ordersAgain = new HashSet<>();
                final Set<String> balancesAgain = new HashSet<>();
                venue.audit().orders(null, ordersAgain::add);
                venue.audit().balances(balancesAgain::add);
                assertEquals(orders, ordersAgain);
                assertEquals(balances, balancesAgain);

                client.awaitLogon();
                client.order("D", '2', "1.5", "50001", '3');
                final Message fill = client.awaitReport("D", 'F');
                assertEquals("50001.00", get(fill, 31));
                assertEquals("2", get(client.await(m -> has(m, 11, "C") && has(m, 150, "F")), 39));
                assertTrue(Long.parseLong(get(fill, 527)) > Long.parseLong(get(client.awaitReport("B", 'F'), 527)));
                assertEquals(
                        0,
                        client.admin.stream()
                                .filter(m -> FixClient.has(m, 141, "Y"))
                                .count());
            }
        }
    }

    @Test
    void shouldRefuseASecondVenueOnTheSameDirectory() {
        final SimulatorConfig config = FixVenues.quiet(dir.resolve("venue"));
        try (FixSimulator venue = new FixSimulator(config);
                FixSimulator second = new FixSimulator(config)) {
            venue.start();
            final IllegalStateException refused = assertThrows(IllegalStateException.class, second::start);
            assertTrue(refused.getMessage().contains("data directory"), refused.getMessage());
        }
    }

    @Test
    void shouldSayWhichPortIsTaken() {
        try (FixSimulator venue = new FixSimulator(FixVenues.quiet(dir.resolve("one")))) {
            venue.start();
            final SimulatorConfig taken = FixVenues.quiet(dir.resolve("two")).withPort(venue.port());
            try (FixSimulator second = new FixSimulator(taken)) {
                final IllegalStateException refused = assertThrows(IllegalStateException.class, second::start);
                assertTrue(refused.getMessage().contains("127.0.0.1:" + venue.port()), refused.getMessage());
            }
        }
    }

    @Test
    void shouldSurviveSigkillInFullFlow() throws Exception {
        final String name = "SIMKILL";
        final Path data = dir.resolve("venue");
        final SimulatorConfig config = DemoVenues.fix(name, 0, data);
        final String[] args = {"--dialect", "fix44", "--name", name, "--data", data.toString()};
        ChildVenue venue = new ChildVenue(args);
        final int port = venue.port();
        try (FixClient client = FixClient.loggedOn(config, port, dir.resolve("client"))) {
            for (int i = 0; i < ORDERS; i++) {
                client.order("k" + i, i % 2 == 0 ? '1' : '2', "0.01", i % 2 == 0 ? "51000" : "49000", '1');
                if (i == ORDERS / 2) {
                    await().until(() -> client.count(m -> has(m, 150, "F")) > ORDERS / 8);
                    venue.kill();
                    venue = new ChildVenue(
                            "--dialect",
                            "fix44",
                            "--name",
                            name,
                            "--data",
                            data.toString(),
                            "--port",
                            Integer.toString(port));
                }
            }
            client.awaitLogon();
            client.order("last", '1', "0.01", "51000", '1');
            client.awaitReport("last", 'F');
            final Set<String> onRecord = execIds(venue.controlPort(), "/venues/" + name + "/executions");
            assertEquals(onRecord, capturedAgain(client));
            assertTrue(onRecord.containsAll(told(client)));
            final List<String> orders = lines(venue.controlPort(), "/venues/" + name + "/orders");
            assertTrue(orders.size() > ORDERS / 2);
            assertEquals(
                    orders.size(),
                    orders.stream().map(o -> member(o, "clOrdId")).distinct().count());
            assertEquals(0, client.admin.stream().filter(m -> has(m, 141, "Y")).count());
        } finally {
            venue.close();
        }
    }

    /** Asks for every fill again, as a customer who may have missed some. */
    private static Set<String> capturedAgain(final FixClient client) {
        final TradeCaptureReportRequest request = new TradeCaptureReportRequest();
        request.setString(568, "missed");
        request.setInt(569, 0);
        client.send(request);
        client.await(m -> is(m, "AE") && has(m, 912, "Y"));
        return client.received.stream()
                .filter(m -> is(m, "AE"))
                .map(m -> get(m, 17))
                .collect(Collectors.toSet());
    }

    private static Set<String> execIds(final int port, final String path) throws Exception {
        return lines(port, path).stream().map(line -> member(line, "execId")).collect(Collectors.toSet());
    }

    private static String member(final String line, final String name) {
        final String start = "\"" + name + "\":\"";
        final int from = line.indexOf(start) + start.length();
        return line.substring(from, line.indexOf('"', from));
    }

    private static Set<String> told(final FixClient client) {
        return client.received.stream()
                .filter(m -> has(m, 150, "F"))
                .map(m -> get(m, 17))
                .collect(Collectors.toSet());
    }

    private static List<String> lines(final int port, final String path) throws Exception {
        return Http.call("GET", port, path).body().lines().toList();
    }
}
