package io.weir.rest.binance;

/** How far a book may be trusted. */
enum BookState {
    /** No snapshot yet, or a new one is being fetched. */
    RESYNCING,
    /** Numbers of updates are missing: what it shows is wrong. */
    GAP,
    /** Complete up to the last update. */
    LIVE,
    /** No connection, or it has fallen silent. */
    STALE
}
