package io.weir.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ChildOrderPagesTest {
    private final ChildOrderPages pages = new ChildOrderPages();

    private static ChildOrder child(final long id) {
        return new ChildOrder(id, null, null, null, false, 1, 1);
    }

    @Test
    void shouldFindNothingThatWasNotPut() {
        assertNull(pages.find(0));
        pages.put(child(5));
        assertNull(pages.find(4));
        assertNull(pages.find(5 + (1L << 40)));
        assertNull(pages.find(-1));
        assertNull(pages.find(Long.MAX_VALUE));
    }

    @Test
    void shouldRefuseTheSameIdTwice() {
        pages.put(child(7));
        assertThrows(IllegalStateException.class, () -> pages.put(child(7)));
    }

    @Test
    void shouldGiveUpAPageWithItsLastOrder() {
        for (int id = 1; id <= 10_000; id++) {
            pages.put(child(id));
        }
        assertEquals(10, pages.pages());
        for (int id = 1; id <= 10_000; id++) {
            pages.remove(id);
            pages.remove(id);
        }
        assertEquals(0, pages.pages());
        assertNull(pages.find(1));
        pages.put(child(1));
        assertEquals(1, pages.find(1).childOrderId);
    }

    @Test
    void shouldFindWhatAMapFindsThroughAnyHistory() {
        final SplittableRandom random = new SplittableRandom(3);
        final Map<Long, ChildOrder> expected = new HashMap<>();
        for (int n = 0; n < 200_000; n++) {
            final long id = random.nextLong(1, 20_000);
            if (random.nextBoolean() && !expected.containsKey(id)) {
                final ChildOrder child = child(id);
                pages.put(child);
                expected.put(id, child);
            } else if (random.nextInt(4) == 0) {
                pages.remove(id);
                expected.remove(id);
            }
            final long other = random.nextLong(1, 20_000);
            assertSame(expected.get(other), pages.find(other));
        }
    }
}
