package io.weir.benchmarks.nodes;

/** The set does not do what it has to; the message says what and shows why. */
final class SetFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SetFailed(final String message) {
        super(message);
    }
}
