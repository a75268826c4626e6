package io.weir.store.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.weir.protocol.event.BalanceChanged;
import io.weir.protocol.event.OrderRouted;
import io.weir.protocol.event.RouteChoice;
import io.weir.store.Store;
import io.weir.store.StoreConfig;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the embedded database takes orders; no part of the build, for a rate is no promise of a test. By hand:
 * {@code mvn -pl store -am test -Dtest=ProjectionRate -Dsurefire.failIfNoSpecifiedTests=false -DprojectionRate.orders=500000}.
 */
final class ProjectionRate {
    private static final int ORDERS = Integer.getInteger("projectionRate.orders", 200_000);
    private static final int BEHIND = Integer.getInteger("projectionRate.behind", 4_000);
    private static final long T0 = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    @TempDir
    private Path directory;

    @Test
    void shouldTellHowFastOrdersAreProjected() throws Exception {
        for (final Flow flow : Flow.values()) {
            final RecordedJournal journal = flow == Flow.FILLED_LATER ? recordFilledLater() : record(flow);
            final Path database = directory.resolve(flow.name());
            try (Store store = new Store(config(database))) {
                final StoreProjector projector = new StoreProjector(store, journal);
                projector.doWork();
                final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
                final long beginCpu = threads.getCurrentThreadCpuTime();
                final long begin = System.nanoTime();
                while (projector.counters().events() == 0
                        || projector.status().position() < journal.recordedPosition()) {
                    projector.doWork();
                }
                final double seconds = (System.nanoTime() - begin) / 1e9;
                final double cpuSeconds = (threads.getCurrentThreadCpuTime() - beginCpu) / 1e9;
                assertEquals(ORDERS, Tables.count(store, "orders"));
                System.out.printf(
                        Locale.ROOT,
                        "%s: %,.0f orders/s, %.1f us of processor an order (%,d orders, %,d events, file %,d KiB)%n",
                        flow.text,
                        ORDERS / seconds,
                        cpuSeconds * 1e6 / ORDERS,
                        ORDERS,
                        projector.counters().events(),
                        Files.size(database.resolve("weir.mv.db")) / 1024);
                projector.onClose();
            }
        }
    }

    private static StoreConfig config(final Path database) {
        final StoreConfig c = StoreConfig.embedded(database);
        final int batchEvents = Integer.getInteger("projectionRate.batchEvents", c.batchEvents());
        return new StoreConfig(
                database, "", "", c.password(), 1, batchEvents, c.batchTime(), 396, 10_000, c.queryTimeout());
    }

    /** What happens to an order. */
    private enum Flow {
        ACCEPTED("accepted"),
        FILLED("accepted, routed, filled at once"),
        FILLED_LATER("accepted, routed, filled after " + BEHIND + " others were accepted");

        private final String text;

        Flow(final String text) {
            this.text = text;
        }
    }

    /** As the core says it for one order after the other. */
    private static RecordedJournal record(final Flow flow) {
        final RecordedJournal journal = new RecordedJournal();
        for (int i = 1; i <= ORDERS; i++) {
            final Reports order = order(i);
            accept(journal, i, order);
            if (flow == Flow.FILLED) {
                fill(journal, i, i, order);
            }
        }
        return journal;
    }

    /** As the core says it while so many orders are on their way to the venues and back. */
    private static RecordedJournal recordFilledLater() {
        final RecordedJournal journal = new RecordedJournal();
        final ArrayDeque<Reports> open = new ArrayDeque<>();
        for (int i = 1; i <= ORDERS + BEHIND; i++) {
            if (i <= ORDERS) {
                open.add(order(i));
                accept(journal, i, open.getLast());
            }
            if (i > BEHIND) {
                fill(journal, i - BEHIND, i, open.poll());
            }
        }
        return journal;
    }

    private static Reports order(final int i) {
        return new Reports(i, "CLIENT-20261122-" + i, account(i), 10, 50_000);
    }

    private static String account(final int i) {
        return "ACC-CLIENT" + i % 8;
    }

    private static void accept(final RecordedJournal journal, final int i, final Reports order) {
        final long now = timeNs(i);
        journal.say(
                now,
                order.accepted(now),
                new BalanceChanged(account(i), "KRAKEN", "USD", 2, 1_000_000_000, i),
                new OrderRouted(
                        i,
                        1,
                        List.of(
                                new RouteChoice("KRAKEN", 10_000_000, 9_100, i, "ask 50000.00 x 3.5, score 9100"),
                                new RouteChoice("BINANCE", 0, 8_000, 0, "ask 50010.00 x 1.5, score 8000"))));
    }

    private static void fill(final RecordedJournal journal, final int i, final int at, final Reports order) {
        final long now = timeNs(at);
        journal.say(
                now,
                order.filled(10, 50_000, "KRAKEN", "KRAKEN-EXEC-" + i, now),
                new BalanceChanged(account(i), "KRAKEN", "BTC", 6, i, 0));
    }

    private static long timeNs(final int i) {
        return T0 + i * 10_000L;
    }
}
