package io.weir.venue.agent;

import io.weir.protocol.VenueClOrdIds;
import java.util.Iterator;
import org.agrona.collections.Long2ObjectHashMap;
import org.agrona.collections.LongHashSet;

/**
 * The orders that the agent follows, found by our number and by each ClOrdID that the venue may name, which has that number
 * in it. Numbers of closed ones stay for a while, for fills that come late.
 */
final class FollowedOrders {
    /** Late fills come within seconds; this is some minutes of heavy trading. */
    static final int MAX_CLOSED = 65_536;

    private final Long2ObjectHashMap<FollowedOrder> byChildOrderId = new Long2ObjectHashMap<>();
    private final LongHashSet closed = new LongHashSet();

    /** The same numbers in turn; the next place is that of the longest closed. */
    private final long[] closedInTurn = new long[MAX_CLOSED];

    private int nextClosed;
    private String prefix = "";

    /** Every id of ours at venues begins with it; known from the standing on, and no venue speaks before. */
    void prefix(final String idPrefix) {
        prefix = idPrefix;
    }

    /** {@return our number in a ClOrdID, {@link VenueClOrdIds#NOT_OURS} if it is none of ours} */
    long numberIn(final String venueClOrdId) {
        return prefix.isEmpty() ? VenueClOrdIds.NOT_OURS : VenueClOrdIds.childOrderId(venueClOrdId, prefix);
    }

    void add(final FollowedOrder order) {
        byChildOrderId.put(order.childOrderId, order);
    }

    FollowedOrder find(final long childOrderId) {
        return byChildOrderId.get(childOrderId);
    }

    /** {@return the order that the venue knows, or knew, or may know by this ClOrdID, null if none is followed} */
    FollowedOrder find(final String venueClOrdId) {
        final FollowedOrder order = byChildOrderId.get(numberIn(venueClOrdId));
        return order != null && order.isNamed(venueClOrdId) ? order : null;
    }

    /** {@return our number of an order that is followed or was not long ago, 0 if unknown} */
    long childOrderIdOf(final String venueClOrdId) {
        final long childOrderId = numberIn(venueClOrdId);
        return find(venueClOrdId) != null || closed.contains(childOrderId) ? childOrderId : 0;
    }

    /** No longer follows an order; its number stays known for late fills. */
    void remove(final FollowedOrder order) {
        if (byChildOrderId.remove(order.childOrderId) == null) {
            return;
        }
        closed.remove(closedInTurn[nextClosed]);
        closedInTurn[nextClosed] = order.childOrderId;
        closed.add(order.childOrderId);
        nextClosed = (nextClosed + 1) % MAX_CLOSED;
    }

    int size() {
        return byChildOrderId.size();
    }

    Iterator<FollowedOrder> iterator() {
        return byChildOrderId.values().iterator();
    }
}
