package io.weir.core.cluster;

import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;

/**
 * Makes threads whose end is noticed: a part of the node that has died without a word would leave the rest waiting. Some die by
 * what is thrown out of them, others just end: Agrona's AgentRunner reports what its agent throws at the start, and returns.
 */
final class WatchedThreads implements ThreadFactory {
    private final ThreadFactory threads;
    private final BiConsumer<String, Throwable> onEnd;

    /**
     * A factory on top of another.
     *
     * @param threads makes the threads.
     * @param onEnd   gets the name of a thread that has ended and what was thrown out of it, null if nothing was; on that
     *     thread.
     */
    WatchedThreads(final ThreadFactory threads, final BiConsumer<String, Throwable> onEnd) {
        this.threads = threads;
        this.onEnd = onEnd;
    }

    @Override
    public Thread newThread(final Runnable work) {
        return threads.newThread(() -> {
            TimerSlack.shorten();
            Throwable thrown = null;
            try {
                work.run();
            } catch (final Throwable e) {
                thrown = e;
            }
            onEnd.accept(Thread.currentThread().getName(), thrown);
        });
    }
}
