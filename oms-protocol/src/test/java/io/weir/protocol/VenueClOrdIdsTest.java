package io.weir.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class VenueClOrdIdsTest {
    private static final String PREFIX = VenueClOrdIds.prefix(1_795_000_000L);

    @Test
    void shouldReadBackWhatItWrote() {
        for (final long id : new long[] {1, 35, 36, 1_000_000, 4_000_000_000_000L}) {
            assertEquals(id, VenueClOrdIds.childOrderId(VenueClOrdIds.of(PREFIX, id, 0), PREFIX));
            assertEquals(id, VenueClOrdIds.childOrderId(VenueClOrdIds.of(PREFIX, id, 7), PREFIX));
        }
    }

    @Test
    void shouldWriteNumbersInBase36() {
        assertEquals("W-0", VenueClOrdIds.of("W", 0, 0));
        assertEquals("W-z", VenueClOrdIds.of("W", 35, 0));
        assertEquals("W-10-z", VenueClOrdIds.of("W", 36, 35));
        assertEquals("W-1y2p0ij32e8e7", VenueClOrdIds.of("W", Long.MAX_VALUE, 0));
    }

    @Test
    void shouldFitEveryVenue() {
        final String longest =
                VenueClOrdIds.of(VenueClOrdIds.prefix(99_999_999_999L), 4_000_000_000_000_000_000L, 32_767);
        assertTrue(longest.length() <= 36 && longest.matches("[A-Za-z0-9-]+"), longest);
    }

    @Test
    void shouldKnowWhatIsNotOurs() {
        for (final String text : new String[] {
            "",
            PREFIX,
            PREFIX + "-",
            PREFIX + "--1",
            PREFIX + "-1_",
            "X" + PREFIX + "-1",
            "42",
            PREFIX + "-1234567890123"
        }) {
            assertEquals(VenueClOrdIds.NOT_OURS, VenueClOrdIds.childOrderId(text, PREFIX), text);
        }
    }
}
