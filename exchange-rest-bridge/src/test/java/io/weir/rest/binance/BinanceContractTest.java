package io.weir.rest.binance;

import io.vertx.core.Vertx;
import io.weir.simulator.VenueSimulator;
import io.weir.venue.RateBudget;
import io.weir.venue.RateLimit;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.contract.VenueAdapterContractTest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract of every adapter, played in Binance's dialect. */
final class BinanceContractTest extends VenueAdapterContractTest {
    private final Vertx vertx = BinanceVenues.newVertx();

    @BeforeEach
    void breakAllConnectionsTogether() {
        BinanceVenues.breakAllWithOne(vertx, venue);
    }

    @AfterEach
    void closeVertx() {
        BinanceVenues.close(vertx);
    }

    @Override
    protected VenueSimulator newVenue(final Path dataDir) {
        return BinanceVenues.newVenue(dataDir);
    }

    @Override
    protected VenueAdapter newAdapter(final VenueSimulator running, final Path dataDir, final RateBudget budget) {
        return new BinanceAdapter(
                vertx,
                VenueConfig.of(BinanceVenues.NAME, "binance", Map.of(SYMBOL, "BTCUSDT")),
                BinanceVenues.config(running),
                budget);
    }

    @Override
    protected RateBudget wideBudget() {
        return new RateBudget(new RateLimit(1_000_000, 1_000_000_000L, 2_000), System::nanoTime);
    }

    /** Enough to connect, all the rest kept for cancels and questions. */
    @Override
    protected RateBudget noBudget() {
        return new RateBudget(new RateLimit(200, Long.MAX_VALUE, 9_000), () -> 0);
    }

    @Override
    protected String execIdOf(final String executionJson) {
        return BinanceVenues.execIdOf(executionJson);
    }
}
