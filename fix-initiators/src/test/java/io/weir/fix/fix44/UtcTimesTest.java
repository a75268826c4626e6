package io.weir.fix.fix44;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class UtcTimesTest {
    private final UtcTimes times = new UtcTimes();

    @Test
    void shouldWriteAndReadWhatTheLibraryDoes() {
        final DateTimeFormatter library = DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS");
        final Random random = new Random(7);
        for (int i = 0; i < 1_000; i++) {
            final long timeMs = random.nextLong(4_000_000_000_000L);
            final String text = times.text(timeMs);
            assertEquals(
                    LocalDateTime.ofInstant(Instant.ofEpochMilli(timeMs), ZoneOffset.UTC)
                            .format(library),
                    text);
            assertEquals(timeMs * 1_000_000, times.parseNs(text));
        }
    }

    @Test
    void shouldReadEachPrecision() {
        final long second = Instant.parse("2026-11-22T23:59:58Z").getEpochSecond() * 1_000_000_000L;
        assertEquals(second, times.parseNs("20261122-23:59:58"));
        assertEquals(second + 100_000_000, times.parseNs("20261122-23:59:58.1"));
        assertEquals(second + 123_456_000, times.parseNs("20261122-23:59:58.123456"));
        assertEquals(second + 123_456_789, times.parseNs("20261122-23:59:58.123456789"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261122",
                "20261122-23:59",
                "20261122 23:59:58",
                "20261122-24:00:00",
                "20261122-23:60:00",
                "20261122-23:59:60",
                "20261322-23:59:58",
                "20260230-23:59:58",
                "2026112a-23:59:58",
                "20261122-2a:59:58",
                "20261122-23:59:58.",
                "20261122-23:59:58,5",
                "20261122-23:59:58.5x",
                "20261122-23:59:58.1234567890"
            })
    void shouldTakeNothingElse(final String text) {
        assertEquals(UtcTimes.NO_TIME, times.parseNs(text));
    }
}
