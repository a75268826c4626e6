package io.weir.store;

/** The store cannot answer now: not open yet, held by another process, out of reach, or too slow. Ask again later. */
public final class StoreUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param reason one sentence without secrets.
     * @param cause  what the database said, or null.
     */
    public StoreUnavailable(final String reason, final Throwable cause) {
        super(reason, cause);
    }
}
