package io.weir.rest.binance;

import io.vertx.core.Vertx;
import io.weir.simulator.VenueSimulator;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.contract.VenueFaultsContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;

/** Everything that a venue in Binance's dialect can do wrong. */
final class BinanceFaultsContractTest extends VenueFaultsContractTest {
    private final Vertx vertx = BinanceVenues.newVertx();

    @AfterEach
    void closeVertx() {
        BinanceVenues.close(vertx);
    }

    @Override
    protected VenueSimulator newVenue(final Path dataDir) {
        return BinanceVenues.newVenue(dataDir);
    }

    @Override
    protected String venueSymbol() {
        return "BTCUSDT";
    }

    @Override
    protected boolean replaces() {
        return false;
    }

    @Override
    protected VenueAdapter newAdapter(final VenueSimulator running, final VenueConfig config, final Path dataDir) {
        return new BinanceAdapter(
                vertx, config, BinanceVenues.config(running), new RateBudget(config.rateLimit(), System::nanoTime));
    }

    @Override
    protected String execIdOf(final String executionJson) {
        return BinanceVenues.execIdOf(executionJson);
    }
}
