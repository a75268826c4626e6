package io.weir.venue.contract;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.VenueState;
import io.weir.protocol.fix.Side;
import io.weir.protocol.fix.TimeInForce;
import io.weir.simulator.VenueSimulator;
import io.weir.simulator.fault.Arming;
import io.weir.simulator.fault.FaultKind;
import io.weir.venue.RateLimit;
import io.weir.venue.VenueAdapter;
import io.weir.venue.VenueConfig;
import io.weir.venue.VenueSymbols;
import io.weir.venue.agent.VenueAgent;
import io.weir.venue.log.SendLog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agent with the adapter under test, at a venue that does everything wrong, restarted again and again: at the end every
 * order has lived at the venue at most once, and what is booked is what was traded.
 */
public abstract class VenueFaultsContractTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern CL_ORD_ID = Pattern.compile("\"clOrdId\":\"([^\"]+)\"");
    private static final Pattern LAST_QTY = Pattern.compile("\"lastQty\":\"?([0-9.]+)");
    private static final long MS = 1_000_000L;
    private static final long RESTING = 40_000_00;
    private static final long CROSSING = 51_000_00;

    @TempDir
    Path directory;

    private final PlayedCore core = new PlayedCore();
    private VenueSimulator venue;
    private VenueAgent agent;

    /** {@return a simulated venue that trades BTC-USD and is not started} */
    protected abstract VenueSimulator newVenue(Path dataDir);

    /** {@return the venue's own symbol for BTC-USD} */
    protected abstract String venueSymbol();

    /** {@return whether the venue can replace} */
    protected abstract boolean replaces();

    /** {@return the adapter under test, not yet opened} */
    protected abstract VenueAdapter newAdapter(VenueSimulator running, VenueConfig config, Path dataDir)
            throws Exception;

    /** {@return the ExecID as the adapter names it, of a line of the venue's audit} */
    protected abstract String execIdOf(String executionJson);

    @BeforeEach
    void startVenue() {
        venue = newVenue(directory.resolve("venue"));
        venue.start();
    }

    @AfterEach
    void stop() {
        if (agent != null) {
            agent.onClose();
        }
        venue.close();
    }

    private void startAgent() throws Exception {
        final VenueConfig config = new VenueConfig(
                "SIM",
                "test",
                new VenueSymbols(Map.of(VenueAdapterContractTest.SYMBOL, venueSymbol())),
                new RateLimit(1_000_000, 1_000 * MS, 2_000),
                400 * MS,
                1_500 * MS,
                100 * MS,
                100 * MS,
                1_000,
                10_000);
        final Path dataDir = directory.resolve("edge");
        agent = new VenueAgent(
                config,
                core.start(),
                newAdapter(venue, config, dataDir),
                SendLog.open(dataDir, false),
                false,
                System::nanoTime,
                () -> System.currentTimeMillis() * MS);
    }

    private void restartAgent() throws Exception {
        agent.onClose();
        startAgent();
    }

    @Test
    void shouldWorkOrdersWhenNothingGoesWrong() throws Exception {
        startAgent();
        awaitThat(() -> core.state() == VenueState.UP);
        for (int i = 0; i < 100; i++) {
            core.order(Side.BUY, TimeInForce.IMMEDIATE_OR_CANCEL, 1_000, CROSSING);
        }
        final PlayedCore.Child resting = core.order(Side.BUY, TimeInForce.GOOD_TILL_CANCEL, 1_000, RESTING);
        awaitThat(() -> resting.isAcknowledged());
        core.cancel(resting);
        awaitThat(() -> core.children().stream().allMatch(PlayedCore.Child::isEnded));
        assertBooksAgree();
    }

    /** What the venue holds back until the customer connects anew has to come to light though no connection breaks. */
    @Test
    void shouldEndTheSilenceOfAVenueThatStaysConnected() throws Exception {
        startAgent();
        awaitThat(() -> core.state() == VenueState.UP);
        final List<PlayedCore.Child> resting = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            resting.add(core.order(Side.BUY, TimeInForce.GOOD_TILL_CANCEL, 1_000, RESTING));
        }
        awaitThat(() -> resting.stream().allMatch(PlayedCore.Child::isAcknowledged));
        venue.faults().arm(FaultKind.SILENT_AFTER, Arming.next(1));
        resting.forEach(core::cancel);
        awaitThat(() -> resting.stream().allMatch(PlayedCore.Child::isEnded));
        assertBooksAgree();
    }

    @Test
    void shouldNeitherLoseNorDoubleAnythingWhateverGoesWrong() throws Exception {
        final long seed = Long.getLong("weir.seed", 20_260_807L);
        System.err.println("weir.seed=" + seed);
        final Random random = new Random(seed);
        startAgent();
        awaitThat(() -> core.state() == VenueState.UP);
        for (int round = 0; round < 12; round++) {
            armSomething(random);
            act(random);
            workFor(50 + random.nextInt(200));
            if (round % 3 == 2) {
                restartAgent();
            }
        }
        venue.faults().clearAll();
        restartAgent();
        awaitThat(() -> core.state() == VenueState.UP);
        awaitThat(() -> {
            core.children().stream()
                    .filter(child -> !child.isEnded() && child.isAcknowledged() && !child.cancelRequested)
                    .forEach(core::cancel);
            return core.children().stream().allMatch(PlayedCore.Child::isEnded);
        });
        assertBooksAgree();
        assertTrue(core.children().stream().anyMatch(child -> !child.fills().isEmpty()), "seed " + seed);
    }

    private void armSomething(final Random random) {
        final List<FaultKind> kinds = new ArrayList<>(List.of(
                FaultKind.SILENT_BEFORE,
                FaultKind.SILENT_AFTER,
                FaultKind.DROP_BEFORE,
                FaultKind.DROP_AFTER,
                FaultKind.ERROR_BEFORE,
                FaultKind.ERROR_AFTER,
                FaultKind.DUPLICATE_REPORT,
                FaultKind.DELAY_REPORT,
                FaultKind.HIDE_ORDER));
        kinds.retainAll(venue.faults().supported());
        final FaultKind kind = kinds.get(random.nextInt(kinds.size()));
        venue.faults().arm(kind, Arming.next(1 + random.nextInt(2)).withDelayMs(300));
    }

    private void act(final Random random) {
        for (int i = 0; i < 15; i++) {
            final boolean crossing = random.nextBoolean();
            core.order(
                    Side.BUY,
                    crossing ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.GOOD_TILL_CANCEL,
                    100 + random.nextInt(1_000),
                    crossing ? CROSSING : RESTING);
        }
        for (final PlayedCore.Child child : core.children()) {
            if (!child.isEnded() && child.isAcknowledged() && random.nextInt(3) == 0) {
                if (replaces() && random.nextBoolean()) {
                    core.replace(child, child.orderQty + 100);
                } else {
                    core.cancel(child);
                }
            }
        }
    }

    /** At most one order at the venue for each of ours, none for a rejected one, and the same executions on both sides. */
    private void assertBooksAgree() {
        assertEquals(List.of(), core.faults());
        final Map<String, Integer> atVenue = new TreeMap<>();
        venue.audit().orders(null, line -> atVenue.merge(find(CL_ORD_ID, line), 1, Integer::sum));
        final Map<String, Long> traded = new TreeMap<>();
        venue.audit()
                .executions(
                        null,
                        line -> traded.put(
                                execIdOf(line),
                                io.weir.protocol.decimal.Decimals.rescale(
                                        io.weir.protocol.decimal.Decimals.parse(find(LAST_QTY, line)),
                                        PlayedCore.QTY_SCALE)));
        final Map<String, Long> booked = new TreeMap<>();
        for (final PlayedCore.Child child : core.children()) {
            booked.putAll(child.fills());
            final int lives = atVenue.getOrDefault(child.clOrdId(), 0);
            assertTrue(lives <= 1, child + " lives " + lives + " times");
            if (child.isRejected()) {
                assertEquals(0, lives, child + " is rejected and lives");
            }
        }
        assertEquals(traded, booked);
        assertFalse(core.children().isEmpty());
    }

    private static String find(final Pattern pattern, final String line) {
        final Matcher matcher = pattern.matcher(line);
        assertTrue(matcher.find(), line);
        return matcher.group(1);
    }

    private void workFor(final long ms) {
        final long endNs = System.nanoTime() + ms * MS;
        awaitThat(() -> System.nanoTime() - endNs >= 0);
    }

    private void awaitThat(final BooleanSupplier condition) {
        await().pollInSameThread()
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(1))
                .atMost(PATIENCE)
                .conditionEvaluationListener(evaluated -> {
                    if (evaluated.getRemainingTimeInMS() < 50) {
                        core.children().stream()
                                .filter(child -> !child.isEnded())
                                .limit(20)
                                .forEach(child -> System.err.println("not ended: " + child));
                    }
                })
                .until(() -> {
                    try {
                        agent.doWork();
                    } catch (final IOException e) {
                        throw new IllegalStateException(e);
                    }
                    return condition.getAsBoolean();
                });
    }
}
