package io.weir.benchmarks.jmh;

import io.weir.benchmarks.core.CoreWorld;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A new order through the core: from an empty book to one of {@link #ORDERS} open orders. With {@code sbe} the events are
 * written, hashed and placed as the journal does it, without it they are only counted; commands are bytes either way.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class CoreBenchmark {
    /** Orders of one invocation. */
    public static final int ORDERS = 100_000;

    /** Venues that each order may go to. */
    @Param({"2", "8"})
    public int venues;

    /** Whether events become bytes. */
    @Param({"true", "false"})
    public boolean sbe;

    private CoreWorld world;

    /** A core without orders, and orders that wait for it. */
    @Setup(Level.Invocation)
    public void begin() {
        world = new CoreWorld(venues, sbe);
        world.writeNewOrders(ORDERS);
    }

    /** Plays them. */
    @Benchmark
    @OperationsPerInvocation(ORDERS)
    public long newOrder() {
        world.play();
        return world.journal().eventSeq();
    }
}
