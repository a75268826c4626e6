package io.weir.rest.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VenueClockTest {
    private final VenueClock clock = new VenueClock(() -> 1_000_000);

    @Test
    void shouldTrustThisHostsClockUntilToldOtherwise() {
        assertEquals(1_000_000, clock.nowMs());
    }

    @Test
    void shouldFollowTheVenueAsFarAsTheRoundTripProves() {
        clock.onServerTime(1_005_000, 1_000_000, 1_000_010);
        assertEquals(4_990, clock.skewMs());
        clock.onServerTime(995_000, 1_000_000, 1_000_010);
        assertEquals(-5_000, clock.skewMs());
    }

    @Test
    void shouldNotBeMovedByASlowRoundTripThatProvesNothing() {
        clock.onServerTime(1_000_100, 1_000_000, 1_003_000);
        assertEquals(0, clock.skewMs());
        clock.onServerTime(1_000_500, 1_000_000, 1_000_020);
        clock.onServerTime(1_001_900, 1_000_000, 1_003_000);
        assertEquals(480, clock.skewMs());
    }
}
