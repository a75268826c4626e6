package io.weir.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits for SIGTERM or Ctrl-C, and holds the JVM's end back until the gateway has stopped in order. Made before anything is
 * started.
 */
final class Lifetime {
    private static final int STOP_S = 30;

    private final CountDownLatch endAsked = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    Lifetime() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::onSignal, "weir-shutdown"));
    }

    private void onSignal() {
        endAsked.countDown();
        try {
            if (!ended.await(STOP_S, TimeUnit.SECONDS)) {
                System.err.println("the gateway did not stop in order within " + STOP_S + " s");
            }
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

    /** The gateway has stopped; the process may end. */
    void ended() {
        ended.countDown();
    }
}
