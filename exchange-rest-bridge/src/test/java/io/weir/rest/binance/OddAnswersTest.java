package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.weir.config.Secret;
import io.weir.protocol.command.VenueClosedAs;
import io.weir.protocol.command.VenueRejectReason;
import io.weir.protocol.command.VenueState;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.rest.binance.ScriptedVenue.Asked;
import io.weir.rest.binance.ScriptedVenue.Script;
import io.weir.rest.sign.HmacSha256;
import io.weir.simulator.DemoVenues;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.Fill;
import io.weir.venue.report.OrderAccepted;
import io.weir.venue.report.OrderClosed;
import io.weir.venue.report.OrderRefused;
import io.weir.venue.report.Presence;
import io.weir.venue.report.QueryAnswered;
import io.weir.venue.report.Reconciled;
import io.weir.venue.report.SendUnanswered;
import io.weir.venue.report.VenueReport;
import io.weir.venue.request.VenueOrder;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What the adapter makes of answers and messages that no exchange should give, but some day will. */
class OddAnswersTest {
    private static final String ORDER = "/api/v3/order";

    private ScriptedVenue venue;
    private Desk desk;

    @BeforeEach
    void connect() {
        venue = new ScriptedVenue();
        desk = new Desk(venue.port());
    }

    @AfterEach
    void disconnect() {
        desk.close();
        venue.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html>welcome</html>",
                "200 | {}",
                "200 | {\"symbol\":\"BTCUSDT\",\"orderId\":\"soon\"}",
                "403 | <html>forbidden</html>",
                "404 | not here",
                "500 | {\"code\":-1000,\"msg\":\"oh\"}",
                "503 | {\"code\":-1008,\"msg\":\"Server is overloaded.\"}",
                "302 | elsewhere"
            })
    void shouldDoubtAnOrderAfterAnAnswerThatProvesNothing(final int status, final String body) {
        venue.script("POST " + ORDER, asked -> Script.of(status, body));
        desk.ready();
        final VenueOrder order = desk.send(Side.BUY, "1", "40000");
        assertEquals(
                order.venueClOrdId(),
                desk.awaitReport(SendUnanswered.class, report -> true).venueClOrdId());
        assertEquals(List.of(), desk.reports.of(OrderRefused.class));
    }

    @Test
    void shouldSignTheBodyExactlyAsItIsSent() {
        venue.script("POST " + ORDER, asked -> Script.of(400, "{\"code\":-2010,\"msg\":\"Market is closed.\"}"));
        desk.ready();
        desk.send(Side.SELL, "1.50", "40000.10");
        desk.awaitReport(OrderRefused.class, report -> report.reason() == VenueRejectReason.REFUSED);
        final Asked asked = venue.asked.stream()
                .filter(one -> one.path().equals(ORDER))
                .findFirst()
                .orElseThrow();
        assertEquals("", asked.query());
        assertEquals(DemoVenues.API_KEY, asked.apiKey());
        final int at = asked.body().indexOf("&signature=");
        final String unsigned = asked.body().substring(0, at);
        assertTrue(
                unsigned.startsWith("symbol=BTCUSDT&side=SELL&type=LIMIT&quantity=1.5&newClientOrderId=W-1"
                        + "&newOrderRespType=FULL&price=40000.1&timeInForce=GTC&recvWindow=2000&timestamp="),
                unsigned);
        assertEquals(
                new HmacSha256(Secret.of(DemoVenues.API_SECRET)).hex(unsigned),
                asked.body().substring(at + "&signature=".length()));
    }

    @Test
    void shouldAskForTheTimeAgainWhenItIsRefused() {
        desk.ready();
        final long before = venue.countOf("/api/v3/time");
        venue.script("POST " + ORDER, asked -> Script.of(400, "{\"code\":-1021,\"msg\":\"Timestamp is off.\"}"));
        desk.await("time was asked for again", () -> {
            desk.send(Side.BUY, "1", "40000");
            return venue.countOf("/api/v3/time") > before;
        });
        desk.awaitReport(OrderRefused.class, report -> report.reason() == VenueRejectReason.REFUSED);
    }

    @Test
    void shouldUseTheVenuesTime() {
        final long aheadMs = 600_000;
        venue.script(
                "GET /api/v3/time",
                asked -> Script.of(200, "{\"serverTime\":" + (System.currentTimeMillis() + aheadMs) + "}"));
        venue.script("POST " + ORDER, asked -> Script.of(400, "{\"code\":-2010,\"msg\":\"Market is closed.\"}"));
        desk.ready();
        final long beforeMs = System.currentTimeMillis();
        desk.send(Side.BUY, "1", "40000");
        desk.awaitReport(OrderRefused.class, report -> true);
        final String body = venue.asked.stream()
                .filter(one -> one.path().equals(ORDER))
                .findFirst()
                .orElseThrow()
                .body();
        final long timestamp = Long.parseLong(body.replaceAll(".*&timestamp=(\\d+)&.*", "$1"));
        assertTrue(timestamp > beforeMs + aheadMs / 2, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not json",
                "{\"subscriptionId\":0,\"event\":{\"e\":\"executionReport\",\"s\":\"BTCUSDT\"}}",
                "{\"subscriptionId\":0,\"event\":{\"e\":\"eventStreamTerminated\",\"E\":1700000000000}}",
                "{\"subscriptionId\":0,\"event\":{\"e\":\"serverShutdown\",\"E\":1700000000000}}"
            })
    void shouldConnectAnewWhenTheStreamCannotBeReliedOn(final String message) {
        desk.ready();
        venue.tellUser(message);
        desk.awaitState(VenueState.DOWN, 1);
        desk.awaitState(VenueState.UP, 2);
        desk.reconcile();
        assertEquals(2, venue.subscriptions.get());
    }

    @Test
    void shouldCountEventsThatItDoesNotKnowAndReadOn() {
        desk.ready();
        venue.tellEvent("{\"e\":\"somethingNew\",\"E\":1700000000000}");
        venue.tellEvent("{\"e\":\"balanceUpdate\",\"E\":1700000000000,\"a\":\"BTC\",\"d\":\"1\",\"T\":1700000000000}");
        venue.tellEvent(Payloads.read("execution-new.json"));
        desk.awaitReport(OrderAccepted.class, report -> report.venueClOrdId().equals("W-17"));
        assertEquals(1, desk.adapter.counters().unknownEvents.get());
        assertEquals(1, venue.subscriptions.get());
    }

    @Test
    void shouldStayDownAndSayWhyWhileTheKeyIsRefused() {
        venue.subscriptionAnswer("{\"id\":1,\"status\":401,\"error\":{\"code\":-2015,\"msg\":\"Invalid key.\"}}");
        desk.awaitReport(
                ConnectionChanged.class,
                report -> report.state() == VenueState.DOWN && report.text().contains("Invalid key."));
        assertFalse(desk.adapter.trySend(desk.order(Side.BUY, OrdType.LIMIT, TimeInForce.DAY, "1", "40000")));
        assertEquals(1, venue.subscriptions.get());
    }

    @Test
    void shouldBeSuspendedWhileNothingIsTraded() {
        venue.script(
                "GET /api/v3/exchangeInfo",
                asked -> Script.of(200, Payloads.read("exchange-info.json").replace("TRADING", "HALT")));
        final ConnectionChanged change =
                desk.awaitReport(ConnectionChanged.class, report -> report.state() == VenueState.SUSPENDED);
        assertEquals("BTC-USD is HALT, ETH-USD is BREAK", change.text());
        assertTrue(desk.adapter.isConnected());
    }

    @Test
    void shouldTellACancelWithExecutionsEvenIfTheStreamDoesNot() {
        desk.ready();
        venue.script(
                "DELETE " + ORDER,
                asked -> Script.of(
                        200,
                        "{\"symbol\":\"BTCUSDT\",\"origClientOrderId\":\"W-1\",\"orderId\":77,\"clientOrderId\":\"W-1-C2\","
                                + "\"executedQty\":\"0.25000000\",\"status\":\"CANCELED\"}"));
        desk.cancel(desk.order(Side.BUY, OrdType.LIMIT, TimeInForce.DAY, "1", "40000"));
        assertEquals(
                new OrderClosed("W-1", VenueClosedAs.CANCELED, new Decimal(25, 2), "CANCELED"),
                desk.awaitReport(OrderClosed.class, report -> true));
    }

    @Test
    void shouldNotSendAnOrderThatHasWaitedTooLongForAConnection() {
        venue.script("POST " + ORDER, asked -> ScriptedVenue.SILENCE);
        desk.ready();
        for (int i = 0; i < 12; i++) {
            desk.send(Side.BUY, "1", "40000");
        }
        final VenueOrder late = desk.send(Side.BUY, "1", "40000");
        assertFalse(desk.adapter.tryQuery(Desk.query(late, "0")), "a question overtakes its own order");
        final OrderRefused refused = desk.awaitReport(OrderRefused.class, report -> true);
        assertEquals(late.venueClOrdId(), refused.venueClOrdId());
        assertEquals(VenueRejectReason.NOT_SENT, refused.reason());
        desk.await(() -> desk.reports.of(SendUnanswered.class).size() == 12);
        assertEquals(12, venue.countOf(ORDER));
        assertTrue(venue.asked.stream().noneMatch(one -> one.body().contains(late.venueClOrdId() + "&")));
        desk.await(() -> desk.adapter.tryQuery(Desk.query(late, "0")));
    }

    @Test
    void shouldFetchTradesPageByPage() {
        desk.ready();
        scriptQuery("1.5");
        venue.script("GET /api/v3/myTrades", asked -> {
            final boolean first = !asked.query().contains("fromId");
            assertTrue(first || asked.query().contains("fromId=1001"), asked.query());
            return Script.of(200, first ? trades(1, 1_000) : trades(1_001, 1_500));
        });
        final VenueOrder order = anOrder();
        desk.ask(order, "0");
        final QueryAnswered answered = desk.awaitReport(QueryAnswered.class, report -> true);
        assertEquals(Presence.OPEN, answered.presence());
        final List<Fill> fills = desk.fills(order);
        assertEquals(1_500, fills.size());
        assertEquals("1.5", Exact.plain(fills.get(1_499).cumQty()));
    }

    @Test
    void shouldNotAskForeverWhenAPageComesAgain() {
        desk.ready();
        scriptQuery("1.5");
        venue.script("GET /api/v3/myTrades", asked -> Script.of(200, trades(1, 1_000)));
        final VenueOrder order = anOrder();
        desk.ask(order, "0");
        assertEquals(
                Presence.COULD_NOT_ASK,
                desk.awaitReport(QueryAnswered.class, report -> true).presence());
        assertEquals(1_000, desk.fills(order).size());
    }

    @Test
    void shouldAnswerQuestionsForOneOrderInTheirOrder() {
        desk.ready();
        scriptQuery("0");
        final VenueOrder order = anOrder();
        for (int i = 0; i < 5; i++) {
            desk.ask(order, "0");
        }
        desk.await(() -> desk.reports.of(QueryAnswered.class).size() == 5);
        assertEquals(5, venue.countOf(ORDER));
    }

    @Test
    void shouldReconcileFillsBeforeTheAnswerBeforeTheEnd() {
        desk.ready();
        venue.script(
                "GET /api/v3/openOrders",
                asked -> Script.of(
                        200, asked.query().contains("BTCUSDT") ? "[" + orderState("W-1", "0.003") + "]" : "[]"));
        venue.script("GET /api/v3/myTrades", asked -> Script.of(200, trades(1, 3)));
        final int before = desk.reports.all().size();
        desk.reconcile(Desk.query(anOrder(), "0.001"));
        final List<VenueReport> since =
                desk.reports.all().subList(before, desk.reports.all().size());
        assertEquals(
                List.of(Fill.class, Fill.class, Fill.class, QueryAnswered.class, Reconciled.class),
                since.stream().map(Object::getClass).toList());
    }

    @Test
    void shouldFetchASnapshotAgainThatIsOlderThanTheStream() {
        desk.ready();
        desk.await(() -> venue.depthListeners() > 0);
        desk.await(() -> venue.countOf("/api/v3/depth") >= 2);
        venue.tellDepth(
                "{\"e\":\"depthUpdate\",\"s\":\"BTCUSDT\",\"U\":9,\"u\":9,\"b\":[[\"99\",\"1\"]],\"a\":[[\"101\",\"1\"]]}");
        desk.await(() -> desk.adapter.counters().depthGaps.get() == 1);
        assertFalse(desk.adapter.quote(Desk.SYMBOL).live());
        venue.script("GET /api/v3/depth", asked -> Script.of(200, "{\"lastUpdateId\":8,\"bids\":[],\"asks\":[]}"));
        desk.await(() -> desk.adapter.quote(Desk.SYMBOL).live());
        assertEquals("99", desk.adapter.quote(Desk.SYMBOL).bids().get(0).price().toString());
    }

    @Test
    void shouldLogNeitherSecretNorSignature() {
        final ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        final List<Logger> loggers = Stream.of("io.weir", "io.vertx")
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        loggers.forEach(logger -> {
            logger.setLevel(Level.TRACE);
            logger.setAdditive(false);
            logger.addAppender(lines);
        });
        try {
            desk.ready();
            venue.script("POST " + ORDER, asked -> Script.of(500, asked.body()));
            desk.send(Side.BUY, "1", "40000");
            desk.awaitReport(SendUnanswered.class, report -> true);
            venue.tellUser("not json");
            desk.awaitState(VenueState.UP, 2);
        } finally {
            loggers.forEach(logger -> {
                logger.setLevel(null);
                logger.setAdditive(true);
                logger.detachAppender(lines);
            });
        }
        final String all = List.copyOf(lines.list).stream()
                .map(line -> line.getFormattedMessage()
                        + (line.getThrowableProxy() == null
                                ? ""
                                : line.getThrowableProxy().getMessage()))
                .collect(Collectors.joining("\n"));
        assertTrue(all.contains("state=UP"), "the lines are not ours");
        assertFalse(all.contains(DemoVenues.API_SECRET), all);
        assertFalse(all.contains("signature"), all);
    }

    private VenueOrder anOrder() {
        return desk.order(Side.BUY, OrdType.LIMIT, TimeInForce.DAY, "10", "40000");
    }

    private void scriptQuery(final String executedQty) {
        venue.script("GET " + ORDER, asked -> Script.of(200, orderState("W-1", executedQty)));
    }

    private static String orderState(final String clientOrderId, final String executedQty) {
        return "{\"symbol\":\"BTCUSDT\",\"orderId\":77,\"clientOrderId\":\"" + clientOrderId
                + "\",\"status\":\"PARTIALLY_FILLED\",\"executedQty\":\"" + executedQty + "\"}";
    }

    private static String trades(final long from, final long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(id -> "{\"symbol\":\"BTCUSDT\",\"id\":" + id
                        + ",\"orderId\":77,\"price\":\"40000.00\",\"qty\":\"0.00100000\",\"commission\":\"0.00000100\","
                        + "\"commissionAsset\":\"BTC\",\"time\":1700000000000,\"isBuyer\":true,\"isMaker\":true}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
