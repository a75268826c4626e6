package io.weir.core.cluster;

/** A node does not start, and the operator can do something about it; the message says what. */
public final class NodeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeRefusedException(final String message) {
        super(message);
    }

    NodeRefusedException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
