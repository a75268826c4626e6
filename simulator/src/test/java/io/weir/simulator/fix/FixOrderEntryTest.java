package io.weir.simulator.fix;

import static io.weir.simulator.fix.FixClient.get;
import static io.weir.simulator.fix.FixClient.has;
import static io.weir.simulator.fix.FixClient.is;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.simulator.SimulatorConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quickfix.Group;
import quickfix.Message;
import quickfix.fix44.MarketDataRequest;
import quickfix.fix44.OrderMassStatusRequest;
import quickfix.fix44.TradeCaptureReportRequest;

class FixOrderEntryTest {
    @TempDir
    private Path dir;

    private SimulatorConfig config;
    private FixSimulator venue;
    private FixClient client;

    @BeforeEach
    void start() throws Exception {
        config = FixVenues.quiet(dir.resolve("venue"));
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
    void shouldReportNewThenBothSidesOfATrade() {
        client.order("S", '2', "1", "50000", '1');
        client.order("B", '1', "0.4", "50001", '3');

        final Message taken = client.awaitReport("B", 'F');
        final Message made = client.awaitReport("S", 'F');
        assertEquals("2", get(taken, 39));
        assertEquals("1", get(made, 39));
        assertEquals("50000.00", get(taken, 31));
        assertEquals("0.40000", get(taken, 32));
        assertEquals("0.00000", get(taken, 151));
        assertEquals("0.60000", get(made, 151));
        assertEquals("50000.00", get(made, 6));
        assertEquals("BTC", get(taken, 479));
        assertEquals("0.00016000", get(taken, 12));
        assertEquals("USD", get(made, 479));
        assertEquals("4.00000000", get(made, 12));
        assertNotEquals(get(taken, 17), get(made, 17));
        assertTrue(Long.parseLong(get(client.awaitReport("S", '0'), 37)) > 1L << 31);
    }

    @Test
    void shouldCancelOnceAndRefuseWhatIsUnknownOrClosed() {
        client.order("A", '1', "1", "40000", '1');
        client.cancel("C1", "A");
        final Message canceled = client.awaitReport("C1", '4');
        assertEquals("A", get(canceled, 41));
        assertEquals("4", get(canceled, 39));

        client.cancel("C2", "A");
        client.cancel("C3", "nobody");
        final Message late = client.await(m -> is(m, "9") && has(m, 11, "C2"));
        assertEquals("0", get(late, 102));
        assertEquals("4", get(late, 39));
        assertEquals("1", get(late, 434));
        final Message unknown = client.await(m -> is(m, "9") && has(m, 11, "C3"));
        assertEquals("1", get(unknown, 102));
        assertEquals("8", get(unknown, 39));
    }

    @Test
    void shouldReplaceAndKnowTheOrderByBothIds() {
        client.order("A", '1', "1", "40000", '1');
        client.replace("A2", "A", "2", "41000");
        final Message replaced = client.awaitReport("A2", '5');
        assertEquals("A", get(replaced, 41));
        assertEquals("2.00000", get(replaced, 38));
        assertEquals("41000.00", get(replaced, 44));
        client.askStatus("A");
        assertEquals("A2", get(client.awaitReport("A2", 'I'), 11));
        client.replace("A3", "A2", "0.000001", "41000");
        final Message reject = client.await(m -> is(m, "9") && has(m, 11, "A3"));
        assertEquals("2", get(reject, 434));
        assertEquals("OrderQty(38) 0.000001 is not a number of at most 5 decimals", get(reject, 58));
    }

    @Test
    void shouldRefuseOrdersWithReasonAndText() {
        client.order("Q", '1', "0", "40000", '1');
        assertEquals("13", get(client.awaitReport("Q", '8'), 103));
        client.order("M", '1', "9000", "900000", '1');
        client.order("M2", '1', "9000", "900000", '1');
        assertEquals("3", get(client.awaitReport("M2", '8'), 103));
        client.order("D", '1', "1", "40000", '1');
        client.order("D", '1', "1", "40000", '1');
        final Message duplicate = client.awaitReport("D", '8');
        assertEquals("6", get(duplicate, 103));
        assertEquals("ClOrdID(11) D is in use", get(duplicate, 58));
        final Message odd = FixClient.newOrder("O", '1', "1", "40000", '1');
        odd.setString(55, "DOGE-USD");
        client.send(odd);
        assertEquals("1", get(client.awaitReport("O", '8'), 103));
    }

    @Test
    void shouldCancelWhatIocAndFokLeave() {
        client.order("S", '2', "1", "50000", '1');
        client.order("F", '1', "2", "50000", '4');
        assertEquals("4", get(client.awaitReport("F", '4'), 39));
        client.order("I", '1', "2", "50000", '3');
        final Message rest = client.awaitReport("I", '4');
        assertEquals("1.00000", get(rest, 14));
        assertEquals("0.00000", get(rest, 151));
    }

    @Test
    void shouldSayThatAnUnknownOrderIsUnknown() {
        client.askStatus("never-sent");
        final Message status = client.awaitReport("never-sent", 'I');
        assertEquals("8", get(status, 39));
        assertEquals("NONE", get(status, 37));
        assertEquals("ask-never-sent", get(status, 790));
    }

    @Test
    void shouldListOpenOrdersWithTheirNumberAndAnEnd() {
        client.order("A", '1', "1", "40000", '1');
        client.order("B", '1', "1", "40001", '1');
        client.order("C", '1', "1", "40002", '1');
        client.cancel("CB", "B");
        client.awaitReport("CB", '4');
        massStatus("all");
        client.await(m -> has(m, 584, "all") && has(m, 912, "Y"));
        final List<Message> listed =
                client.received.stream().filter(m -> has(m, 584, "all")).toList();
        assertEquals(List.of("A", "C"), listed.stream().map(m -> get(m, 11)).collect(Collectors.toList()));
        assertTrue(listed.stream().allMatch(m -> has(m, 911, "2") && has(m, 150, "I") && has(m, 39, "0")));
    }

    @Test
    void shouldSayThatThereAreNoOpenOrders() {
        massStatus("none");
        final Message empty = client.await(m -> has(m, 584, "none"));
        assertEquals("Y", get(empty, 912));
        assertEquals("8", get(empty, 39));
    }

    private void massStatus(final String id) {
        final OrderMassStatusRequest request = new OrderMassStatusRequest();
        request.setString(584, id);
        request.setInt(585, 7);
        client.send(request);
    }

    @Test
    void shouldTellFillsAgainWithTheSameExecIds() throws Exception {
        client.order("S", '2', "1", "50000", '1');
        client.order("B1", '1', "0.25", "50000", '3');
        client.order("B2", '1', "0.25", "50000", '3');
        client.awaitReport("B2", 'F');
        final TradeCaptureReportRequest request = new TradeCaptureReportRequest();
        request.setString(568, "again");
        request.setInt(569, 0);
        client.send(request);
        client.await(m -> is(m, "AE") && has(m, 912, "Y"));
        final Message ack = client.await(m -> is(m, "AQ"));
        assertEquals("4", get(ack, 748));
        final List<String> told = client.received.stream()
                .filter(m -> is(m, "8") && has(m, 150, "F"))
                .map(m -> get(m, 17))
                .sorted()
                .toList();
        final List<String> again = client.received.stream()
                .filter(m -> is(m, "AE"))
                .map(m -> get(m, 17))
                .sorted()
                .toList();
        assertEquals(told, again);
        final Message first = client.await(m -> is(m, "AE"));
        assertEquals("S", first.getGroup(1, 552).getString(11));
    }

    @Test
    void shouldRefuseAWrongPasswordByName() throws Exception {
        final SimulatorConfig other = FixVenues.quiet(dir.resolve("other"));
        try (FixSimulator strict = new FixSimulator(other);
                FixClient stranger = new FixClient(other, started(strict), dir.resolve("stranger"), "wrong")) {
            stranger.start();
            final Message logout = await().until(
                            () -> stranger.admin.stream()
                                    .filter(m -> is(m, "5"))
                                    .findFirst()
                                    .orElse(null),
                            m -> m != null);
            assertTrue(get(logout, 58).contains("Password(554)"), get(logout, 58));
        }
    }

    private static int started(final FixSimulator strict) {
        strict.start();
        return strict.port();
    }

    @Test
    void shouldSendASnapshotThenChangesOfTheBook() throws Exception {
        client.order("A", '1', "1", "40000", '1');
        client.awaitReport("A", '0');
        client.send(marketData("md", '1', "BTC-USD"));
        final Message snapshot = client.await(m -> is(m, "W"));
        assertEquals("1", get(snapshot, 268));
        assertEquals("40000.00", snapshot.getGroup(1, 268).getString(270));

        client.order("B", '2', "2", "41000", '1');
        final Message added = client.await(m -> is(m, "X"));
        assertEntry(added.getGroup(1, 268), "0", "1", "41000.00", "2.00000");
        client.cancel("CA", "A");
        final Message removed = client.await(m -> is(m, "X") && m != added);
        assertEntry(removed.getGroup(1, 268), "2", "0", "40000.00", "0.00000");

        client.send(marketData("md", '2', "BTC-USD"));
        client.send(marketData("other", '1', "DOGE-USD"));
        assertEquals("0", get(client.await(m -> is(m, "Y")), 281));
    }

    private static void assertEntry(
            final Group entry, final String action, final String type, final String price, final String qty)
            throws Exception {
        assertEquals(
                List.of(action, type, price, qty, "BTC-USD"),
                List.of(
                        entry.getString(279),
                        entry.getString(269),
                        entry.getString(270),
                        entry.getString(271),
                        entry.getString(55)));
    }

    static MarketDataRequest marketData(final String id, final char type, final String symbol) {
        final MarketDataRequest request = new MarketDataRequest();
        request.setString(262, id);
        request.setChar(263, type);
        request.setInt(264, 10);
        request.setInt(265, 1);
        for (final char entryType : new char[] {'0', '1'}) {
            final Group entry = new MarketDataRequest.NoMDEntryTypes();
            entry.setChar(269, entryType);
            request.addGroup(entry);
        }
        final Group related = new MarketDataRequest.NoRelatedSym();
        related.setString(55, symbol);
        request.addGroup(related);
        return request;
    }
}
