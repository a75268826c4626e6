package io.weir.core.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CoreClockTest {
    private static final long START = 1_700_000_000_000_000_000L;

    private final CoreClock clock = new CoreClock();

    @Test
    void shouldBeginWithoutAStep() {
        assertEquals(0, clock.advance(START));
        assertEquals(START, clock.wallNs());
        assertEquals(0, clock.elapsedNs());
    }

    @Test
    void shouldNotMoveBackButCountWhatFollows() {
        clock.advance(START);
        clock.advance(START + 1_000);
        clock.advance(START + 400);
        clock.advance(START + 600);
        assertEquals(START + 1_000, clock.wallNs());
        assertEquals(1_200, clock.elapsedNs());
        assertEquals(1_200, clock.servedNs());
        assertEquals(START + 600, clock.messageTimeNs());
    }

    @Test
    void shouldNotCountAnOutageAsServed() {
        clock.advance(START);
        clock.advance(START + CoreClock.OUTAGE_NS);
        clock.advance(START + 3 * CoreClock.OUTAGE_NS);
        assertEquals(3 * CoreClock.OUTAGE_NS, clock.elapsedNs());
        assertEquals(CoreClock.OUTAGE_NS, clock.servedNs());
    }

    @Test
    void shouldNotCountWhatANewLeaderTookAsServed() {
        clock.advance(START);
        clock.advanceOverOutage(START + 400);
        clock.advance(START + 500);
        assertEquals(500, clock.elapsedNs());
        assertEquals(100, clock.servedNs());
    }
}
