package io.weir.benchmarks.process;

/** A run cannot go on: what was started does not do what it must. The message says what and shows why. */
public class RunFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * What happened.
     *
     * @param message with the last words of whoever it was.
     */
    public RunFailed(final String message) {
        super(message);
    }

    /**
     * What happened, and why.
     *
     * @param message what.
     * @param cause   why.
     */
    public RunFailed(final String message, final Throwable cause) {
        super(message, cause);
    }
}
