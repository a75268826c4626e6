package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.OrderTerms;
import io.weir.benchmarks.client.Orders;

/**
 * All orders as fast as the socket takes them, to the last New.
 *
 * @param count of orders.
 */
record Burst(int count) implements Measurement {
    @Override
    public Orders orders(final String prefix) {
        return new Orders(prefix, count, OrderTerms.RESTING, false);
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
        }
        connection.flush();
        Waiting.until(connection, orders::news, count);
        return firstNs;
    }

    @Override
    public String toString() {
        return count + " orders at once";
    }
}
