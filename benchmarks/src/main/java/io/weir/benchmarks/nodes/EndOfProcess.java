package io.weir.benchmarks.nodes;

import org.agrona.CloseHelper;

/** Sees to it that nothing outlives this process when it is ended from outside: a signal ends the children too. */
final class EndOfProcess implements AutoCloseable {
    private final Thread hook;

    /**
     * Watches from now on.
     *
     * @param children what is closed when a signal comes.
     */
    EndOfProcess(final AutoCloseable children) {
        hook = new Thread(() -> CloseHelper.quietClose(children), "end-of-process");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** There is nothing to end any more. */
    @Override
    public void close() {
        if (Thread.currentThread() != hook) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (final IllegalStateException e) {
                // The process is ending: the hook is at work.
            }
        }
    }
}
