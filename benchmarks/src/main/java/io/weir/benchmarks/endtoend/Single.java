package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.OrderTerms;
import io.weir.benchmarks.client.Orders;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One order at a time: the next leaves when New has come for the one before.
 *
 * @param count of orders.
 */
record Single(int count) implements Measurement {
    private static final long PARK_NS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(30);

    @Override
    public Orders orders(final String prefix) {
        return new Orders(prefix, count, OrderTerms.RESTING, true);
    }

    @Override
    public boolean isShort() {
        return true;
    }

    @Override
    public long run(final LoadConnection connection, final Orders orders) {
        final long firstNs = System.nanoTime();
        for (int i = 0; i < count; i++) {
            final long nowNs = System.nanoTime();
            connection.order(i, nowNs, nowNs);
            connection.flush();
            while (orders.news() <= i) {
                LockSupport.parkNanos(PARK_NS);
                connection.pump();
                if (System.nanoTime() - nowNs > PATIENCE_NS) {
                    return firstNs;
                }
            }
        }
        return firstNs;
    }

    @Override
    public String toString() {
        return count + " orders, one at a time";
    }
}
