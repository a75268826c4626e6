package io.weir.simulator.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The ledger could not be written or read; a venue that meets this stops answering, for it can no longer keep its word. */
public final class LedgerException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    LedgerException(final String message, final IOException cause) {
        super(message, cause);
    }
}
