package io.weir.store.projection;

/** The store and the journal do not belong together: the store is to be built again. */
final class JournalMismatch extends Exception {
    private static final long serialVersionUID = 1L;

    JournalMismatch(final String message) {
        super(message);
    }
}
