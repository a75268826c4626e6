package io.weir.ops.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Waits for what another thread answers, so long and no longer, and holds up nobody meanwhile. Called on the event loop; the
 * answer is made there, too, and once.
 */
final class Patience {
    private final Vertx vertx;
    private final long limitMs;

    /**
     * Waits on an event loop.
     *
     * @param vertx   whose loop it is.
     * @param limitMs how long, above zero.
     */
    Patience(final Vertx vertx, final long limitMs) {
        this.vertx = vertx;
        this.limitMs = limitMs;
    }

    /**
     * Waits.
     *
     * @param asked  completes, or fails, on any thread.
     * @param told   answers what it completes with.
     * @param failed answers its failure.
     * @param late   answers when it has done neither in time; what comes behind is passed over.
     * @return the one answer.
     */
    <T> Future<Answer> await(
            final CompletionStage<T> asked,
            final Function<T, Answer> told,
            final Function<Throwable, Answer> failed,
            final Supplier<Answer> late) {
        final Promise<Answer> promise = Promise.promise();
        final Context eventLoop = vertx.getOrCreateContext();
        final long timer = vertx.setTimer(limitMs, id -> promise.tryComplete(late.get()));
        asked.whenComplete((value, fault) -> eventLoop.runOnContext(nothing -> {
            vertx.cancelTimer(timer);
            promise.tryComplete(fault == null ? told.apply(value) : failed.apply(fault));
        }));
        return promise.future();
    }
}
