package io.weir.simulator.matching;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalsTest {
    @Test
    void shouldReadExactly() {
        assertEquals(5_000_012, Decimals.parse("50000.12", 2));
        assertEquals(5_000_012, Decimals.parse("50000.12000000", 2));
        assertEquals(5_000_010, Decimals.parse("50000.1", 2));
        assertEquals(-50, Decimals.parse("-.5", 2));
        assertEquals(7, Decimals.parse("7.", 0));
    }

    @Test
    void shouldNameWhatItCannotRead() {
        assertEquals(Decimals.TOO_PRECISE, Decimals.parse("0.001", 2));
        for (final String bad :
                new String[] {"", "-", ".", "1e5", "1,0", "1.2.3", "+1", "NaN", "99999999999999999999"}) {
            assertEquals(Decimals.MALFORMED, Decimals.parse(bad, 2), bad);
        }
        assertEquals(Decimals.MALFORMED, Decimals.parse("999999999999999999", 8));
    }

    @Test
    void shouldReadBackWhatItWrites() {
        final Random random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            final int scale = random.nextInt(9);
            final long value = random.nextLong() % 1_000_000_000_000L;
            final String text =
                    Decimals.append(new StringBuilder(), value, scale, 8).toString();
            assertEquals(value, Decimals.parse(text, scale), text);
        }
        assertEquals("-0.05", Decimals.format(-5, 2));
        assertEquals("12", Decimals.format(12, 0));
    }
}
