package io.weir.venue.report;

/** What a venue knows of an order that it was asked for. */
public enum Presence {
    /** It is in the book or at work. */
    OPEN,
    /** It was canceled, by whomever. */
    CANCELED,
    /** Its time in force ended, or nothing was left to trade with. */
    EXPIRED,
    /** It is wholly traded. */
    FILLED,
    /** The venue had it and refused it: it never lived. */
    REFUSED,
    /** The venue does not know it: final only after the venue's visibility window. */
    ABSENT,
    /** No answer, or none that means anything: nothing is known. */
    COULD_NOT_ASK
}
