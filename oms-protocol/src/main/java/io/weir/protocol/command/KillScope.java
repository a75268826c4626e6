package io.weir.protocol.command;

/** What a kill switch covers. */
public enum KillScope {
    /** Everything. */
    ALL,
    /** One account. */
    ACCOUNT,
    /** One venue: it is left out by the router. */
    VENUE,
    /** One symbol. */
    INSTRUMENT;
}
