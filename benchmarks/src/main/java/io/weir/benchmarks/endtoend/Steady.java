package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.OrderTerms;
import io.weir.benchmarks.client.Orders;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Orders at a fixed pace that waits for nobody. Each has a planned time and its latency is counted from there: a server that stalls
 * is charged for every order that should have left meanwhile.
 *
 * @param ordersPerS the pace.
 * @param seconds    how long.
 */
record Steady(int ordersPerS, int seconds) implements Measurement {
    private static final long NS_PER_S = TimeUnit.SECONDS.toNanos(1);
    private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int PUMP_EVERY = 1_000;

    @Override
    public Orders orders(final String prefix) {
        return new Orders(prefix, ordersPerS * seconds, OrderTerms.RESTING, false);
    }

    @Override
    public boolean isShort() {
        return false;
    }

    @Override
    public long run(final LoadConnection connection, final Orders orders) {
        final long firstNs = System.nanoTime() + LEAD_NS;
        int sent = 0;
        while (sent < orders.count()) {
            final long nowNs = System.nanoTime();
            long dueNs = firstNs + sent * NS_PER_S / ordersPerS;
            if (dueNs > nowNs) {
                LockSupport.parkNanos(dueNs - nowNs); // the system's timer is some 50 us late, for all contenders alike
                continue;
            }
            while (dueNs <= nowNs && sent < orders.count()) {
                connection.order(sent, dueNs, nowNs);
                sent++;
                dueNs = firstNs + sent * NS_PER_S / ordersPerS;
            }
            connection.flush();
            if (sent % PUMP_EVERY == 0) {
                connection.pump();
            }
        }
        Waiting.until(connection, orders::news, orders.count());
        return firstNs;
    }

    @Override
    public String toString() {
        return ordersPerS + " orders/s for " + seconds + " s";
    }
}
