package io.weir.benchmarks.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.weir.benchmarks.simulation.venue.SimulatedVenue;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import io.weir.store.StoreUnavailable;
import io.weir.store.projection.StoreProjector;
import io.weir.store.query.StoreAudit;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The whole house from a seed, in one thread. More histories by {@code -Dweir.simulation.histories=20000}. */
class SimulationTest {
    private static final int HISTORIES = Integer.getInteger("weir.simulation.histories", 1_000);
    private static final int STEPS = 50;

    @TempDir
    Path directory;

    /** Deaths by the thousand are no news here. */
    @BeforeAll
    static void silence() {
        for (final String room : new String[] {"io.weir.acceptor", "io.weir.venue"}) {
            ((Logger) LoggerFactory.getLogger(room)).setLevel(Level.OFF);
        }
    }

    @Test
    void shouldHoldTheLawsThroughEveryHistory() {
        final Simulations simulations = new Simulations(STEPS);
        History sum = simulations.run(1);
        for (long seed = 2; seed <= HISTORIES; seed++) {
            sum = sum.plus(simulations.run(seed));
        }
        assertTrue(sum.executions() > 5L * HISTORIES, "hardly anything was traded: " + sum);
        assertTrue(sum.deaths() > HISTORIES, "hardly anything died: " + sum);
    }

    @Test
    void shouldHoldTheLawsThroughLongHistories() {
        final Simulations simulations = new Simulations(1_000);
        History sum = simulations.run(900_001);
        for (long seed = 900_002; seed <= 900_010; seed++) {
            sum = sum.plus(simulations.run(seed));
        }
        assertTrue(sum.executions() > 50, "hardly anything was traded: " + sum);
    }

    @Test
    void shouldBeTheSameHistoryFromTheSameSeed() {
        final Simulations simulations = new Simulations(120);
        for (long seed = 1; seed <= 10; seed++) {
            final History history = simulations.run(seed);
            assertEquals(history, simulations.run(seed));
            assertNotEquals(history.hash(), simulations.run(seed + 1_000).hash());
        }
    }

    @Test
    void shouldTellTheHistoryOfABrokenLaw() {
        final Simulations simulations = new Simulations(120, Sabotage.FORGETFUL_SEND_LOG);
        AssertionError broken = null;
        for (long seed = 1; seed <= 300 && broken == null; seed++) {
            try {
                simulations.run(seed);
            } catch (final AssertionError error) {
                broken = error;
            }
        }
        assertNotNull(broken, "an edge that forgets what it sent never sent anything twice");
        assertTrue(broken.getMessage().contains("law: no order is sent to a venue twice"), broken.getMessage());
        assertTrue(broken.getMessage().contains("VenueOrderRequested"), broken.getMessage());
        assertTrue(broken.getMessage().contains("again: ./gateway simulate --histories 1 --seed"), broken.getMessage());
    }

    @Test
    void shouldProjectTheJournalIntoTheStoreThroughRestarts() throws StoreUnavailable {
        final Simulation simulation = new Simulation(7, 400, directory.resolve("venues"), false);
        simulation.run();
        final StoreConfig config = StoreConfig.embedded(directory.resolve("store"));
        long position = 0;
        while (position < simulation.journal().recordedPosition()) {
            try (Store store = new Store(config)) {
                final StoreProjector projector = new StoreProjector(store, simulation.journal());
                final long before = position;
                while (position == before) {
                    projector.doWork();
                    position = projector.status().position();
                }
                projector.onClose();
            }
        }
        try (Store store = Store.openReadOnly(config)) {
            final Map<String, Long> stored = new TreeMap<>();
            for (final StoreAudit.FillSum sum : new StoreAudit(store).fillSums()) {
                assertEquals(sum.fills(), sum.venueExecs(), sum.toString());
                stored.merge(sum.venue(), sum.fills(), Long::sum);
            }
            final Map<String, Long> traded = new TreeMap<>();
            for (final SimulatedVenue exchange : simulation.exchanges()) {
                traded.put(exchange.name(), (long) exchange.executions().size());
            }
            assertEquals(traded, stored);
            assertFalse(traded.isEmpty());
        }
    }
}
