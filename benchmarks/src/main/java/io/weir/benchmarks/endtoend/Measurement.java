package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.client.LoadConnection;
import io.weir.benchmarks.client.Orders;

/** How one round goes. Called by the one thread that measures. */
interface Measurement {
    /** {@return the orders of a new round} */
    Orders orders(String prefix);

    /** {@return whether it is over in a few seconds, so that the others may stand still meanwhile} */
    boolean isShort();

    /**
     * Sends all orders and waits for what is to come of each.
     *
     * @param connection logged on, with these orders begun.
     * @param orders     of this round.
     * @return when the first left, in ns of {@link System#nanoTime}.
     */
    long run(LoadConnection connection, Orders orders);
}
