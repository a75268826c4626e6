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

    @TempDir
    private Path directory;

    @Test
    void shouldTellHowFastOrdersAreProjected() throws Exception {
        for (final boolean filled : new boolean[] {false, true}) {
            final RecordedJournal journal = record(filled);
            final Path database = directory.resolve(filled ? "filled" : "accepted");
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
                        "%s: %,.0f orders/s (%,d orders, %,d events, %.2f s, of these %.2f s on the processor, file %,d KiB)%n",
                        filled ? "accepted, routed, filled at a venue" : "accepted",
                        ORDERS / seconds,
                        ORDERS,
                        projector.counters().events(),
                        seconds,
                        cpuSeconds,
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

    /** As the core says it for one order after the other. */
    private static RecordedJournal record(final boolean filled) {
        final long t0 = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
        final RecordedJournal journal = new RecordedJournal();
        for (int i = 1; i <= ORDERS; i++) {
            final String account = "ACC-CLIENT" + i % 8;
            final long now = t0 + i * 10_000L;
            final Reports order = new Reports(i, "CLIENT-20261122-" + i, account, 10, 50_000);
            journal.say(now, order.accepted(now), new BalanceChanged(account, "KRAKEN", "USD", 2, 1_000_000_000, i));
            if (filled) {
                journal.say(
                        now,
                        new OrderRouted(
                                i,
                                1,
                                List.of(
                                        new RouteChoice(
                                                "KRAKEN", 10_000_000, 9_100, i, "ask 50000.00 x 3.5, score 9100"),
                                        new RouteChoice("BINANCE", 0, 8_000, 0, "ask 50010.00 x 1.5, score 8000"))),
                        order.filled(10, 50_000, "KRAKEN", "KRAKEN-EXEC-" + i, now),
                        new BalanceChanged(account, "KRAKEN", "BTC", 6, i, 0));
            }
        }
        return journal;
    }
}
