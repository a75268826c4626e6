package io.weir.venue.agent;

import org.agrona.collections.LongArrayList;

/** Questions to the venue about one order or replace, until it proves what became of it. */
final class Inquiry {
    private static final int MAX_BACKOFF = 16;

    final FollowedOrder order;
    final boolean ofReplace;

    /** From when on a question that is answered "not known" proves that the order does not live. */
    long absentCountsFromNs;

    /** The transport has proved that the venue never took it. */
    boolean neverReceived;

    private final LongArrayList askedNs = new LongArrayList(2, Long.MIN_VALUE);
    private long waitNs;
    private int turn;

    Inquiry(final FollowedOrder order, final boolean ofReplace, final long absentCountsFromNs) {
        this.order = order;
        this.ofReplace = ofReplace;
        this.absentCountsFromNs = absentCountsFromNs;
    }

    /** {@return whether it still runs} */
    boolean isLive() {
        return (ofReplace ? order.replaceInquiry : order.inquiry) == this;
    }

    /** {@return the number of a new turn to ask: those set before it are void} */
    int nextTurn() {
        return ++turn;
    }

    boolean isTurn(final int number) {
        return turn == number;
    }

    void onAsked(final long nowNs) {
        askedNs.addLong(nowNs);
    }

    /**
     * Matches an answer with its question. One that was never answered makes this answer look older than it is: then it is
     * asked once more than needed, never believed too early.
     *
     * @return whether "not known" in this answer proves anything.
     */
    boolean onAnswered() {
        if (askedNs.isEmpty()) {
            return false;
        }
        final long asked = askedNs.removeAt(0);
        return neverReceived || asked - absentCountsFromNs >= 0;
    }

    /** The connection is gone: what was asked on it will not be answered any more. */
    void onDisconnected() {
        askedNs.clear();
    }

    /** {@return when to ask again if no answer proves anything until then} */
    long nextNs(final long nowNs, final long intervalNs) {
        waitNs = waitNs == 0 ? intervalNs : Math.min(2 * waitNs, MAX_BACKOFF * intervalNs);
        final long untilAbsentCountsNs = absentCountsFromNs - nowNs;
        return nowNs + (untilAbsentCountsNs > intervalNs ? Math.min(waitNs, untilAbsentCountsNs) : waitNs);
    }
}
