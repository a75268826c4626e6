package io.weir.venue.agent;

import java.util.ArrayDeque;

/**
 * Orders that have left and have no answer, oldest first. One that is answered is let go as soon as those before it are: at
 * most as many are held as leave within the time that an answer may take.
 */
final class Unanswered {
    private final ArrayDeque<FollowedOrder> sent = new ArrayDeque<>();
    private final long patienceNs;

    /** @param patienceNs how long an answer may take. */
    Unanswered(final long patienceNs) {
        this.patienceNs = patienceNs;
    }

    /** An order has left, none of those before it later. */
    void onSent(final FollowedOrder order) {
        sent.add(order);
    }

    /** {@return the oldest if its answer should have come by now, null if there is none} */
    FollowedOrder pollOverdue(final long nowNs) {
        FollowedOrder oldest = sent.peek();
        while (oldest != null && !oldest.isUnanswered()) {
            sent.poll();
            oldest = sent.peek();
        }
        return oldest != null && nowNs - oldest.sentNs >= patienceNs ? sent.poll() : null;
    }
}
