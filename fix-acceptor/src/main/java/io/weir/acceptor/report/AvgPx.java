package io.weir.acceptor.report;

import io.weir.protocol.decimal.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * AvgPx(6): cumNotional divided by cumQty, rounded half up at {@link #EXTRA_DIGITS} digits behind the price's own. Used
 * again for each report; for one thread.
 */
final class AvgPx {
    /** Digits behind the price's scale; more than any client compares, and with a scale of 9 still within 18. */
    static final int EXTRA_DIGITS = 6;

    /** Digits of the longest number that the codecs write. */
    private static final int MOST_DIGITS = 18;

    private static final long FACTOR = Decimals.powerOfTen(EXTRA_DIGITS);

    /** Up to here twice the rest, with its digits behind the point, fits a long. */
    private static final long LARGEST_QTY = Long.MAX_VALUE / (2 * FACTOR) - 1;

    private static final long LARGEST_WHOLE = Decimals.powerOfTen(MOST_DIGITS) / FACTOR - 1;

    private long mantissa;
    private int scale;

    /**
     * Divides.
     *
     * @param cumNotional at priceScale + qtyScale.
     * @param cumQty      at qtyScale; 0 makes an AvgPx of 0.
     * @param priceScale  0 to 9.
     */
    void divide(final long cumNotional, final long cumQty, final int priceScale) {
        scale = priceScale + EXTRA_DIGITS;
        if (cumQty <= 0) {
            mantissa = 0;
            return;
        }
        final long whole = cumNotional / cumQty;
        final long rest = cumNotional % cumQty;
        if (cumQty > LARGEST_QTY || whole > LARGEST_WHOLE) {
            mantissa = divideLarge(cumNotional, cumQty);
        } else {
            mantissa = whole * FACTOR + (2 * rest * FACTOR + cumQty) / (2 * cumQty);
        }
    }

    /** {@return the number at {@link #scale}} */
    long mantissa() {
        return mantissa;
    }

    /** {@return digits behind the point} */
    int scale() {
        return scale;
    }

    /** Where the digits behind the price's scale would not fit a long they are dropped, one by one. */
    private long divideLarge(final long cumNotional, final long cumQty) {
        BigDecimal average =
                BigDecimal.valueOf(cumNotional).divide(BigDecimal.valueOf(cumQty), EXTRA_DIGITS, RoundingMode.HALF_UP);
        while (average.precision() > MOST_DIGITS && average.scale() > 0) {
            average = average.setScale(average.scale() - 1, RoundingMode.HALF_UP);
            scale--;
        }
        return average.unscaledValue().longValueExact();
    }
}
