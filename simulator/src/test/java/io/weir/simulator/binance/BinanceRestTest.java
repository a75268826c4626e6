package io.weir.simulator.binance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.RateLimits;
import io.weir.simulator.SimulatorConfig;
import io.weir.simulator.binance.BinanceClient.Reply;
import io.weir.simulator.matching.ExchangeLimits;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinanceRestTest {
    private static final String ORDER = "/api/v3/order";

    @TempDir
    private Path dir;

    private BinanceSimulator venue;
    private BinanceClient client;

    @BeforeEach
    void start() {
        open(BinanceVenues.quiet(dir.resolve("venue")));
    }

    private void open(final SimulatorConfig config) {
        venue = new BinanceSimulator(config);
        venue.start();
        client = new BinanceClient(venue.port());
    }

    @AfterEach
    void stop() {
        venue.close();
    }

    @Test
    void shouldTellTheTimeAndTheRules() throws Exception {
        final long told = client.get("/api/v3/time").body().path("serverTime").asLong();
        assertTrue(Math.abs(told - System.currentTimeMillis()) < 60_000);
        final JsonNode symbol = client.get("/api/v3/exchangeInfo?symbol=BTCUSDT")
                .body()
                .path("symbols")
                .path(0);
        assertEquals("BTC", symbol.path("baseAsset").asText());
        assertEquals("USDT", symbol.path("quoteAsset").asText());
        assertEquals(
                "0.01000000", symbol.path("filters").path(0).path("tickSize").asText());
        assertEquals(
                "0.00001000", symbol.path("filters").path(1).path("stepSize").asText());
        assertEquals(
                2, client.get("/api/v3/exchangeInfo").body().path("symbols").size());
        assertEquals(-1121, client.get("/api/v3/exchangeInfo?symbol=NOPE").code());
        assertEquals(404, client.get("/api/v3/nothing").status());
    }

    @Test
    void shouldFillAndTellThePriceTheFeeAndTheBalances() throws Exception {
        final Reply resting = client.limit("SELL", "1", "50000", "GTC", "S");
        assertEquals(200, resting.status());
        assertEquals("NEW", resting.text("status"));
        assertEquals(0, resting.body().path("fills").size());
        final Reply taken = client.limit("BUY", "0.4", "50001.00", "IOC", "B");
        assertEquals("FILLED", taken.text("status"));
        assertEquals("20000.00000000", taken.text("cummulativeQuoteQty"));
        final JsonNode fill = taken.body().path("fills").path(0);
        assertEquals("50000.00000000", fill.path("price").asText());
        assertEquals("0.40000000", fill.path("qty").asText());
        assertEquals("0.00040000", fill.path("commission").asText());
        assertEquals("BTC", fill.path("commissionAsset").asText());
        assertTrue(taken.body().path("orderId").asLong() > 1L << 31);

        final Reply query = client.query("S");
        assertEquals("PARTIALLY_FILLED", query.text("status"));
        assertEquals("0.40000000", query.text("executedQty"));
        assertEquals(
                "S",
                client.signed("GET", "/api/v3/openOrders", "symbol=BTCUSDT")
                        .body()
                        .path(0)
                        .path("clientOrderId")
                        .asText());
        assertEquals(
                2,
                client.signed("GET", "/api/v3/allOrders", "symbol=BTCUSDT")
                        .body()
                        .size());
        final JsonNode trades =
                client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT").body();
        assertEquals(2, trades.size());
        assertEquals(fill.path("tradeId").asLong(), trades.path(1).path("id").asLong());
        assertEquals(
                1,
                client.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&orderId=" + taken.text("orderId"))
                        .body()
                        .size());
        assertEquals(
                0,
                client.signed(
                                "GET",
                                "/api/v3/myTrades",
                                "symbol=BTCUSDT&fromId=" + (fill.path("tradeId").asLong() + 1))
                        .body()
                        .size());
        final JsonNode btc = client.signed("GET", "/api/v3/account", "")
                .body()
                .path("balances")
                .path(0);
        assertEquals("BTC", btc.path("asset").asText());
        assertEquals("0.60000000", btc.path("locked").asText());
        assertEquals("999999.39960000", btc.path("free").asText());
    }

    @Test
    void shouldNameTheRequestAndTheOrderOfACancelTheRightWayRound() throws Exception {
        client.limit("BUY", "1", "40000", "GTC", "A");
        final Reply canceled =
                client.signed("DELETE", ORDER, "symbol=BTCUSDT&origClientOrderId=A&newClientOrderId=cancel-A");
        assertEquals("A", canceled.text("origClientOrderId"));
        assertEquals("cancel-A", canceled.text("clientOrderId"));
        assertEquals("CANCELED", canceled.text("status"));
        final Reply again = client.signed("DELETE", ORDER, "symbol=BTCUSDT&origClientOrderId=A");
        assertEquals(400, again.status());
        assertEquals(-2011, again.code());
        assertEquals(-2013, client.query("never").code());
    }

    @Test
    void shouldRefuseADuplicateOnlyWhileTheFirstIsOpen() throws Exception {
        final Reply first = client.limit("BUY", "1", "40000", "GTC", "X");
        final Reply twin = client.limit("BUY", "1", "40000", "GTC", "X");
        assertEquals(-2010, twin.code());
        assertEquals("Duplicate order sent.", twin.text("msg"));
        client.signed("DELETE", ORDER, "symbol=BTCUSDT&origClientOrderId=X");
        final Reply second = client.limit("BUY", "1", "40000", "GTC", "X");
        assertEquals(200, second.status());
        assertNotEquals(first.text("orderId"), second.text("orderId"));
        assertEquals(second.text("orderId"), client.query("X").text("orderId"));
    }

    @Test
    void shouldCheckKeyTimeAndSignature() throws Exception {
        assertEquals(401, new BinanceClient(venue.port(), null, "x").query("A").status());
        assertEquals(
                -2014, new BinanceClient(venue.port(), null, "x").query("A").code());
        assertEquals(
                -2015,
                new BinanceClient(venue.port(), "stranger", "x").query("A").code());
        assertEquals(
                -1022,
                new BinanceClient(venue.port(), DemoVenues.API_KEY, "wrong")
                        .query("A")
                        .code());
        final long now = System.currentTimeMillis();
        assertEquals(
                -1021,
                client.signedAt("GET", ORDER, "symbol=BTCUSDT&orderId=1", now - 60_001)
                        .code());
        assertEquals(
                -1021,
                client.signedAt("GET", ORDER, "symbol=BTCUSDT&orderId=1", now + 60_000)
                        .code());
        assertEquals(
                -2013,
                client.signedAt("GET", ORDER, "symbol=BTCUSDT&orderId=1&recvWindow=60000", now - 10_000)
                        .code());
        assertEquals(
                -2013,
                client.signedAt("GET", ORDER, "symbol=BTCUSDT&orderId=1", now * 1_000)
                        .code());
        assertEquals(
                -1131,
                client.signedAt("GET", ORDER, "symbol=BTCUSDT&orderId=1&recvWindow=60001", now)
                        .code());
        final HttpRequest.Builder unsigned = HttpRequest.newBuilder(
                        client.uri(ORDER + "?symbol=BTCUSDT&orderId=1&timestamp=" + now))
                .header("X-MBX-APIKEY", DemoVenues.API_KEY);
        assertEquals(-1102, client.send(unsigned).code());
    }

    @Test
    void shouldTakeParametersFromTheBodyToo() throws Exception {
        final Reply placed = client.inBody(
                ORDER,
                "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=40000&newClientOrderId=body");
        assertEquals(200, placed.status());
        assertEquals("body", placed.text("clientOrderId"));
    }

    @Test
    void shouldRefuseWithTheVenuesCodes() throws Exception {
        assertEquals(-1013, client.limit("BUY", "0.000001", "40000", "GTC", "a").code());
        assertEquals(
                "Filter failure: LOT_SIZE",
                client.limit("BUY", "0.000001", "40000", "GTC", "a").text("msg"));
        assertEquals(
                "Filter failure: PRICE_FILTER",
                client.limit("BUY", "1", "40000.001", "GTC", "a").text("msg"));
        assertEquals(
                "Filter failure: NOTIONAL",
                client.limit("BUY", "0.00001", "40000", "GTC", "a").text("msg"));
        assertEquals(
                -1111, client.limit("BUY", "0.0000000001", "40000", "GTC", "a").code());
        assertEquals(-1100, client.limit("BUY", "-1", "40000", "GTC", "a").code());
        assertEquals(
                -1100, client.limit("BUY", "1", "40000", "GTC", "not.allowed").code());
        assertEquals(-1117, client.limit("LONG", "1", "40000", "GTC", "a").code());
        assertEquals(-1115, client.limit("BUY", "1", "40000", "DAY", "a").code());
        assertEquals(
                -1121,
                client.signed("POST", ORDER, "symbol=BTCUSD&side=BUY&type=MARKET&quantity=1")
                        .code());
        assertEquals(
                -1116,
                client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=STOP&quantity=1")
                        .code());
        assertEquals(
                -1102,
                client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1")
                        .code());
        client.limit("BUY", "9000", "900000", "GTC", "rich");
        final Reply poor = client.limit("BUY", "9000", "900000", "GTC", "poor");
        assertEquals(-2010, poor.code());
        assertEquals("Account has insufficient balance for requested action.", poor.text("msg"));
    }

    @Test
    void shouldExpireWhatIocAndFokLeaveAndRefuseAPostOnlyOrderThatTakes() throws Exception {
        client.limit("SELL", "1", "50000", "GTC", "S");
        assertEquals("EXPIRED", client.limit("BUY", "2", "50000", "FOK", "F").text("status"));
        final Reply maker =
                client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&price=50000");
        assertEquals("Order would immediately match and take.", maker.text("msg"));
        final Reply ioc = client.limit("BUY", "2", "50000", "IOC", "I");
        assertEquals("EXPIRED", ioc.text("status"));
        assertEquals("1.00000000", ioc.text("executedQty"));
        final Reply market = client.signed("POST", ORDER, "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=1");
        assertEquals("EXPIRED", market.text("status"));
        assertEquals(
                5,
                client.signed("POST", ORDER, "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&price=40000")
                        .body()
                        .size());
    }

    @Test
    void shouldTellBothHalvesOfACancelReplace() throws Exception {
        client.limit("BUY", "1", "40000", "GTC", "old");
        final String order = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=41000";
        final Reply both = client.signed(
                "POST",
                ORDER + "/cancelReplace",
                order + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=old&newClientOrderId=new");
        assertEquals("SUCCESS", both.text("cancelResult"));
        assertEquals(
                "new",
                both.body().path("newOrderResponse").path("clientOrderId").asText());
        final Reply none = client.signed(
                "POST",
                ORDER + "/cancelReplace",
                order + "&cancelReplaceMode=STOP_ON_FAILURE&cancelOrigClientOrderId=old&newClientOrderId=new2");
        assertEquals(400, none.status());
        assertEquals(-2022, none.code());
        assertEquals(
                "NOT_ATTEMPTED", none.body().path("data").path("newOrderResult").asText());
        final Reply half = client.signed(
                "POST",
                ORDER + "/cancelReplace",
                order + "&cancelReplaceMode=ALLOW_FAILURE&cancelOrigClientOrderId=old&newClientOrderId=new3");
        assertEquals(409, half.status());
        assertEquals(-2021, half.code());
        assertEquals("SUCCESS", half.body().path("data").path("newOrderResult").asText());
    }

    @Test
    void shouldLimitWeightThenBanWithHeaders() throws Exception {
        venue.close();
        open(BinanceVenues.quiet(dir.resolve("limited")).withRateLimits(new RateLimits(200, 100, 100, 5, 120)));
        Reply reply = client.get("/api/v3/ping");
        assertTrue(
                reply.raw().headers().firstValueAsLong("X-MBX-USED-WEIGHT-1M").isPresent());
        while (reply.status() == 200) {
            reply = client.get("/api/v3/exchangeInfo");
        }
        assertEquals(429, reply.status());
        assertEquals(-1003, reply.code());
        assertTrue(reply.raw().headers().firstValueAsLong("Retry-After").orElseThrow() <= 60);
        while (reply.status() == 429) {
            reply = client.get("/api/v3/exchangeInfo");
        }
        assertEquals(418, reply.status());
        assertTrue(reply.raw().headers().firstValueAsLong("Retry-After").orElseThrow() > 100);
    }

    @Test
    void shouldCountUnfilledOrdersOnly() throws Exception {
        venue.close();
        open(BinanceVenues.quiet(dir.resolve("limited")).withRateLimits(new RateLimits(6_000, 1_000, 3, 5, 120)));
        client.limit("SELL", "1", "50000", "GTC", "S");
        final Reply filled = client.limit("BUY", "1", "50000", "GTC", "B");
        assertEquals(
                "0", filled.raw().headers().firstValue("X-MBX-ORDER-COUNT-1D").orElseThrow());
        for (int i = 0; i < 3; i++) {
            assertEquals(200, client.limit("BUY", "1", "40000", "GTC", "n" + i).status());
        }
        final Reply tooMany = client.limit("BUY", "1", "40000", "GTC", "n3");
        assertEquals(429, tooMany.status());
        assertEquals(-1015, tooMany.code());
    }

    @Test
    void shouldBoundOpenOrders() throws Exception {
        venue.close();
        open(BinanceVenues.quiet(dir.resolve("small")).withLimits(new ExchangeLimits(1, 10, 1L << 33, 1L << 32)));
        client.limit("BUY", "1", "40000", "GTC", "one");
        assertEquals(
                "Filter failure: MAX_NUM_ORDERS",
                client.limit("BUY", "1", "40000", "GTC", "two").text("msg"));
        assertEquals(
                1,
                client.signed("DELETE", "/api/v3/openOrders", "symbol=BTCUSDT")
                        .body()
                        .size());
        assertEquals(200, client.limit("BUY", "1", "40000", "GTC", "two").status());
    }
}
