package io.weir.rest.binance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.weir.config.Secret;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.fault.FaultKind;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tests of the contract need of Binance's dialect. */
final class BinanceVenues {
    static final String NAME = "BINANCE";

    private static final long WATCH_MS = 5;
    private static final Pattern EXECUTION =
            Pattern.compile("\"tradeId\":(\\d+).*\"symbol\":\"([A-Z]+)\",\"side\":\"([BS])");

    private BinanceVenues() {}

    static VenueSimulator newVenue(final Path dataDir) {
        return Simulators.of(DemoVenues.binance(NAME, 0, dataDir));
    }

    static Vertx newVertx() {
        return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    }

    /** Quick to notice silence, so that a test need not wait. */
    static BinanceConfig config(final VenueSimulator running) {
        final String host = "127.0.0.1:" + running.port();
        final BinanceConfig defaults = BinanceConfig.of(
                "http://" + host,
                "ws://" + host + "/ws-api/v3",
                "ws://" + host,
                Secret.of(DemoVenues.API_KEY),
                Secret.of(DemoVenues.API_SECRET));
        return new BinanceConfig(
                defaults.rest(),
                defaults.wsApi(),
                defaults.stream(),
                defaults.apiKey(),
                defaults.apiSecret(),
                defaults.recvWindowMs(),
                defaults.connectTimeoutMs(),
                1_000,
                1_000,
                16,
                100,
                defaults.reportCapacity(),
                List.of());
    }

    /** At this venue an order breaks only the connection it came on; here all break, as when a network fails. */
    static void breakAllWithOne(final Vertx vertx, final VenueSimulator venue) {
        final long[] seen = new long[1];
        vertx.setPeriodic(WATCH_MS, timer -> {
            final long struck = venue.faults().struck().getOrDefault(FaultKind.DROP_AFTER, 0L);
            if (struck > seen[0]) {
                seen[0] = struck;
                vertx.executeBlocking(() -> {
                    venue.disconnectAll();
                    return null;
                });
            }
        });
    }

    /** The id of an execution as the adapter names it, of a line of the venue's audit. */
    static String execIdOf(final String executionJson) {
        final Matcher matcher = EXECUTION.matcher(executionJson);
        assertTrue(matcher.find(), executionJson);
        return matcher.group(2) + ":" + matcher.group(1) + ":" + matcher.group(3);
    }

    static void close(final Vertx vertx) {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
