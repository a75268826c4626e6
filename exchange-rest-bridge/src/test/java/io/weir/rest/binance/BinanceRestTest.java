package io.weir.rest.binance;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.config.Secret;
import io.weir.rest.clock.VenueClock;
import io.weir.rest.http.Endpoint;
import io.weir.rest.http.Params;
import io.weir.rest.http.RestAnswer;
import io.weir.rest.http.RestBounds;
import io.weir.rest.http.RestClient;
import io.weir.venue.RateBudget;
import io.weir.venue.RateLimit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answer says of the connection as a whole, and in which order who hears of it. */
class BinanceRestTest {
    private final ScriptedVenue server = new ScriptedVenue();
    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Context loop = vertx.getOrCreateContext();
    private final VenueClock clock = new VenueClock(() -> 1_700_000_041_000L);
    private final RateLimit rateLimit = new RateLimit(100, TimeUnit.MINUTES.toNanos(1), 0);
    private final VenueLimits limits = new VenueLimits(new RateBudget(rateLimit, () -> 1), rateLimit, clock);
    private final BinanceCounters counters = new BinanceCounters();
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listWindows() {
        limits.windows(List.of(new LimitWindow(LimitWindow.Kind.ORDERS, 10_000, 50)));
    }

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        server.close();
    }

    @Test
    void shouldHoldBackBeforeAnybodyHearsOfALimit() {
        assertEquals(50, limits.availableToOrders());
        assertEquals(
                "RATE_LIMITED, orders left 0, limited 1",
                answerTo(new ScriptedVenue.Script(429, Map.of("Retry-After", "7"), error(-1003, "too much weight"))));
    }

    @Test
    void shouldHoldOrdersBackBeforeAnybodyHearsThatThereWereTooMany() {
        assertEquals(
                "RATE_LIMITED, orders left 0, limited 1",
                answerTo(ScriptedVenue.Script.of(400, error(-1015, "too many new orders"))));
    }

    @Test
    void shouldTellOfARefusedOrderBeforeTheKeyThatIsRefusedWithIt() {
        answerTo(ScriptedVenue.Script.of(401, error(-2015, "invalid key")));
        await().until(() -> happened.size() == 2);
        assertEquals("key refused", happened.get(1));
        assertEquals("KEY_REFUSED, orders left 50, limited 0", happened.get(0));
    }

    private static String error(final int code, final String text) {
        return "{\"code\":" + code + ",\"msg\":\"" + text + "\"}";
    }

    /** {@return what an order's sender heard, and what the limits were at that moment} */
    private String answerTo(final ScriptedVenue.Script script) {
        server.script("POST /api/v3/order", asked -> script);
        final BinanceRest rest = rest();
        loop.runOnContext(go -> rest.order("/api/v3/order", Params::new, clock.nowMs(), VenueLimits.NONE, sender()));
        await().until(() -> !happened.isEmpty());
        return happened.get(0);
    }

    private BinanceRest rest() {
        final String host = "127.0.0.1:" + server.port();
        final BinanceConfig config = BinanceConfig.of(
                "http://" + host, "ws://" + host + "/ws-api/v3", "ws://" + host, Secret.of("key"), Secret.of("secret"));
        final RestClient client = new RestClient(
                vertx,
                new Endpoint("127.0.0.1", server.port(), false, ""),
                new RestBounds(1, 1, 10_000, 10_000, 10_000));
        return new BinanceRest("BINANCE", client, new BinanceSigner(config, clock), limits, counters, troubles());
    }

    private AnswerHandler sender() {
        return new AnswerHandler() {
            @Override
            public void onAnswer(final Ruling ruling, final RestAnswer answer) {
                happened.add(ruling.kind() + ", orders left " + limits.availableToOrders() + ", limited "
                        + counters.rateLimited.get());
            }

            @Override
            public void onNotSent(final String why) {
                happened.add("not sent: " + why);
            }

            @Override
            public void onUnanswered(final String why) {
                happened.add("unanswered: " + why);
            }
        };
    }

    private Troubles troubles() {
        return new Troubles() {
            @Override
            public void onClockSkewed() {
                happened.add("clock skewed");
            }

            @Override
            public void onKeyRefused(final String text) {
                happened.add("key refused");
            }

            @Override
            public void onUnreachable(final String why) {
                happened.add("unreachable: " + why);
            }
        };
    }
}
