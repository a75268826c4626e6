package io.weir.core.cluster;

/** The tail of a snapshot is not there or not what was written. */
final class DamagedTailException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DamagedTailException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
