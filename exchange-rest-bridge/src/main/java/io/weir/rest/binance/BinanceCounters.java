package io.weir.rest.binance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What the adapter counts: written on the event loop and the agent's thread, read by anyone (metrics, health). */
public final class BinanceCounters {
    /** Connections of the user stream that came up. */
    public final AtomicLong connections = new AtomicLong();

    /** Attempts to connect that failed. */
    public final AtomicLong connectFailures = new AtomicLong();

    /** Requests of all kinds that were answered. */
    public final AtomicLong answers = new AtomicLong();

    /** Requests that may have left and were not answered. */
    public final AtomicLong unanswered = new AtomicLong();

    /** Requests that surely did not leave, though a connection seemed to be up. */
    public final AtomicLong notSent = new AtomicLong();

    /** Answers with a 5xx, or with nothing that means anything. */
    public final AtomicLong unknownAnswers = new AtomicLong();

    /** Answers that say a limit is reached. */
    public final AtomicLong rateLimited = new AtomicLong();

    /** Answers that say our time is off. */
    public final AtomicLong clockSkewed = new AtomicLong();

    /** Executions heard of more than once and handed on once. */
    public final AtomicLong repeatedFills = new AtomicLong();

    /** Events of the user stream of a kind that has no meaning here. */
    public final AtomicLong unknownEvents = new AtomicLong();

    /** Messages that could not be read. */
    public final AtomicLong unreadable = new AtomicLong();

    /** Open orders at the venue, seen while reconciling, that are none of ours. */
    public final AtomicLong strayOpenOrders = new AtomicLong();

    /** Gaps in the numbers of a depth stream. */
    public final AtomicLong depthGaps = new AtomicLong();

    /** Snapshots of books fetched. */
    public final AtomicLong depthSnapshots = new AtomicLong();

    /** Connections of the depth stream that were lost. */
    public final AtomicLong depthLosses = new AtomicLong();

    /** Faults of our own on the event loop; the connection was made anew after each. */
    public final AtomicLong loopFaults = new AtomicLong();

    /** {@return all counts by name, in a fixed order} */
    public Map<String, Long> values() {
        final Map<String, Long> values = new LinkedHashMap<>();
        values.put("connections", connections.get());
        values.put("connect-failures", connectFailures.get());
        values.put("answers", answers.get());
        values.put("unanswered", unanswered.get());
        values.put("not-sent", notSent.get());
        values.put("unknown-answers", unknownAnswers.get());
        values.put("rate-limited", rateLimited.get());
        values.put("clock-skewed", clockSkewed.get());
        values.put("repeated-fills", repeatedFills.get());
        values.put("unknown-events", unknownEvents.get());
        values.put("unreadable", unreadable.get());
        values.put("stray-open-orders", strayOpenOrders.get());
        values.put("depth-gaps", depthGaps.get());
        values.put("depth-snapshots", depthSnapshots.get());
        values.put("depth-losses", depthLosses.get());
        values.put("loop-faults", loopFaults.get());
        return values;
    }
}
