package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.Figure;
import java.util.Arrays;
import java.util.List;

/**
 * How many new orders a second one core takes: bytes of commands in, decided, routed, journal bytes out. Counted in the
 * thread's own time on a core, so that other work on the machine does not count; the time on the clock stands beside it.
 */
final class NewOrderRate {
    private static final double GOAL = 1_000_000;
    private static final int BATCH = 10_000;
    private static final int WARM_UPS = 3;

    private final int venues;
    private final int orders;
    private final int rounds;

    NewOrderRate(final int venues, final int orders, final int rounds) {
        this.venues = venues;
        this.orders = orders;
        this.rounds = rounds;
    }

    /** {@return the middle and the best of the rounds, each on a core that began empty} */
    List<Figure> measure() {
        for (int i = 0; i < WARM_UPS; i++) {
            round();
        }
        final double[] perCpu = new double[rounds];
        final double[] perClock = new double[rounds];
        long allocated = 0;
        for (int i = 0; i < rounds; i++) {
            final Round round = round();
            perCpu[i] = orders * 1e9 / round.cpuNs();
            perClock[i] = orders * 1e9 / round.clockNs();
            allocated = round.allocatedBytes();
        }
        Arrays.sort(perCpu);
        Arrays.sort(perClock);
        return List.of(
                Figure.atLeast("core: new orders, one core, median", perCpu[rounds / 2], "orders/s", GOAL),
                Figure.of("core: new orders, one core, least", perCpu[0], "orders/s"),
                Figure.of("core: new orders, one core, most", perCpu[rounds - 1], "orders/s"),
                Figure.of("core: new orders, by the clock, median", perClock[rounds / 2], "orders/s"),
                Figure.of("core: heap allocated per new order", (double) allocated / orders, "bytes"));
    }

    private record Round(long cpuNs, long clockNs, long allocatedBytes) {}

    private Round round() {
        final CoreWorld world = new CoreWorld(venues);
        long cpuNs = 0;
        long clockNs = 0;
        long allocated = 0;
        for (int done = 0; done < orders; done += BATCH) {
            world.writeNewOrders(Math.min(BATCH, orders - done));
            final long allocatedBefore = ThreadMeter.allocatedBytes();
            final long clockBefore = System.nanoTime();
            final long cpuBefore = ThreadMeter.cpuNs();
            world.play();
            cpuNs += ThreadMeter.cpuNs() - cpuBefore;
            clockNs += System.nanoTime() - clockBefore;
            allocated += ThreadMeter.allocatedBytes() - allocatedBefore;
        }
        return new Round(cpuNs, clockNs, allocated);
    }
}
