package io.weir.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGTERM or Ctrl-C, and holds the JVM's end back until the gateway has stopped in order. Opened before anything is
 * started and closed when all is stopped.
 */
final class Lifetime implements AutoCloseable {
    private static final int STOP_S = 30;

    private final CountDownLatch endAsked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Lifetime() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onShutdown, "weir-shutdown"));
    }

    /** Runs when a signal came, and when the command has ended by itself; only then is there nothing to wait for. */
    private void onShutdown() {
        if (ended.getCount() == 0) {
            return;
        }
        endAsked.countDown();
        try {
            if (ended.await(STOP_S, TimeUnit.SECONDS)) {
                Runtime.getRuntime().halt(0); // stopped in order is success; the JVM would say 143
            }
            System.err.println("gateway: did not stop in order within " + STOP_S + " s");
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Blocks until the process is asked to end. */
    void awaitEnd() {
        try {
            endAsked.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is stopped; the process may end. */
    @Override
    public void close() {
        ended.countDown();
    }
}
