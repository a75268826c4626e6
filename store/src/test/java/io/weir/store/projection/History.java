package io.weir.store.projection;

import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random days of trading from a seed, as a journal. */
public final class History {
    private History() {}

    /**
     * Records events.
     *
     * @param journal to write.
     * @param t0      time of the first, ns since 1970 UTC; each next one is a microsecond later.
     * @param events  how many.
     * @param seed    the same seed gives the same history.
     */
    public static void write(final RecordedJournal journal, final long t0, final int events, final long seed) {
        final Random random = new Random(seed);
        final List<Reports> open = new ArrayList<>();
        final List<Integer> left = new ArrayList<>();
        long orderId = 0;
        for (int i = 0; i < events; i++) {
            final long now = t0 + i * 1_000L;
            final int choice = random.nextInt(10);
            final Event event;
            if (open.isEmpty() || choice < 4) {
                final Reports order = new Reports(
                        ++orderId, "C-" + orderId, "ACC-" + random.nextInt(3), 10, 50_000 + random.nextInt(100));
                open.add(order);
                left.add(10);
                event = order.accepted(now);
            } else if (choice < 5) {
                event = new BalanceChanged("ACC-" + random.nextInt(3), "KRAKEN", "USD", 2, random.nextInt(1 << 20), 0);
            } else {
                final int at = random.nextInt(open.size());
                event = choice < 9
                        ? fill(open, left, at, random, i, now)
                        : open.get(at).canceled(now);
                if (choice == 9 || left.get(at) == 0) {
                    open.remove(at);
                    left.remove(at);
                }
            }
            journal.say(now, event);
        }
    }

    private static Event fill(
            final List<Reports> open,
            final List<Integer> left,
            final int at,
            final Random random,
            final int number,
            final long now) {
        final int qty = 1 + random.nextInt(left.get(at));
        left.set(at, left.get(at) - qty);
        return open.get(at).filled(qty, 49_000 + random.nextInt(2_000), "KRAKEN", "K-" + number, now);
    }
}
