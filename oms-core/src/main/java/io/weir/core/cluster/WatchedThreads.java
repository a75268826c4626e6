package io.weir.core.cluster;

import java.util.concurrent.ThreadFactory;
import java.util.function.BiConsumer;

/** Makes threads whose death is noticed: a part of the node that has died without a word would leave the rest waiting. */
final class WatchedThreads implements ThreadFactory {
    private final ThreadFactory threads;
    private final BiConsumer<String, Throwable> onDeath;

    /**
     * A factory on top of another.
     *
     * @param threads makes the threads.
     * @param onDeath gets the name of a thread that something was thrown out of, and what was thrown; on that thread.
     */
    WatchedThreads(final ThreadFactory threads, final BiConsumer<String, Throwable> onDeath) {
        this.threads = threads;
        this.onDeath = onDeath;
    }

    @Override
    public Thread newThread(final Runnable work) {
        return threads.newThread(() -> {
            try {
                work.run();
            } catch (final Throwable e) {
                onDeath.accept(Thread.currentThread().getName(), e);
            }
        });
    }
}
