package io.weir.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Amount128Test {
    @Test
    void shouldSumBeyondALong() {
        final Random random = new Random(3);
        final Amount128 amount = new Amount128();
        BigInteger expected = BigInteger.ZERO;
        for (int n = 0; n < 10_000; n++) {
            final long part = random.nextLong();
            if (random.nextBoolean()) {
                amount.add(part);
                expected = expected.add(BigInteger.valueOf(part));
            } else {
                amount.subtract(part);
                expected = expected.subtract(BigInteger.valueOf(part));
            }
        }
        amount.multiply(1_000);
        expected = expected.multiply(BigInteger.valueOf(1_000));
        assertEquals(text(expected), amount.toString());
    }

    @Test
    void shouldComeBackToZero() {
        final Amount128 amount = new Amount128();
        amount.subtract(Long.MIN_VALUE);
        amount.add(Long.MAX_VALUE);
        assertFalse(amount.isZero());
        final Amount128 other = new Amount128();
        other.add(Long.MIN_VALUE);
        other.subtract(Long.MAX_VALUE);
        amount.add(other);
        assertTrue(amount.isZero());
    }

    private static String text(final BigInteger value) {
        return value.shiftRight(64).longValueExact() + ":" + Long.toUnsignedString(value.longValue());
    }
}
