package io.weir.rest.binance;

import io.weir.protocol.decimal.Decimal;
import io.weir.rest.json.Json;
import java.math.BigDecimal;

/** Comparing and adding decimals of any scale, exactly. */
final class Exact {
    private Exact() {}

    static BigDecimal of(final Decimal number) {
        return BigDecimal.valueOf(number.mantissa(), number.scale());
    }

    static boolean isAbove(final Decimal number, final Decimal other) {
        return of(number).compareTo(of(other)) > 0;
    }

    static boolean isZero(final Decimal number) {
        return number.mantissa() == 0;
    }

    /** {@return the sum; the scales of a venue's quantities are at most 18 together} */
    static Decimal sum(final Decimal number, final Decimal other) {
        final BigDecimal sum = of(number).add(of(other));
        return new Decimal(sum.unscaledValue().longValueExact(), sum.scale());
    }

    /** {@return the number as the venue wants it: plain, without zeros at the end that could exceed its precision} */
    static String plain(final Decimal number) {
        return Json.withoutTrailingZeros(number.toString());
    }
}
