package io.weir.acceptor.message;

/** UTCTimestamp as FIX writes it. Pure functions; nothing allocated. Source: FIX 4.4 volume 1, data types. */
public final class UtcTime {
    /** What {@link #parse} answers for bytes that are no UTCTimestamp. */
    public static final long INVALID = Long.MIN_VALUE;

    private static final long NS_PER_S = 1_000_000_000L;
    private static final int S_PER_DAY = 86_400;
    private static final int WITHOUT_FRACTION = 17;
    private static final int MOST_DIGITS = 9;

    private UtcTime() {}

    /**
     * Reads {@code YYYYMMDD-HH:MM:SS} with an optional fraction of 1 to 9 digits. Second 60 is a leap second.
     *
     * @return ns since 1970 UTC, or {@link #INVALID}.
     */
    public static long parse(final byte[] bytes, final int offset, final int length) {
        if (length < WITHOUT_FRACTION || bytes[offset + 8] != '-') {
            return INVALID;
        }
        final long epochDay = epochDay(bytes, offset);
        final long ofDay = timeOfDay(bytes, offset + 9, length - 9);
        return epochDay == INVALID || ofDay == INVALID ? INVALID : epochDay * S_PER_DAY * NS_PER_S + ofDay;
    }

    /** {@return days since 1970 of YYYYMMDD, or {@link #INVALID}} */
    static long epochDay(final byte[] bytes, final int offset) {
        final int year = digits(bytes, offset, 4);
        final int month = digits(bytes, offset + 4, 2);
        final int day = digits(bytes, offset + 6, 2);
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) {
            return INVALID;
        }
        // Days of the Gregorian calendar, counted in eras of 400 years that begin on the first of March.
        final int shifted = month > 2 ? year : year - 1;
        final int era = shifted / 400;
        final int yearOfEra = shifted - era * 400;
        final int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
        final int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468L;
    }

    /** {@return ns since midnight of HH:MM:SS with an optional fraction, or {@link #INVALID}} */
    static long timeOfDay(final byte[] bytes, final int offset, final int length) {
        if (length < 8 || bytes[offset + 2] != ':' || bytes[offset + 5] != ':') {
            return INVALID;
        }
        final int hour = digits(bytes, offset, 2);
        final int minute = digits(bytes, offset + 3, 2);
        final int second = digits(bytes, offset + 6, 2);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60) {
            return INVALID;
        }
        final long fraction = length == 8 ? 0 : fraction(bytes, offset + 8, length - 8);
        return fraction == INVALID ? INVALID : (hour * 3600L + minute * 60L + second) * NS_PER_S + fraction;
    }

    private static long fraction(final byte[] bytes, final int offset, final int length) {
        if (bytes[offset] != '.' || length < 2 || length > MOST_DIGITS + 1) {
            return INVALID;
        }
        long fraction = digits(bytes, offset + 1, length - 1);
        if (fraction < 0) {
            return INVALID;
        }
        for (int i = length - 1; i < MOST_DIGITS; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static int daysIn(final int year, final int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** At most nine digits; -1 if one is none. */
    private static int digits(final byte[] bytes, final int offset, final int count) {
        int value = 0;
        for (int i = offset; i < offset + count; i++) {
            final int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
