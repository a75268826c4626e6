package io.weir.simulator.matching;

/**
 * Exact decimal text to scaled {@code long} and back. Used by every protocol front; stateless.
 *
 * <p>A number that cannot be read is one of two named constants, never an exception: bad numbers are what clients send.
 */
public final class Decimals {
    /** Not a plain decimal number, or one too large for 18 digits. */
    public static final long MALFORMED = Long.MIN_VALUE;

    /** A decimal number with digits other than zero beyond the scale. */
    public static final long TOO_PRECISE = Long.MIN_VALUE + 1;

    private static final int MAX_SCALE = 18;
    private static final long MAX_VALUE = 999_999_999_999_999_999L;
    private static final long[] POWERS = new long[MAX_SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MAX_SCALE; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private Decimals() {}

    /**
     * Ten to the power of {@code exponent}.
     *
     * @param exponent 0 to 18.
     */
    public static long pow10(final int exponent) {
        return POWERS[exponent];
    }

    /** Whether {@code value} is a number and not one of the constants of this class. */
    public static boolean isNumber(final long value) {
        return value != MALFORMED && value != TOO_PRECISE;
    }

    /**
     * Reads plain decimal text (optional leading minus, digits, at most one point) as an integer of 10^-scale.
     *
     * @param scale 0 to 18; zeros beyond it are accepted, other digits are not.
     * @return the value, or {@link #MALFORMED} or {@link #TOO_PRECISE}.
     */
    public static long parse(final CharSequence text, final int scale) {
        final int length = text.length();
        final boolean negative = length > 0 && text.charAt(0) == '-';
        long value = 0;
        int digits = 0;
        int decimals = -1;
        boolean tooPrecise = false;
        for (int i = negative ? 1 : 0; i < length; i++) {
            final char c = text.charAt(i);
            if (c == '.') {
                if (decimals >= 0) {
                    return MALFORMED;
                }
                decimals = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                return MALFORMED;
            }
            digits++;
            if (decimals >= 0 && ++decimals > scale) {
                tooPrecise |= c != '0';
                decimals--;
                continue;
            }
            if (value > MAX_VALUE / 10) {
                return MALFORMED;
            }
            value = value * 10 + (c - '0');
        }
        if (digits == 0) {
            return MALFORMED;
        }
        if (tooPrecise) {
            return TOO_PRECISE;
        }
        final long factor = POWERS[scale - Math.max(decimals, 0)];
        if (value > MAX_VALUE / factor) {
            return MALFORMED;
        }
        return negative ? -value * factor : value * factor;
    }

    /**
     * Appends {@code value} of 10^-scale with exactly {@code decimals} digits after the point.
     *
     * @param decimals at least {@code scale}; zeros are added. Zero decimals: no point.
     */
    public static StringBuilder append(final StringBuilder out, final long value, final int scale, final int decimals) {
        long rest = value;
        if (rest < 0) {
            out.append('-');
            rest = -rest;
        }
        final long factor = POWERS[scale];
        out.append(rest / factor);
        if (decimals == 0) {
            return out;
        }
        out.append('.');
        final long fraction = rest % factor;
        for (int i = scale - 1; i >= 0; i--) {
            out.append((char) ('0' + fraction / POWERS[i] % 10));
        }
        for (int i = scale; i < decimals; i++) {
            out.append('0');
        }
        return out;
    }

    /** {@code value} of 10^-scale as text with {@code scale} decimals. */
    public static String format(final long value, final int scale) {
        return append(new StringBuilder(24), value, scale, scale).toString();
    }
}
