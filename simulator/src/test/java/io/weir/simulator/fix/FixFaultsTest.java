package io.weir.simulator.fix;

import static io.weir.simulator.fix.FixClient.get;
import static io.weir.simulator.fix.FixClient.has;
import static io.weir.simulator.fix.FixClient.is;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.simulator.Http;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.fault.Arming;
import io.weir.simulator.fault.ControlServer;
import io.weir.simulator.fault.FaultKind;
import io.weir.simulator.fault.RequestKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Message;

class FixFaultsTest {
    @TempDir
    private Path dir;

    private FixSimulator venue;
    private FixClient client;

    @BeforeEach
    void start() throws Exception {
        final SimulatorConfig config = FixVenues.quiet(dir.resolve("venue"));
        venue = new FixSimulator(config);
        venue.start();
        client = FixClient.loggedOn(config, venue.port(), dir.resolve("client"));
    }

    @AfterEach
    void stop() {
        client.close();
        venue.close();
    }

    @Test
    void shouldSwallowARequest() {
        venue.faults().arm(FaultKind.SILENT_BEFORE, Arming.next(1));
        client.order("lost", '1', "1", "40000", '1');
        client.order("next", '1', "1", "40000", '1');
        client.awaitReport("next", '0');
        client.askStatus("lost");
        assertEquals("8", get(client.awaitReport("lost", 'I'), 39));
        assertEquals(1L, venue.faults().struck().get(FaultKind.SILENT_BEFORE));
    }

    @Test
    void shouldExecuteAndStaySilentUntilTheCustomerConnectsAgain() {
        venue.faults().arm(FaultKind.SILENT_AFTER, Arming.next(1));
        client.order("A", '1', "1", "40000", '1');
        client.order("S", '2', "1", "40000", '1');
        client.askStatus("A");
        assertEquals("2", get(client.awaitReport("A", 'I'), 39));
        assertEquals(0, client.count(m -> has(m, 150, "0")));

        venue.disconnectAll();
        assertEquals("2", get(client.awaitReport("A", 'F'), 39));
        client.awaitReport("S", 'F');
        assertEquals(2, client.count(m -> has(m, 150, "0")));
    }

    @Test
    void shouldDropTheConnectionBeforeOrAfterExecuting() {
        venue.faults().arm(FaultKind.DROP_BEFORE, Arming.next(1));
        client.order("before", '1', "1", "40000", '1');
        await().until(() -> venue.faults().struck().containsKey(FaultKind.DROP_BEFORE));
        client.awaitLogon();
        client.askStatus("before");
        assertEquals("8", get(client.awaitReport("before", 'I'), 39));

        venue.faults().arm(FaultKind.DROP_AFTER, Arming.next(1));
        client.order("after", '1', "1", "40000", '1');
        assertEquals("0", get(client.awaitReport("after", '0'), 39));
        assertEquals(1L, venue.faults().struck().get(FaultKind.DROP_AFTER));
    }

    @Test
    void shouldAnswerUnavailableOrTooMany() {
        venue.faults().arm(FaultKind.ERROR_BEFORE, Arming.next(1));
        client.order("E", '1', "1", "40000", '1');
        final Message unavailable = client.await(m -> is(m, "j") && has(m, 379, "E"));
        assertEquals("4", get(unavailable, 380));
        venue.faults().arm(FaultKind.RATE_LIMIT, Arming.next(1));
        client.order("R", '1', "1", "40000", '1');
        assertEquals("0", get(client.await(m -> is(m, "j") && has(m, 379, "R")), 380));
        venue.faults().arm(FaultKind.ERROR_AFTER, Arming.next(1));
        client.order("X", '1', "1", "40000", '1');
        client.await(m -> is(m, "j") && has(m, 379, "X"));
        client.awaitReport("X", '0');
        client.askStatus("E");
        client.askStatus("R");
        assertEquals("8", get(client.awaitReport("E", 'I'), 39));
        assertEquals("8", get(client.awaitReport("R", 'I'), 39));
    }

