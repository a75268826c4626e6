package io.weir.protocol.decimal;

/** Arithmetic on exact decimals held as longs. Pure functions, any thread. */
public final class Decimals {
    /** What {@link #rescale} answers when a number has digits beyond the scale. */
    public static final long INEXACT = Long.MIN_VALUE;

    /** What {@link #rescale} answers when a number does not fit a long at the scale. */
    public static final long TOO_LARGE = Long.MIN_VALUE + 1;

    private static final long[] POWERS_OF_TEN = new long[Decimal.MAX_SCALE + 1];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
        }
    }

    private Decimals() {}

    /**
     * Ten to a power.
     *
     * @param exponent 0 to 18.
     * @return {@code 10^exponent}.
     */
    public static long powerOfTen(final int exponent) {
        return POWERS_OF_TEN[exponent];
    }

    /**
     * Brings a number to a scale without losing anything.
     *
     * @param number present.
     * @param scale  wanted digits behind the point, 0 to 18.
     * @return the mantissa at that scale; {@link #INEXACT} if digits other than 0 lie beyond it; {@link #TOO_LARGE} if it
     *     does not fit.
     */
    public static long rescale(final Decimal number, final int scale) {
        return rescale(number.mantissa(), number.scale(), scale);
    }

    /** As {@link #rescale(Decimal, int)}, for a mantissa and its scale. */
    public static long rescale(final long mantissa, final int fromScale, final int toScale) {
        if (fromScale <= toScale) {
            final long factor = POWERS_OF_TEN[toScale - fromScale];
            final long high = Math.multiplyHigh(mantissa, factor);
            final long low = mantissa * factor;
            return high == low >> 63 && low > TOO_LARGE ? low : TOO_LARGE;
        }
        final long divisor = POWERS_OF_TEN[fromScale - toScale];
        return mantissa % divisor == 0 ? mantissa / divisor : INEXACT;
    }

    /**
     * Reads a plain decimal number such as {@code -12.50}: an optional minus, digits, an optional point; no plus, no
     * exponent, no blanks (FIX 4.4 vol. 1, float).
     *
     * @param text to read.
     * @return the number, with the digits behind the point that were written.
     * @throws NumberFormatException if it is no such number, or has more than 18 digits behind the point or more than a
     *     long can hold.
     */
    public static Decimal parse(final CharSequence text) {
        final int length = text.length();
        final boolean negative = length > 0 && text.charAt(0) == '-';
        int index = negative ? 1 : 0;
        long mantissa = 0;
        int scale = -1;
        int digits = 0;
        for (; index < length; index++) {
            final char c = text.charAt(index);
            if (c == '.' && scale < 0) {
                scale = 0;
                continue;
            }
            if (c < '0' || c > '9') {
                throw new NumberFormatException("not a decimal number: " + text);
            }
            if (mantissa > (Long.MAX_VALUE - (c - '0')) / 10) {
                throw new NumberFormatException("too many digits: " + text);
            }
            mantissa = mantissa * 10 + (c - '0');
            digits++;
            scale = scale < 0 ? scale : scale + 1;
        }
        if (digits == 0 || scale > Decimal.MAX_SCALE) {
            throw new NumberFormatException("not a decimal number within 18 digits behind the point: " + text);
        }
        return new Decimal(negative ? -mantissa : mantissa, Math.max(scale, 0));
    }

    /**
     * Plain text of a number.
     *
     * @param mantissa any but {@code Long.MIN_VALUE}.
     * @param scale    digits behind the point, 0 to 18.
     * @return for example {@code 0.050} for (50, 3).
     */
    public static String toText(final long mantissa, final int scale) {
        if (scale == 0) {
            return Long.toString(mantissa);
        }
        final StringBuilder text = new StringBuilder(24);
        final long magnitude = Math.abs(mantissa);
        final long unit = POWERS_OF_TEN[scale];
        if (mantissa < 0) {
            text.append('-');
        }
        text.append(magnitude / unit).append('.');
        final String fraction = Long.toString(magnitude % unit);
        text.append("0".repeat(scale - fraction.length())).append(fraction);
        return text.toString();
    }
}
