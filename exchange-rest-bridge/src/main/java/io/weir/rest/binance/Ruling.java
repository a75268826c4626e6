package io.weir.rest.binance;

/**
 * What an answer proves about a request.
 *
 * @param kind what it proves.
 * @param code the venue's own, {@link #NO_CODE} if it gave none.
 * @param text the venue's own words, or ours where it has none.
 */
record Ruling(Kind kind, int code, String text) {
    /** The venue's codes are below zero. */
    static final int NO_CODE = 0;

    /** What an answer can prove. */
    enum Kind {
        /** It was done; the body says what. */
        DONE,
        /** It was looked at and refused. */
        REFUSED,
        /** An order with the same client id is open: the request was refused, but an order of that id lives. */
        DUPLICATE_ID,
        /** The order to be canceled is not open: filled, canceled, or never there. */
        NOT_OPEN,
        /** A query finds no such order: not proof of anything yet. */
        NOT_FOUND,
        /** The order was closed long ago without any fill, and its record is put away. */
        ARCHIVED,
        /** Refused for a limit, not processed. */
        RATE_LIMITED,
        /** Refused because our time and the venue's differ. */
        CLOCK_SKEWED,
        /** The key, its rights or its address are refused: nothing will work until somebody acts. */
        KEY_REFUSED,
        /** It may have been done or not. */
        UNKNOWN
    }

    boolean is(final Kind other) {
        return kind == other;
    }
}
