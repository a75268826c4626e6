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
        assertEquals(0, health.latencyNs(0, nowNs));
        health.onUnanswered();
        assertEquals(0, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldTellTheFirstAnswerAtOnce() {
        answer(1, 7 * MS);
        assertAbout(7 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldTellTheMedianOfAWindowSoThatAStallOfOursDoesNotCount() {
        answer(100, 2 * MS);
        health.latencyNs(0, nowNs);
        answer(5_500, 2 * MS);
        answer(3_000, 90 * MS);
        nowNs += VenueHealth.WINDOW_NS;
        assertAbout(2 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldTellWithTheNextWindowThatAVenueHasBecomeSlow() {
        answer(10_000, 2 * MS);
        health.latencyNs(0, nowNs);
        nowNs += VenueHealth.WINDOW_NS;
        assertAbout(2 * MS, health.latencyNs(0, nowNs));
        answer(VenueHealth.WINDOW_ANSWERS, 300 * MS);
        assertAbout(2 * MS, health.latencyNs(0, nowNs + VenueHealth.WINDOW_NS - 1));
        assertAbout(300 * MS, health.latencyNs(0, nowNs + VenueHealth.WINDOW_NS));
    }

    @Test
    void shouldWaitForEnoughAnswersWhereFewCome() {
        window(2);
        answer(VenueHealth.WINDOW_ANSWERS - 1, 40 * MS);
        nowNs += 2 * VenueHealth.WINDOW_NS;
        assertAbout(2 * MS, health.latencyNs(0, nowNs));
        answer(1, 40 * MS);
        assertAbout(40 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldCountTheTimeOfThoseThatWait() {
        answer(1, 2 * MS);
        health.latencyNs(0, nowNs);
        nowNs += VenueHealth.WINDOW_NS;
        answer(99, 2 * MS);
        // One in 5 ms: the last of 1,000 that wait leaves in 5 s.
        assertAbout(5_002 * MS, health.latencyNs(1_000, nowNs));
        assertAbout(52 * MS, health.latencyNs(10, nowNs));
        assertAbout(2 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldTellItAsAtItsBestOnceNothingWasSentForAWhile() {
        window(3);
        window(2);
        window(400);
        nowNs += VenueHealth.QUIET_NS - VenueHealth.WINDOW_NS - 1;
        assertAbout(400 * MS, health.latencyNs(0, nowNs));
        nowNs += 1;
        assertAbout(2 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldForgetWhatWasBetterLongAgo() {
        window(2);
        for (int i = 0; i < VenueHealth.WINDOWS; i++) {
            window(400);
        }
        nowNs += VenueHealth.QUIET_NS;
        assertAbout(400 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldNotTakeSilenceForQuiet() {
        window(2);
        window(400);
        for (int i = 0; i < 10; i++) {
            health.onSent();
            nowNs += VenueHealth.QUIET_NS;
            assertAbout(400 * MS, health.latencyNs(0, nowNs));
        }
        nowNs += VenueHealth.QUIET_NS;
        assertTrue(health.latencyNs(1, nowNs) >= 390 * MS);
    }

    @Test
    void shouldBearTimesThatNoVenueTakes() {
        answer(1, -3);
        answer(3, Long.MAX_VALUE);
        assertAbout(3_600_000 * MS, health.latencyNs(0, nowNs));
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

    private void window(final long tookMs) {
        answer(VenueHealth.WINDOW_ANSWERS, tookMs * MS);
        health.latencyNs(0, nowNs);
        nowNs += VenueHealth.WINDOW_NS;
        health.latencyNs(0, nowNs);
    }

    private void answer(final int times, final long tookNs) {
        for (int i = 0; i < times; i++) {
            health.onSent();
            health.onAnswered(tookNs);
        }
    }

    private static void assertAbout(final long expectedNs, final long ns) {
        assertTrue(Math.abs(ns - expectedNs) <= expectedNs / 50, ns + " instead of about " + expectedNs);
    }
}
