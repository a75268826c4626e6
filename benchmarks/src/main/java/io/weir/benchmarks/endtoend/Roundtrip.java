package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.OrderTerms;
import io.weir.benchmarks.client.Orders;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Orders that trade at once, to the whole fill of the last; so many at a time are on their way.
 *
 * @param count   of orders.
 * @param onTheWay the most orders sent and not yet filled.
 */
record Roundtrip(int count, int onTheWay) implements Measurement {
    private static final long PARK_NS = 100_000;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);
    private static final int BATCH = 64;

    @Override
    public Orders orders(final String prefix) {
        return new Orders(prefix, count, OrderTerms.MARKETABLE, false);
    }

    @Override
    public boolean isShort() {
        return false;
    }

    @Override
    public long run(final LoadConnection connection, final Orders orders) {
        final long firstNs = System.nanoTime();
        int sent = 0;
        while (sent < count) {
            final long nowNs = System.nanoTime();
            final int room = Math.min(BATCH, Math.min(count - sent, onTheWay - (sent - orders.filled())));
            if (room <= 0) {
                if (nowNs - Math.max(firstNs, orders.lastReportNs()) > PATIENCE_NS) {
                    break;
                }
                connection.pump();
                LockSupport.parkNanos(PARK_NS);
                continue;
            }
            for (int i = 0; i < room; i++) {
                connection.order(sent++, nowNs, nowNs);
            }
            connection.flush();
        }
        Waiting.until(connection, orders::filled, count);
        return firstNs;
    }

    @Override
    public String toString() {
        return count + " orders to the whole fill, up to " + onTheWay + " on their way";
    }
}
