package io.weir.simulator.fix;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** UTC times of FIX 4.4 as text. The text of the current day is kept, for most messages share it. Not thread-safe. */
final class FixTime {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss[.SSS]").withZone(ZoneOffset.UTC);
    private static final long DAY_MS = 86_400_000;

    private long day = Long.MIN_VALUE;
    private String dayText = "";

    /** UTCTimestamp with milliseconds. */
    String timestamp(final long timeMs) {
        final StringBuilder text = new StringBuilder(21).append(date(timeMs)).append('-');
        final long ms = Math.floorMod(timeMs, DAY_MS);
        pad(text, ms / 3_600_000, 2).append(':');
        pad(text, ms / 60_000 % 60, 2).append(':');
        pad(text, ms / 1_000 % 60, 2).append('.');
        return pad(text, ms % 1_000, 3).toString();
    }

    /** UTCDateOnly. */
    String date(final long timeMs) {
        final long now = Math.floorDiv(timeMs, DAY_MS);
        if (now != day) {
            dayText = DATE.format(Instant.ofEpochMilli(timeMs));
            day = now;
        }
        return dayText;
    }

    /** Milliseconds since 1970 of a UTCTimestamp, or -1 if it is none. */
    static long parse(final String timestamp) {
        try {
            return Instant.from(TIMESTAMP.parse(timestamp)).toEpochMilli();
        } catch (final DateTimeParseException notATime) {
            return -1;
        }
    }

    private static StringBuilder pad(final StringBuilder text, final long value, final int digits) {
        for (long limit = digits == 3 ? 100 : 10; limit > 1 && value < limit; limit /= 10) {
            text.append('0');
        }
        return text.append(value);
    }
}
