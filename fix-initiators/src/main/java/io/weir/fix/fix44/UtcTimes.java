package io.weir.fix.fix44;

import java.time.DateTimeException;
import java.time.LocalDate;

/** UTCTimestamp as text and back. Messages of one day share its date, which is worked out once. For one thread. */
final class UtcTimes {
    /** What {@link #parseNs} answers to a text that is no time. */
    static final long NO_TIME = 0;

    private static final long NS_PER_S = 1_000_000_000L;
    private static final long MS_PER_DAY = 86_400_000L;
    private static final long S_PER_DAY = 86_400L;
    private static final int DATE_LENGTH = 8;
    private static final int SECONDS_LENGTH = 17;
    private static final int MAX_LENGTH = 27;

    private long dayOfText = Long.MIN_VALUE;
    private String dateText = "";
    private long dayOfParsed;
    private String parsedDate = "";

    /**
     * Writes a time.
     *
     * @param timeMs since 1970 UTC, not below 0.
     * @return {@code yyyyMMdd-HH:mm:ss.SSS}
     */
    String text(final long timeMs) {
        final long day = timeMs / MS_PER_DAY;
        if (day != dayOfText) {
            final LocalDate date = LocalDate.ofEpochDay(day);
            dateText = String.format("%04d%02d%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            dayOfText = day;
        }
        final int ms = (int) (timeMs % MS_PER_DAY);
        final StringBuilder text = new StringBuilder(SECONDS_LENGTH + 4).append(dateText);
        twoDigits(text.append('-'), ms / 3_600_000);
        twoDigits(text.append(':'), ms / 60_000 % 60);
        twoDigits(text.append(':'), ms / 1_000 % 60);
        text.append('.').append((char) ('0' + ms / 100 % 10));
        twoDigits(text, ms % 100);
        return text.toString();
    }

    private static void twoDigits(final StringBuilder text, final int value) {
        text.append((char) ('0' + value / 10)).append((char) ('0' + value % 10));
    }

    /**
     * Reads a time of any precision from seconds to nanoseconds.
     *
     * @param text {@code yyyyMMdd-HH:mm:ss}, and a fraction if it likes.
     * @return ns since 1970 UTC, {@link #NO_TIME} if it is none.
     */
    long parseNs(final String text) {
        final int length = text.length();
        if (length < SECONDS_LENGTH
                || length > MAX_LENGTH
                || text.charAt(8) != '-'
                || text.charAt(11) != ':'
                || text.charAt(14) != ':') {
            return NO_TIME;
        }
        final int hour = number(text, 9, 11);
        final int minute = number(text, 12, 14);
        final int second = number(text, 15, 17);
        final long fractionNs = fractionNs(text);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59 || fractionNs < 0) {
            return NO_TIME;
        }
        if (!text.startsWith(parsedDate) || parsedDate.isEmpty()) {
            if (!parseDate(text.substring(0, DATE_LENGTH))) {
                return NO_TIME;
            }
        }
        return (dayOfParsed * S_PER_DAY + hour * 3_600L + minute * 60L + second) * NS_PER_S + fractionNs;
    }

    private boolean parseDate(final String date) {
        final int year = number(date, 0, 4);
        final int month = number(date, 4, 6);
        final int day = number(date, 6, DATE_LENGTH);
        try {
            dayOfParsed = LocalDate.of(year, month, day).toEpochDay();
        } catch (final DateTimeException e) {
            return false; // what is no digit is below 0, and so no date either
        }
        parsedDate = date;
        return true;
    }

    /** {@return what stands behind the seconds as ns, below 0 if it is no fraction} */
    private static long fractionNs(final String text) {
        final int length = text.length();
        if (length == SECONDS_LENGTH) {
            return 0;
        }
        if (text.charAt(SECONDS_LENGTH) != '.') {
            return -1;
        }
        long fraction = number(text, SECONDS_LENGTH + 1, length);
        for (int i = length; i < MAX_LENGTH; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    /** {@return the number that stands there, below 0 if there is something else or nothing} */
    private static int number(final String text, final int from, final int to) {
        int number = from < to ? 0 : -1;
        for (int i = from; i < to && number >= 0; i++) {
            final char c = text.charAt(i);
            number = c >= '0' && c <= '9' ? number * 10 + c - '0' : -1;
        }
        return number;
    }
}
