package io.weir.benchmarks.contender;

import io.weir.benchmarks.client.LoadSession;
import java.time.Duration;

/** One program that is measured, running. Used by the one thread that measures. */
public interface Contender extends AutoCloseable {
    /** {@return its name in tables} */
    String name();

    /** {@return the port on 127.0.0.1 that takes FIX} */
    int fixPort();

    /** {@return the client's session with it; one for all rounds} */
    LoadSession session();

    /** {@return processor time that all its processes have used so far} */
    Duration cpu();

    /**
     * Whether it has nothing left to do but wait.
     *
     * @throws io.weir.benchmarks.client.LoadException if one of its processes has ended.
     */
    boolean isReady();

    /** Stops all its processes where they are, until {@link #resume}. For a few seconds only: what is silent for longer is taken for gone. */
    void suspend();

    /** They go on; nothing if they run. Any thread. */
    void resume();

    @Override
    void close();
}
