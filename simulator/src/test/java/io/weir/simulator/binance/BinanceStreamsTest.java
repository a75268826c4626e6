package io.weir.simulator.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.simulator.RateLimits;
import io.weir.simulator.fault.Arming;
import io.weir.simulator.fault.FaultKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceStreamsTest {
    @TempDir
    private Path dir;

    private BinanceSimulator venue;
    private BinanceClient client;

    @BeforeEach
    void start() {
        venue = new BinanceSimulator(BinanceVenues.alive(dir.resolve("venue")));
        venue.start();
        client = new BinanceClient(venue.port());
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void shouldKeepALocalBookEqualToTheVenues() throws Exception {
        try (BinanceSocket stream = client.socket("/ws/btcusdt@depth@100ms")) {
            stream.await(m -> m.has("U"));
            final JsonNode snapshot =
                    client.get("/api/v3/depth?symbol=BTCUSDT&limit=5000").body();
            for (int i = 0; i < 6; i++) {
                client.limit("BUY", "1.5", "50100", "IOC", "t" + i);
                client.limit("BUY", "1", "4000" + i, "GTC", "r" + i);
            }
            final long target = client.get("/api/v3/depth?symbol=BTCUSDT")
                    .body()
                    .path("lastUpdateId")
                    .asLong();
            stream.await(m -> m.path("u").asLong() >= target);
            final Map<String, String> bids = levels(snapshot.path("bids"));
            long id = snapshot.path("lastUpdateId").asLong();
            for (final JsonNode diff : stream.received) {
                if (diff.path("u").asLong() <= id) {
                    continue;
                }
                assertTrue(diff.path("U").asLong() <= id + 1, "no gap before " + diff.path("U"));
                id = diff.path("u").asLong();
                diff.path("b").forEach(level -> apply(bids, level));
                if (id >= target) {
                    break;
                }
            }
            for (int i = 0; i < 6; i++) {
                assertEquals("1.00000000", bids.get("4000" + i + ".00000000"));
            }
        }
    }

    private static Map<String, String> levels(final JsonNode levels) {
        final Map<String, String> book = new TreeMap<>();
        levels.forEach(level -> apply(book, level));
        return book;
    }

    private static void apply(final Map<String, String> book, final JsonNode level) {
        if (level.path(1).asText().equals("0.00000000")) {
            book.remove(level.path(0).asText());
        } else {
            book.put(level.path(0).asText(), level.path(1).asText());
        }
    }

    @Test
    void shouldLoseOneDepthUpdateWhenToldTo() {
        try (BinanceSocket stream = client.socket("/ws/btcusdt@depth@100ms")) {
            stream.await(m -> m.has("U"));
            venue.faults().arm(FaultKind.DEPTH_GAP, Arming.next(1));
            Awaitility.await().until(() -> {
                final List<JsonNode> diffs = List.copyOf(stream.received);
                for (int i = 1; i < diffs.size(); i++) {
                    if (diffs.get(i).path("U").asLong()
                            != diffs.get(i - 1).path("u").asLong() + 1) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    @Test
    void shouldSubscribeAtRunTimeAndWrapCombinedStreams() throws Exception {
        try (BinanceSocket stream = client.socket("/stream?streams=btcusdt@bookTicker")) {
            final JsonNode ticker = stream.await(m -> m.path("stream").asText().equals("btcusdt@bookTicker"))
                    .path("data");
            final double bid = ticker.path("b").asDouble();
            final double ask = ticker.path("a").asDouble();
            assertTrue(bid < ask && bid > 49_950 && ask < 50_050, ticker.toString());
            stream.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"ethusdt@depth5@100ms\"],\"id\":7}");
            assertTrue(stream.answer("7").path("result").isNull());
            client.limit("BUY", "0.01", "50100", "IOC", "t");
            final JsonNode trade = stream.await(m -> m.path("stream").asText().equals("btcusdt@trade"))
                    .path("data");
            assertEquals("0.01000000", trade.path("q").asText());
            final JsonNode partial = stream.await(m -> m.path("stream").asText().startsWith("ethusdt@depth5"));
            assertEquals(5, partial.path("data").path("bids").size());
            stream.send("{\"method\":\"UNSUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":8}");
            stream.answer("8");
            stream.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":9}");
            assertEquals(2, stream.answer("9").path("result").size());
        }
    }

    @Test
    void shouldBeDeepNearFiftyThousandAndRefillAfterTrades() throws Exception {
        assertTrue(within(client, "asks", 1.01) >= 20 && within(client, "bids", 0.99) >= 20);
        client.limit("BUY", "30", "50500", "IOC", "sweep");
        Awaitility.await().until(() -> within(client, "asks", 1.01) >= 20);
    }

    private static double within(final BinanceClient client, final String side, final double factor) throws Exception {
        double sum = 0;
        for (final JsonNode level :
                client.get("/api/v3/depth?symbol=BTCUSDT&limit=5000").body().path(side)) {
            final double price = level.path(0).asDouble();
            if (factor > 1 ? price <= 50_000 * factor : price >= 50_000 * factor) {
                sum += level.path(1).asDouble();
            }
        }
        return sum;
    }

    @Test
    void shouldDropWhoTalksTooMuch() {
        venue.close();
        venue = new BinanceSimulator(BinanceVenues.alive(dir.resolve("strict")).withRateLimits(RateLimits.DOCUMENTED));
        venue.start();
        client = new BinanceClient(venue.port());
        try (BinanceSocket stream = client.socket("/ws")) {
            for (int i = 0; i < 20; i++) {
                stream.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + i + "}");
            }
            stream.awaitClosed();
        } catch (final java.util.concurrent.CompletionException droppedWhileSending) {
            assertTrue(droppedWhileSending.getCause() instanceof java.io.IOException);
        }
    }

    @Test
    void shouldTellOnesOwnOrdersInEnvelopes() {
        try (BinanceSocket api = client.socket("/ws-api/v3")) {
            api.send(client.wsRequest("sub", "userDataStream.subscribe.signature", Map.of()));
            final int subscription =
                    api.answer("sub").path("result").path("subscriptionId").asInt(-1);
            api.send(client.wsRequest("place", "order.place", order("A", "BUY", "1", "40000")));
            assertEquals(
                    "NEW", api.answer("place").path("result").path("status").asText());
            final JsonNode envelope = api.await(m -> BinanceSocket.is(m.path("event"), "A", "NEW"));
            assertEquals(subscription, envelope.path("subscriptionId").asInt());
            assertEquals(-1, envelope.path("event").path("t").asLong());
            assertTrue(envelope.path("event").path("w").isBoolean());

            api.send(client.wsRequest(
                    "cancel",
                    "order.cancel",
                    Map.of("symbol", "BTCUSDT", "origClientOrderId", "A", "newClientOrderId", "CA")));
            final JsonNode canceled = api.execution("CA", "CANCELED");
            assertEquals("A", canceled.path("C").asText());
            assertEquals("CANCELED", canceled.path("X").asText());

            api.send(client.wsRequest("take", "order.place", order("T", "BUY", "0.5", "50500")));
            final JsonNode trade = api.execution("T", "TRADE");
            assertEquals("0.50000000", trade.path("l").asText());
            assertEquals("BTC", trade.path("N").asText());
            assertEquals("FILLED", trade.path("X").asText());
            final JsonNode position = api.await(
                            m -> m.path("event").path("e").asText().equals("outboundAccountPosition"))
                    .path("event");
            assertEquals(2, position.path("B").size());

            api.send(client.wsRequest("status", "order.status", Map.of("symbol", "BTCUSDT", "origClientOrderId", "T")));
            assertEquals(
                    "FILLED", api.answer("status").path("result").path("status").asText());
        }
    }

    private static Map<String, String> order(final String id, final String side, final String qty, final String price) {
        return Map.of(
                "symbol",
                "BTCUSDT",
                "side",
                side,
                "type",
                "LIMIT",
                "timeInForce",
                "GTC",
                "quantity",
                qty,
                "price",
                price,
                "newClientOrderId",
                id);
    }

    @Test
    void shouldAnswerBadRequestsOnTheWebSocketApi() {
        try (BinanceSocket api = client.socket("/ws-api/v3")) {
            api.send("{\"id\":1,\"method\":\"ping\"}");
            assertEquals(200, api.answer("1").path("status").asInt());
            api.send("{\"id\":2,\"method\":\"nothing\"}");
            assertEquals(400, api.answer("2").path("status").asInt());
            api.send("{\"id\":3,\"method\":\"order.place\",\"params\":{\"symbol\":\"BTCUSDT\"}}");
            assertEquals(-2014, api.answer("3").path("error").path("code").asInt());
            api.send("not json");
            assertEquals(-1135, api.answer("null").path("error").path("code").asInt());
            final BinanceClient forger = new BinanceClient(venue.port(), "demo-key", "wrong");
            api.send(forger.wsRequest("4", "order.place", order("Z", "BUY", "1", "1")));
            assertEquals(-1022, api.answer("4").path("error").path("code").asInt());
            assertNotEquals(0, api.answer("1").path("rateLimits").size());
        }
    }
}
