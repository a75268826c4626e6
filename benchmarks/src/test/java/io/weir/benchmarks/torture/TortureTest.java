package io.weir.benchmarks.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The torture, short: the whole gateway process is killed with SIGKILL in full flow, in a snapshot and in a resend,
 * a venue is killed, lines are cut, and in the end venues, store and clients tell one story. {@code ./gateway torture} is the long
 * one.
 */
class TortureTest {
    private static final long SEED = Long.getLong("weir.tortureTest.seed", 20_261_122L);

    @TempDir
    private Path directory;

    @Test
    void shouldLoseAndDoubleNothingWhenKilledInFullFlow() {
        final TorturePlan plan = new TorturePlan(directory, SEED, 3, 1, 3, 30, 1_000);
        try (Torture torture = new Torture(plan, System.out)) {
            final Findings findings = torture.run();
            assertTrue(findings.isEmpty(), () -> report(torture, findings));
            final List<VenueBook> venues = torture.books().venues();
            assertFinds(torture, 0, 1, List.of()); // every fill lacks its venue's word
            assertFinds(torture, 1, 0, List.of(venues.get(0), venues.get(1), strange()));
        }
    }

    /** A comparison that finds nothing must be one that could have. */
    private static void assertFinds(
            final Torture torture, final int lost, final int leastMismatched, final List<VenueBook> venues) {
        final Findings planted = new Findings();
        torture.compare(venues, planted);
        assertEquals(lost, planted.lost());
        assertTrue(planted.mismatched() >= leastMismatched, () -> planted.mismatched() + " mismatched");
    }

    /** {@return a venue with one execution that nobody else knows} */
    private static VenueBook strange() {
        return new VenueBook(
                "SIMFIX",
                false,
                List.of(),
                List.of(
                        "{\"execId\":\"never\",\"clOrdId\":\"WX-zz\",\"side\":\"BUY\",\"lastQty\":\"1\",\"lastPx\":\"2\"}"));
    }

    private static String report(final Torture torture, final Findings findings) {
        return "seed " + SEED + "\n"
                + findings.all().stream()
                        .limit(3)
                        .map(finding -> finding.text() + "\n    " + String.join("\n    ", torture.history(finding)))
                        .collect(Collectors.joining("\n"));
    }
}
