package io.weir.benchmarks.endtoend;

import io.weir.benchmarks.contender.Contender;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Contenders that wait for their turn are stopped where they are, so that they take no processor from the one that is measured:
 * a duty cycle that waits costs up to a quarter of a core. They go on at the end, and after eight seconds at the latest, for Aeron
 * takes who is silent for ten for gone.
 */
final class Stillness {
    private static final Executor AT_THE_LATEST = CompletableFuture.delayedExecutor(8, TimeUnit.SECONDS);

    private final List<Contender> contenders;
    private boolean isOver;

    /** Begins it, for these. */
    Stillness(final List<Contender> contenders) {
        this.contenders = contenders;
        AT_THE_LATEST.execute(this::end);
        contenders.forEach(Contender::suspend);
    }

    /** They go on. */
    synchronized void end() {
        if (!isOver) {
            isOver = true;
            contenders.forEach(Contender::resume);
        }
    }
}
