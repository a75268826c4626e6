package io.weir.benchmarks.client;

import io.weir.benchmarks.process.RunFailed;

/** The server has broken FIX's rules or the connection, so that there is nothing to measure. */
public final class LoadException extends RunFailed {
    private static final long serialVersionUID = 1L;

    /**
     * What happened.
     *
     * @param message with field and value.
     */
    public LoadException(final String message) {
        super(message);
    }

    /**
     * What happened, and why.
     *
     * @param message what.
     * @param cause   why.
     */
    public LoadException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
