package io.weir.benchmarks.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Medians, ratios and tables. */
class ResultsTest {
    private static final Latency NONE = new Latency(0, 0, 0, 0, 0);

    private final Results results = new Results();

    @Test
    void shouldTakeTheMedianOfOddAndEvenNumbersOfRounds() {
        final List<Round> odd = List.of(round("A", 30, 0), round("A", 10, 0), round("A", 20, 0));
        final List<Round> even = List.of(round("A", 40, 0), round("A", 10, 0), round("A", 20, 0), round("A", 30, 0));

        assertEquals(new Spread(20, 10, 30), Spread.of(odd, Round::ordersPerS));
        assertEquals(new Spread(25, 10, 40), Spread.of(even, Round::ordersPerS));
    }

    @Test
    void shouldCompareTheGatewayWithBaselinesThatTookPart() {
        results.add(List.of(round(Contest.ARTIO, 100, 0), round(Contest.GATEWAY, 150, 0)));

        assertEquals(Optional.of(1.5), results.ratio(Contest.ARTIO, Round::ordersPerS));
        assertEquals(Optional.empty(), results.ratio(Contest.QUICKFIXJ, Round::ordersPerS));
    }

    @Test
    void shouldBeUncleanWhenAnythingIsLost() {
        results.add(List.of(round(Contest.GATEWAY, 100, 0)));
        assertTrue(results.isClean());

        results.add(List.of(round(Contest.GATEWAY, 100, 1)));
        assertFalse(results.isClean());
    }

    @Test
    void shouldSayOfARoundWhatWentWrongInIt() {
        assertEquals("", round(Contest.GATEWAY, 100, 0).uncleanness());
        assertEquals(
                "NOT clean: lost 1, doubled 0, strangers 0, refused 0",
                round(Contest.GATEWAY, 100, 1).uncleanness());
    }

    @Test
    void shouldShowARowForEachContenderWithWhatWentWrong() {
        results.add(List.of(round(Contest.ARTIO, 100, 0), round(Contest.GATEWAY, 150, 2)));
        results.add(List.of(round(Contest.ARTIO, 300, 0), round(Contest.GATEWAY, 150, 1)));
        final StringWriter text = new StringWriter();

        results.table(List.of(Column.of("orders/s", Round::ordersPerS))).print(new PrintWriter(text));

        assertEquals(
                List.of("orders/s lost doubled refused", "Artio 200 0 0 0", "Weir 150 3 0 0"),
                text.toString()
                        .lines()
                        .map(line -> line.strip().replaceAll(" +", " "))
                        .toList());
    }

    @Test
    void shouldReadPercentilesInMicroseconds() {
        final Histogram ns = new Histogram(10_000_000, 3);
        for (int i = 1; i <= 1_000; i++) {
            ns.recordValue(i * 1_000L);
        }

        final Latency latency = Latency.of(ns);

        assertEquals(500, latency.p50(), 1);
        assertEquals(990, latency.p99(), 1);
        assertEquals(1_000, latency.max(), 1);
    }

    private static Round round(final String contender, final double ordersPerS, final int lost) {
        return new Round(contender, 1, 1, ordersPerS, 0, lost, 0, 0, 0, List.of(), Map.of(), NONE, NONE, NONE, NONE);
    }
}
