package io.weir.core.cluster;

import org.agrona.concurrent.IdleStrategy;

/**
 * How a duty cycle waits when there is nothing to do: it spins, then yields, then parks ever longer; longest in quiet times,
 * when there is little but the house's own pulse.
 *
 * @param spins     cycles that only spin, 0 to 1,000,000.
 * @param yields    cycles that then yield, 0 to 1,000,000.
 * @param minParkNs the first park in ns, at least 1,000.
 * @param maxParkNs the longest park in ns while there is work to do every few ms, at least {@code minParkNs}, at most 100 ms.
 * @param quietParkNs the longest park in ns in quiet times, at least {@code maxParkNs}, at most 100 ms: what the first message
 *     behind a silence may wait at each duty cycle on its way.
 */
public record IdleConfig(long spins, long yields, long minParkNs, long maxParkNs, long quietParkNs) {
    /** Where each park is latency: the hot path on a machine whose cores are shared. */
    public static final IdleConfig HOT = new IdleConfig(5, 2, 1_000, 100_000, 2_000_000);

    /** Where a millisecond does not matter. */
    public static final IdleConfig COLD = new IdleConfig(0, 1, 100_000, 1_000_000, 10_000_000);

    /** For the bookkeeping of an Aeron client: streams that come and go, signs of life. */
    static final IdleConfig BOOKKEEPING = new IdleConfig(0, 1, 100_000, 1_000_000, 50_000_000);

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
        faults.check(
                quietParkNs >= maxParkNs && quietParkNs <= MAX_PARK_NS,
                "quietParkNs " + quietParkNs + " is not maxParkNs to " + MAX_PARK_NS);
        faults.raise();
    }

    /** {@return a new strategy; each duty cycle needs its own} */
    public IdleStrategy newStrategy() {
        return new SettlingIdleStrategy(this, System::nanoTime);
    }
}
