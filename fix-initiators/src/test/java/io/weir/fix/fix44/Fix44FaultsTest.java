package io.weir.fix.fix44;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.config.Secret;
import io.weir.fix.FixVenueConfig;
import io.weir.simulator.DemoVenues;
import io.weir.simulator.Simulators;
import io.weir.simulator.VenueSimulator;
import io.weir.venue.RateBudget;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.contract.VenueFaultsContractTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Everything that a plain FIX 4.4 venue can do wrong. */
final class Fix44FaultsTest extends VenueFaultsContractTest {
    private static final String VENUE = "SIMFIX";
    private static final Pattern EXEC_ID = Pattern.compile("\"execId\":\"([^\"]+)\"");

    @Override
    protected VenueSimulator newVenue(final Path dataDir) {
        return Simulators.of(DemoVenues.fix(VENUE, 0, dataDir));
    }

    @Override
    protected String venueSymbol() {
        return "BTC-USD";
    }

    @Override
    protected boolean replaces() {
        return true;
    }

    @Override
    protected VenueAdapter newAdapter(final VenueSimulator running, final VenueConfig config, final Path dataDir)
            throws IOException {
        return new Fix44Adapter(
                config,
                FixVenueConfig.of(
                        "127.0.0.1", running.port(), DemoVenues.COMP_ID, VENUE, Secret.of(DemoVenues.PASSWORD)),
                new RateBudget(config.rateLimit(), System::nanoTime),
                dataDir,
                false,
                System::nanoTime);
    }

    @Override
    protected String execIdOf(final String executionJson) {
        final Matcher matcher = EXEC_ID.matcher(executionJson);
        assertTrue(matcher.find(), executionJson);
        return matcher.group(1);
    }
}
