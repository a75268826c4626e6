package io.weir.venue.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VenueHealthTest {
    private static final long MS = 1_000_000;

    private final VenueHealth health = new VenueHealth();
    private long nowNs = -5_000 * MS;

    @Test
    void shouldKnowNothingBeforeTheFirstAnswer() {
        assertEquals(0, health.latencyNs(nowNs));
        health.onUnanswered();
        assertEquals(0, health.latencyNs(nowNs));
    }

    @Test
    void shouldTellTheFirstAnswerAtOnce() {
        answer(1, 7 * MS);
        assertAbout(7 * MS, health.latencyNs(nowNs));
    }

    @Test
    void shouldTellTheMedianOfAWindowSoThatAStallOfOursDoesNotCount() {
        answer(100, 2 * MS);
        health.latencyNs(nowNs);
        answer(5_500, 2 * MS);
        answer(3_000, 90 * MS);
        nowNs += VenueHealth.WINDOW_NS;
        assertAbout(2 * MS, health.latencyNs(nowNs));
    }

    @Test
    void shouldTellWithTheNextWindowThatAVenueHasBecomeSlow() {
        answer(10_000, 2 * MS);
        health.latencyNs(nowNs);
        nowNs += VenueHealth.WINDOW_NS;
        assertAbout(2 * MS, health.latencyNs(nowNs));
        answer(VenueHealth.WINDOW_ANSWERS, 300 * MS);
        assertAbout(2 * MS, health.latencyNs(nowNs + VenueHealth.WINDOW_NS - 1));
        assertAbout(300 * MS, health.latencyNs(nowNs + VenueHealth.WINDOW_NS));
    }

    @Test
    void shouldWaitForEnoughAnswersWhereFewCome() {
        answer(VenueHealth.WINDOW_ANSWERS, 2 * MS);
        health.latencyNs(nowNs);
        nowNs += VenueHealth.WINDOW_NS;
        health.latencyNs(nowNs);
        answer(VenueHealth.WINDOW_ANSWERS - 1, 40 * MS);
        nowNs += 60 * VenueHealth.WINDOW_NS;
        assertAbout(2 * MS, health.latencyNs(nowNs));
        answer(1, 40 * MS);
        assertAbout(40 * MS, health.latencyNs(nowNs));
    }

    @Test
    void shouldBearTimesThatNoVenueTakes() {
        answer(1, -3);
        answer(3, Long.MAX_VALUE);
        assertAbout(3_600_000 * MS, health.latencyNs(nowNs));
    }

    @Test
    void shouldBeDegradedAfterSomeSilencesAndNotAfterOne() {
        health.onUnanswered();
        assertFalse(health.isDegraded());
        for (int i = 0; i < 3; i++) {
            health.onUnanswered();
        }
        assertTrue(health.isDegraded());
        answer(10, MS);
        assertFalse(health.isDegraded());
    }

    private void answer(final int times, final long tookNs) {
        for (int i = 0; i < times; i++) {
            health.onAnswered(tookNs);
        }
    }

    private static void assertAbout(final long expectedNs, final long ns) {
        assertTrue(Math.abs(ns - expectedNs) <= expectedNs / 50, ns + " instead of about " + expectedNs);
    }
}
