package io.weir.venue.agent;

import org.agrona.collections.LongHashSet;

/**
 * How many orders may be on their way to the venue without a word about them. A flood is let through at the pace at which
 * the venue answers: what waits here can still be canceled without asking, and a broken connection leaves few in doubt.
 */
final class SendWindow {
    private final LongHashSet onTheWay = new LongHashSet();
    private final int most;

    SendWindow(final int most) {
        this.most = most;
    }

    /** {@return how many more may leave now} */
    int room() {
        return Math.max(0, most - onTheWay.size());
    }

    void onSent(final FollowedOrder order) {
        onTheWay.add(order.childOrderId);
    }

    /** The venue has answered, or the order is in doubt, which is another's care. */
    void onSettled(final FollowedOrder order) {
        onTheWay.remove(order.childOrderId);
    }
}
