package io.weir.protocol.decimal;

/**
 * A decimal number exactly as someone outside wrote it: {@code mantissa · 10^-scale}. Edges fill it from text; the core
 * brings it to the scale of the instrument and refuses digits beyond it. Immutable.
 *
 * @param mantissa all digits as one integer, with the sign; {@link #ABSENT}'s is {@code Long.MIN_VALUE}.
 * @param scale    number of digits behind the point, 0 to {@link #MAX_SCALE}.
 */
public record Decimal(long mantissa, int scale) {
    /** The most digits behind the point that a number may have. */
    public static final int MAX_SCALE = 18;

    /** Stands for a field that the message does not have. */
    public static final Decimal ABSENT = new Decimal(Long.MIN_VALUE, 0);

    public static final Decimal ZERO = new Decimal(0, 0);

    public Decimal {
        if (scale < 0 || scale > MAX_SCALE) {
            throw new IllegalArgumentException("scale " + scale + " is not within 0 to " + MAX_SCALE);
        }
    }

    /** {@return whether the message had this field} */
    public boolean isPresent() {
        return mantissa != ABSENT.mantissa;
    }

    /** {@return the number as plain text, "" when absent; digits behind the point are kept as they came} */
    @Override
    public String toString() {
        return isPresent() ? Decimals.toText(mantissa, scale) : "";
    }
}
