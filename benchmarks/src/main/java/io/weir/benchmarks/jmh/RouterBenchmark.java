package io.weir.benchmarks.jmh;

import io.weir.benchmarks.core.RouterQuestions;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One question to the router, with ten levels at each venue; the sampled times tell p99. */
@State(Scope.Thread)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RouterBenchmark {
    /** Venues that are asked about. */
    @Param({"2", "20"})
    public int venues;

    private RouterQuestions questions;

    /** Makes the questions, the same at every run. */
    @Setup
    public void ask() {
        questions = new RouterQuestions(venues);
    }

    /** Answers the next one. */
    @Benchmark
    public long route() {
        return questions.routeNext();
    }
}
