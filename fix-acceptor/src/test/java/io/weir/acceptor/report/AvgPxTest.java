package io.weir.acceptor.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class AvgPxTest {
    private final AvgPx avgPx = new AvgPx();

    @Test
    void shouldBeZeroBeforeTheFirstFill() {
        avgPx.divide(0, 0, 2);
        assertEquals(0, avgPx.mantissa());
    }

    @Test
    void shouldRoundHalfUpAtTheLastDigit() {
        avgPx.divide(2, 3, 2);
        assertEquals(
                "0.00666667",
                BigDecimal.valueOf(avgPx.mantissa(), avgPx.scale()).toPlainString());
    }

    @Test
    void shouldDropDigitsThatDoNotFit() {
        avgPx.divide(Long.MAX_VALUE, 1, 2);
        assertEquals(
                new BigDecimal(Long.MAX_VALUE)
                        .movePointLeft(2)
                        .round(new MathContext(18))
                        .doubleValue(),
                BigDecimal.valueOf(avgPx.mantissa(), avgPx.scale()).doubleValue());
    }

    @Property
    void shouldEqualExactArithmetic(
            @ForAll @LongRange(min = 1, max = 1_000_000_000_000_000L) final long cumQty,
            @ForAll @LongRange(min = 0, max = 500_000_000L) final long price,
            @ForAll @LongRange(min = 0, max = 9000) final long rest,
            @ForAll @IntRange(max = 9) final int priceScale) {
        final BigDecimal notional = BigDecimal.valueOf(cumQty).multiply(BigDecimal.valueOf(price));
        if (notional.unscaledValue().bitLength() > 62) {
            return;
        }
        final long cumNotional = notional.longValueExact() + rest;
        avgPx.divide(cumNotional, cumQty, priceScale);
        final BigDecimal exact = BigDecimal.valueOf(cumNotional)
                .divide(BigDecimal.valueOf(cumQty), AvgPx.EXTRA_DIGITS, RoundingMode.HALF_UP);
        if (exact.precision() <= 18) {
            assertEquals(exact.movePointLeft(priceScale), BigDecimal.valueOf(avgPx.mantissa(), avgPx.scale()));
        }
    }
}
