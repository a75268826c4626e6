package io.weir.acceptor.report;

/**
 * UTCTimestamp with milliseconds, {@code YYYYMMDD-HH:MM:SS.sss}, as bytes. Used again for each message; the day is only
 * worked out when it changes. For one thread.
 */
final class UtcTimestampText {
    /** Length of the text. */
    static final int LENGTH = 21;

    private static final long NS_PER_MS = 1_000_000L;
    private static final long MS_PER_DAY = 86_400_000L;

    private final byte[] bytes = new byte[LENGTH];
    private long day = Long.MIN_VALUE;
    private long ms = Long.MIN_VALUE;

    UtcTimestampText() {
        bytes[8] = '-';
        bytes[11] = ':';
        bytes[14] = ':';
        bytes[17] = '.';
    }

    /** {@return the text of ns since 1970 UTC, cut to milliseconds; valid until the next call} */
    byte[] of(final long timeNs) {
        final long newMs = Math.floorDiv(timeNs, NS_PER_MS);
        if (newMs != ms) {
            ms = newMs;
            final long newDay = Math.floorDiv(newMs, MS_PER_DAY);
            if (newDay != day) {
                day = newDay;
                putDay(newDay);
            }
            putTime((int) Math.floorMod(newMs, MS_PER_DAY));
        }
        return bytes;
    }

    /** Gregorian calendar from a count of days, in eras of 400 years that begin on the first of March. */
    private void putDay(final long epochDay) {
        final long shifted = epochDay + 719_468;
        final long era = Math.floorDiv(shifted, 146_097);
        final int dayOfEra = Math.floorMod(shifted, 146_097);
        final int yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
        final int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        final int monthFromMarch = (5 * dayOfYear + 2) / 153;
        final int month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        final int year = (int) (yearOfEra + era * 400) + (month <= 2 ? 1 : 0);
        put(0, 4, year);
        put(4, 2, month);
        put(6, 2, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1);
    }

    private void putTime(final int msOfDay) {
        put(9, 2, msOfDay / 3_600_000);
        put(12, 2, msOfDay / 60_000 % 60);
        put(15, 2, msOfDay / 1000 % 60);
        put(18, 3, msOfDay % 1000);
    }

    private void put(final int at, final int digits, final int value) {
        int rest = value;
        for (int i = at + digits - 1; i >= at; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }
}
