package io.weir.core.cluster;

import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.IdleStrategy;

/**
 * How a duty cycle waits when there is nothing to do: it spins, then yields, then parks ever longer.
 *
 * @param spins     cycles that only spin, 0 to 1,000,000.
 * @param yields    cycles that then yield, 0 to 1,000,000.
 * @param minParkNs the first park in ns, at least 1,000.
 * @param maxParkNs the longest park in ns, at least {@code minParkNs}, at most 100 ms.
 */
public record IdleConfig(long spins, long yields, long minParkNs, long maxParkNs) {
    /** Where each park is latency: the hot path on a machine whose cores are shared. */
    public static final IdleConfig HOT = new IdleConfig(50, 5, 1_000, 100_000);

    /** Where a millisecond does not matter. */
    public static final IdleConfig COLD = new IdleConfig(0, 1, 100_000, 1_000_000);

    private static final long MAX_COUNT = 1_000_000;
    private static final long MAX_PARK_NS = 100_000_000L;

    public IdleConfig {
        final Faults faults = new Faults("idle");
        faults.check(spins >= 0 && spins <= MAX_COUNT, "spins " + spins + " is not 0 to " + MAX_COUNT);
        faults.check(yields >= 0 && yields <= MAX_COUNT, "yields " + yields + " is not 0 to " + MAX_COUNT);
        faults.check(minParkNs >= 1_000, "minParkNs " + minParkNs + " is below 1000");
        faults.check(
                maxParkNs >= minParkNs && maxParkNs <= MAX_PARK_NS,
                "maxParkNs " + maxParkNs + " is not minParkNs to " + MAX_PARK_NS);
        faults.raise();
    }

    /** {@return a new strategy; each duty cycle needs its own} */
    public IdleStrategy newStrategy() {
        return new BackoffIdleStrategy(spins, yields, minParkNs, maxParkNs);
    }
}
