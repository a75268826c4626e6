package io.weir.protocol.decimal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
    private static final int ROUNDS = 20_000;

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "-0, 0, 0",
        "7, 7, 0",
        "-12.50, -1250, 2",
        "007, 7, 0",
        ".5, 5, 1",
        "5., 5, 0",
        "0.000000000000000001, 1, 18",
        "9223372036854775807, 9223372036854775807, 0",
        "-9.223372036854775807, -9223372036854775807, 18",
    })
    void shouldParse(final String text, final long mantissa, final int scale) {
        assertEquals(new Decimal(mantissa, scale), Decimals.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "-.",
                "+1",
                "1e3",
                " 1",
                "1 ",
                "1,5",
                "1.2.3",
                "--1",
                "0x10",
                "NaN",
                "١",
                "9223372036854775808",
                "-9223372036854775808",
                "92233720368547758070",
                "0.0000000000000000000"
            })
    void shouldNotParse(final String text) {
        assertThrows(NumberFormatException.class, () -> Decimals.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "50, 3, 0.050",
        "-50, 3, -0.050",
        "-1, 18, -0.000000000000000001",
        "0, 2, 0.00",
        "123, 0, 123",
        "9223372036854775807, 18, 9.223372036854775807",
        "-9223372036854775807, 0, -9223372036854775807",
    })
    void shouldWriteText(final long mantissa, final int scale, final String text) {
        assertEquals(text, Decimals.toText(mantissa, scale));
        assertEquals(new Decimal(mantissa, scale), Decimals.parse(text));
    }

    @ParameterizedTest
    @CsvSource({
        "15, 1, 3, 1500",
        "1500, 3, 1, 15",
        "-1500, 3, 1, -15",
        "1501, 3, 1, -9223372036854775808",
        "-1, 18, 0, -9223372036854775808",
        "0, 18, 0, 0",
        "9223372036854775807, 5, 5, 9223372036854775807",
        "-9223372036854775806, 5, 5, -9223372036854775806",
        "9, 0, 18, 9000000000000000000",
        "10, 0, 18, -9223372036854775807",
        "-10, 0, 18, -9223372036854775807",
        "9223372036854775807, 0, 1, -9223372036854775807",
        "1844674407370955162, 0, 1, -9223372036854775807",
    })
    void shouldRescale(final long mantissa, final int from, final int to, final long expected) {
        assertEquals(expected, Decimals.rescale(new Decimal(mantissa, from), to));
    }

    @Test
    void shouldRescaleAsBigDecimalDoes() {
        final Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            final long mantissa = random.nextLong() >> random.nextInt(64);
            final int from = random.nextInt(Decimal.MAX_SCALE + 1);
            final int to = random.nextInt(Decimal.MAX_SCALE + 1);

            assertEquals(
                    expected(mantissa, from, to),
                    Decimals.rescale(mantissa, from, to),
                    () -> mantissa + " from scale " + from + " to " + to);
        }
    }

    private static long expected(final long mantissa, final int from, final int to) {
        final BigDecimal number = BigDecimal.valueOf(mantissa, from);
        if (number.stripTrailingZeros().scale() > to) {
            return Decimals.INEXACT;
        }
        final BigInteger scaled = number.setScale(to).unscaledValue();
        return scaled.bitLength() < Long.SIZE && scaled.longValue() > Decimals.TOO_LARGE
                ? scaled.longValue()
                : Decimals.TOO_LARGE;
    }

    @Test
    void shouldKnowAbsentFromZero() {
        assertFalse(Decimal.ABSENT.isPresent());
        assertEquals("", Decimal.ABSENT.toString());
        assertTrue(Decimal.ZERO.isPresent());
        assertEquals("0", Decimal.ZERO.toString());
    }

    @Test
    void shouldRefuseScaleOutOfBounds() {
        assertThrows(IllegalArgumentException.class, () -> new Decimal(1, 19));
        assertThrows(IllegalArgumentException.class, () -> new Decimal(1, -1));
    }
}