    @Test
    void shouldSayAFillTwiceWithOneExecId() {
        venue.faults().arm(FaultKind.DUPLICATE_REPORT, Arming.next(1));
        client.order("S", '2', "1", "40000", '1');
        client.order("B", '1', "1", "40000", '1');
        client.awaitReport("B", 'F');
        final List<Message> fills = await().until(
                        () -> client.received.stream()
                                .filter(m -> has(m, 150, "F"))
                                .toList(),
                        f -> f.size() == 3);
        assertEquals(2, fills.stream().map(m -> get(m, 17)).distinct().count());
    }

    @Test
    void shouldDelayAFillAndWhatFollowsIt() {
        venue.faults().arm(FaultKind.DELAY_REPORT, Arming.next(1).withDelayMs(300));
        client.order("S", '2', "2", "40000", '1');
        client.order("B", '1', "1", "40000", '1');
        client.cancel("CS", "S");
        client.askStatus("S");
        client.awaitReport("CS", '4');
        client.awaitReport("S", 'I');
        final List<String> order = client.received.stream()
                .filter(m -> "S".equals(get(m, 11)) || "CS".equals(get(m, 11)))
                .map(m -> get(m, 150))
                .toList();
        assertEquals(List.of("0", "I", "F", "4"), order);
    }

    @Test
    void shouldDenyAnAcceptedOrderForATime() {
        venue.faults().arm(FaultKind.HIDE_ORDER, Arming.next(1).withDelayMs(500));
        client.order("H", '1', "1", "40000", '1');
        client.awaitReport("H", '0');
        client.askStatus("H");
        assertEquals("8", get(client.awaitReport("H", 'I'), 39));
        await().until(() -> {
            client.askStatus("H");
            return client.count(m -> has(m, 150, "I") && has(m, 39, "0")) > 0;
        });
    }

    @Test
    void shouldStrikeOnlyTheRequestsThatAreNamed() {
        venue.faults().arm(FaultKind.SILENT_BEFORE, Arming.next(1).on(Set.of(RequestKind.CANCEL)));
        client.order("A", '1', "1", "40000", '1');
        client.awaitReport("A", '0');
        client.cancel("C1", "A");
        client.cancel("C2", "A");
        client.awaitReport("C2", '4');
        assertEquals(0, client.count(m -> has(m, 11, "C1")));
        assertThrows(IllegalArgumentException.class, () -> venue.faults().arm(FaultKind.DEPTH_GAP, Arming.next(1)));
    }

    @Test
    void shouldBeToldToFailAndTellItsRecordsOverTheControlPort() throws Exception {
        try (ControlServer control = new ControlServer(List.of(venue), 0)) {
            control.start();
            final String base = "/venues/" + venue.name();
            assertEquals(
                    200,
                    Http.call("POST", control.port(), base + "/faults/SILENT_BEFORE?count=1")
                            .statusCode());
            client.order("lost", '1', "1", "40000", '1');
            client.order("B", '1', "1", "40000", '1');
            client.order("S", '2', "1", "40000", '1');
            client.awaitReport("S", 'F');
            assertTrue(Http.call("GET", control.port(), base + "/faults").body().contains("\"struck\":1"));
            assertEquals(
                    400,
                    Http.call("POST", control.port(), base + "/faults/DEPTH_GAP")
                            .statusCode());
            assertEquals(
                    404,
                    Http.call("GET", control.port(), "/venues/nobody/orders").statusCode());
            assertEquals(405, Http.call("PUT", control.port(), base + "/orders").statusCode());

            final List<String> orders = lines(control.port(), base + "/orders?account=weir");
            assertEquals(2, orders.size());
            assertTrue(
                    orders.get(0).contains("\"clOrdId\":\"B\"") && orders.get(0).contains("\"ordStatus\":\"FILLED\""));
            final List<String> executions = lines(control.port(), base + "/executions");
            assertEquals(2, executions.size());
            for (final Message fill :
                    client.received.stream().filter(m -> has(m, 150, "F")).toList()) {
                assertTrue(executions.stream().anyMatch(e -> e.contains("\"execId\":\"" + get(fill, 17) + "\"")));
            }
            assertEquals(3, lines(control.port(), base + "/balances").size());

            assertEquals(
                    200, Http.call("POST", control.port(), base + "/restart").statusCode());
            client.awaitLogon();
            assertEquals(orders, lines(control.port(), base + "/orders"));
        }
    }

    private static List<String> lines(final int port, final String path) throws Exception {
        return new ArrayList<>(Http.call("GET", port, path).body().lines().toList());
    }
}
