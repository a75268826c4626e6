package io.weir.venue.book;

/** Whether a book can be trusted. */
public enum BookState {
    /** Whole, in step with the venue's stream. */
    LIVE,
    /** Something of the stream is missing: not to be trusted, and to be asked for anew. */
    GAP,
    /** Asked for, not there yet. */
    RESYNCING,
    /** In step as far as is known, but nothing was heard for too long. */
    STALE
}
