package io.weir.sor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CostsTest {
    @Test
    void shouldSayTooLargeInsteadOfOverflowing() {
        assertEquals(Costs.MAX_AMOUNT, Costs.notional(1, Costs.MAX_AMOUNT));
        assertEquals(Costs.TOO_LARGE, Costs.notional(1, Costs.MAX_AMOUNT + 1));
        assertEquals(Costs.TOO_LARGE, Costs.notional(Long.MAX_VALUE, Long.MAX_VALUE));
        assertEquals(Costs.TOO_LARGE, Costs.withFee(1, Costs.MAX_AMOUNT, 1));
    }

    @Test
    void shouldRoundFeesUp() {
        assertEquals(1, Costs.ceilFee(1, 1));
        assertEquals(1_000, Costs.ceilFee(1_000_000, 1_000));
        assertEquals(1_001, Costs.ceilFee(1_000_001, 1_000));
    }

    @Test
    void shouldAffordExactlyWhatItCosts() {
        final Random random = new Random(7);
        for (int n = 0; n < 100_000; n++) {
            final long px = 1 + random.nextInt(1 << random.nextInt(30) + 1);
            final int feePpm = random.nextInt(10_000);
            final long available = random.nextLong() & Costs.MAX_AMOUNT >> random.nextInt(50);
            final long qty = Costs.floorAffordable(available, px, feePpm);
            final String where = available + " at " + px + " fee " + feePpm;
            assertTrue(Costs.withFee(qty, px, feePpm) <= available, where);
            final long more = Costs.withFee(qty + 1, px, feePpm);
            assertTrue(more == Costs.TOO_LARGE || more > available, where);
        }
    }
}
