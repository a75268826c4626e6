package io.weir.benchmarks.torture;

/** The run cannot go on: what is tortured does not do what it must. */
final class TortureFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TortureFailed(final String message) {
        super(message);
    }
}
