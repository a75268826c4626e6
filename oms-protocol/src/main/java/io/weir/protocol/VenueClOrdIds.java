package io.weir.protocol;

import java.util.Locale;

/**
 * The ClOrdIDs that we give venues: {@code prefix-child} for an order and {@code prefix-child-revision} for its replaces,
 * numbers in base 36, for example {@code WTAH8K1-2S-1}. At most 36 characters of {@code [A-Za-z0-9-]}, which every venue
 * takes. Edges go back from the text to our own number with it. Pure functions, any thread.
 */
public final class VenueClOrdIds {
    /** Answers a text that is no ClOrdID of ours. */
    public static final long NOT_OURS = 0;

    private static final String DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int RADIX = DIGITS.length();
    private static final int MAX_LENGTH = 36;

    private VenueClOrdIds() {}

    /**
     * Makes a prefix that no other life of a gateway has.
     *
     * @param startS seconds since 1970 UTC when the log began.
     * @return for example {@code WTAH8K1}.
     */
    public static String prefix(final long startS) {
        return "W" + Long.toString(startS, RADIX).toUpperCase(Locale.ROOT);
    }

    /**
     * Names an order, or a replace of it.
     *
     * @param prefix       from {@link #prefix}.
     * @param childOrderId above 0.
     * @param revision     0 for the order itself, 1, 2, 3 … for its replaces.
     * @return the text for the venue.
     */
    public static String of(final String prefix, final long childOrderId, final int revision) {
        final StringBuilder text = new StringBuilder(MAX_LENGTH);
        append(text, prefix, childOrderId, revision);
        return text.toString();
    }

    /** As {@link #of}, for who makes many: behind what {@code to} has already. */
    public static void append(
            final StringBuilder to, final String prefix, final long childOrderId, final int revision) {
        appendNumber(to.append(prefix).append('-'), childOrderId);
        if (revision != 0) {
            appendNumber(to.append('-'), revision);
        }
    }

    private static void appendNumber(final StringBuilder to, final long number) {
        if (number >= RADIX) {
            appendNumber(to, number / RADIX);
        }
        to.append(DIGITS.charAt((int) (number % RADIX)));
    }

    /**
     * Reads back what {@link #of} wrote.
     *
     * @param text   from a venue, anything; letters of either case.
     * @param prefix ours.
     * @return the childOrderId, or {@link #NOT_OURS}.
     */
    public static long childOrderId(final String text, final String prefix) {
        final int start = prefix.length() + 1;
        if (text.length() <= start
                || text.charAt(start - 1) != '-'
                || !text.regionMatches(true, 0, prefix, 0, start - 1)) {
            return NOT_OURS;
        }
        final int dash = text.indexOf('-', start);
        final int end = dash < 0 ? text.length() : dash;
        if (end - start < 1 || end - start > 12) {
            return NOT_OURS;
        }
        long id = 0;
        for (int i = start; i < end; i++) {
            final int digit = Character.digit(text.charAt(i), RADIX);
            if (digit < 0) {
                return NOT_OURS;
            }
            id = id * RADIX + digit;
        }
        return id;
    }
}
