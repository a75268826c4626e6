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
        window(2);
        nowNs += 500 * MS;
        answer(100, 2 * MS);
        // One in 5 ms: the last of 1,000 that wait leaves in 5 s.
        assertAbout(5_002 * MS, health.latencyNs(1_000, nowNs));
        nowNs += 1_000 * MS;
        assertAbout(502 * MS, health.latencyNs(100, nowNs), "no answer since: the pace of before");
        assertAbout(2 * MS, health.latencyNs(0, nowNs));
    }

    @Test
    void shouldNotCountThoseThatAreOnTheirWayOut() {
        window(2);
        nowNs += 10_000 * MS;
        answer(1, 2 * MS);
        assertAbout(2 * MS, health.latencyNs(VenueHealth.WAITING - 1, nowNs));
    }

    @Test
    void shouldBearHowManySoeverThatWaitAsLongAsTheyWill() {
        window(2);
        nowNs += 400 * 86_400_000L * MS;
        answer(1, 2 * MS);
        assertAbout(3_600_002 * MS, health.latencyNs(20_000_000, nowNs));
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
        assertAbout(expectedNs, ns, "");
    }

    private static void assertAbout(final long expectedNs, final long ns, final String why) {
        assertTrue(Math.abs(ns - expectedNs) <= expectedNs / 50, ns + " instead of about " + expectedNs + " " + why);
    }
}
