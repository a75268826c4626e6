package io.weir.simulator.fault;

/** What a venue can do wrong. Not every protocol has every kind; a front says which it supports. */
public enum FaultKind {
    /** The request is swallowed: not executed, not answered; the connection stays. */
    SILENT_BEFORE,
    /** The request is executed, but neither answer nor reports leave until the customer connects again. */
    SILENT_AFTER,
    /** The connection is dropped, the request not executed. */
    DROP_BEFORE,
    /** The request is executed, then the connection is dropped without an answer. */
    DROP_AFTER,
    /** Answered with a server error, not executed. */
    ERROR_BEFORE,
    /** Executed, then answered with a server error. */
    ERROR_AFTER,
    /** Answered as if a rate limit was exceeded, not executed. */
    RATE_LIMIT,
    /** The report of an execution leaves twice. */
    DUPLICATE_REPORT,
    /** Reports leave late, by the arming's delay, in their order. */
    DELAY_REPORT,
    /** One depth update is lost between two others. */
    DEPTH_GAP,
    /** For the arming's delay after an order was accepted, queries deny it. */
    HIDE_ORDER
}
