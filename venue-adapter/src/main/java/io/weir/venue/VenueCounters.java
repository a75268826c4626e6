package io.weir.venue;

import java.util.concurrent.atomic.AtomicLong;

/** What one venue's agent counts: written by the agent's thread, read by anyone (metrics, health). */
public final class VenueCounters {
    /** Orders that may have left. */
    public final AtomicLong sent = new AtomicLong();

    /** Replaces that may have left. */
    public final AtomicLong replacesSent = new AtomicLong();

    /** Cancels that may have left, repeats included. */
    public final AtomicLong cancelsSent = new AtomicLong();

    /** Questions that left. */
    public final AtomicLong queriesSent = new AtomicLong();

    /** Executions reported, repeats included. */
    public final AtomicLong fills = new AtomicLong();

    /** Sends that went into doubt. */
    public final AtomicLong doubts = new AtomicLong();

    /** Doubts that the venue has resolved. */
    public final AtomicLong doubtsResolved = new AtomicLong();

    /** Reports that name no order of ours. */
    public final AtomicLong strangers = new AtomicLong();

    /** Fills that an order lacked, seen by the venue's own sum. */
    public final AtomicLong fillGaps = new AtomicLong();

    /** Orders refused because too many are followed. */
    public final AtomicLong overflows = new AtomicLong();

    /** Duty cycles in which the log took nothing though something waited. */
    public final AtomicLong backPressured = new AtomicLong();

    /** Sends that the adapter held back. */
    public final AtomicLong throttled = new AtomicLong();

    /** Reconciliations finished. */
    public final AtomicLong reconciliations = new AtomicLong();

    /** Failures to write the send log. */
    public final AtomicLong sendLogFailures = new AtomicLong();

    /** Orders and replaces that wait to be sent, and cancels. */
    public final AtomicLong waiting = new AtomicLong();

    /** Orders followed. */
    public final AtomicLong followed = new AtomicLong();
}
