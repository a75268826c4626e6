package io.weir.core.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClOrdIdsTest {
    private record Entry(int sessionId, String key) implements Keyed {
        @Override
        public Order order() {
            return null;
        }
    }

    private final ClOrdIds ids = new ClOrdIds();

    @Test
    void shouldKeepSessionsApart() {
        final Entry mine = new Entry(1, "A-1");
        final Entry other = new Entry(2, "A-1");
        ids.put(mine);
        assertNull(ids.find(2, "A-1"));
        ids.put(other);
        assertSame(mine, ids.find(1, "A-1"));
        assertSame(other, ids.find(2, "A-1"));
    }

    @Test
    void shouldRemoveOnlyTheEntryThatIsThere() {
        final Entry old = new Entry(1, "A-1");
        final Entry fresh = new Entry(1, "A-1");
        ids.put(old);
        ids.put(fresh);
        ids.remove(old);
        assertSame(fresh, ids.find(1, "A-1"));
        assertEquals(1, ids.size());
    }

    @Test
    void shouldFindEachOfManyWhateverTheyAreLike() {
        final Random random = new Random(7);
        final List<Entry> entries = new ArrayList<>();
        for (int n = 0; n < 100_000; n++) {
            entries.add(new Entry(1, "CLIENT-" + (10_000_000 + n)));
            entries.add(new Entry(2, Integer.toString(n, 36)));
            entries.add(new Entry(3, Long.toHexString(random.nextLong())));
        }
        entries.forEach(ids::put);
        assertEquals(300_000, ids.size());
        entries.forEach(entry -> assertSame(entry, ids.find(entry.sessionId(), new String(entry.key()))));
        entries.forEach(ids::remove);
        assertEquals(0, ids.size());
        entries.forEach(entry -> assertNull(ids.find(entry.sessionId(), entry.key())));
    }

    @Test
    void shouldFindWhatAMapFindsThroughAnyHistory() {
        final Random random = new Random(5);
        final Map<String, Entry> expected = new HashMap<>();
        for (int n = 0; n < 300_000; n++) {
            final String key = "ORD-" + random.nextInt(40_000);
            if (random.nextInt(3) > 0) {
                final Entry entry = new Entry(1, key);
                ids.put(entry);
                expected.put(key, entry);
            } else if (expected.containsKey(key)) {
                ids.remove(expected.remove(key));
            }
            final String other = "ORD-" + random.nextInt(40_000);
            assertSame(expected.get(other), ids.find(1, other));
        }
        assertEquals(expected.size(), ids.size());
    }
}
