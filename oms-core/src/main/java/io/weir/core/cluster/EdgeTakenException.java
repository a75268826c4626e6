package io.weir.core.cluster;

/**
 * Another process works under this edge's id, and the log has granted it a newer epoch. The edge must close all it holds
 * and its process must end: nothing that it says counts any more.
 */
public final class EdgeTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EdgeTakenException(final String message) {
        super(message);
    }
}
