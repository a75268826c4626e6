package io.weir.venue.agent;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * The orders that the agent follows, found by our id and by each ClOrdID that the venue may name. Ids of closed ones stay
 * for a while, for fills that come late.
 */
final class FollowedOrders {
    /** Late fills come within seconds; this is some minutes of heavy trading. */
    static final int MAX_CLOSED = 65_536;

    private final Long2ObjectHashMap<FollowedOrder> byChildOrderId = new Long2ObjectHashMap<>();
    private final Map<String, FollowedOrder> byVenueClOrdId = new HashMap<>();
    private final Map<String, Long> closed = new ClosedIds();

    void add(final FollowedOrder order) {
        byChildOrderId.put(order.childOrderId, order);
        byVenueClOrdId.put(order.venueClOrdId, order);
    }

    /** The venue may name the order by this id too. */
    void addId(final FollowedOrder order, final String venueClOrdId) {
        byVenueClOrdId.put(venueClOrdId, order);
    }

    FollowedOrder find(final long childOrderId) {
        return byChildOrderId.get(childOrderId);
    }

    FollowedOrder find(final String venueClOrdId) {
        return byVenueClOrdId.get(venueClOrdId);
    }

    /** {@return our id of an order that is followed or was not long ago, 0 if unknown} */
    long childOrderIdOf(final String venueClOrdId) {
        final FollowedOrder order = byVenueClOrdId.get(venueClOrdId);
        if (order != null) {
            return order.childOrderId;
        }
        final Long childOrderId = closed.get(venueClOrdId);
        return childOrderId == null ? 0 : childOrderId;
    }

    /** No longer follows an order; its ids stay known for late fills. */
    void remove(final FollowedOrder order) {
        byChildOrderId.remove(order.childOrderId);
        forget(order, order.venueClOrdId);
        if (order.replace != null) {
            forget(order, order.replace.venueClOrdId());
        }
        if (order.formerIds != null) {
            order.formerIds.forEach(id -> forget(order, id));
        }
    }

    private void forget(final FollowedOrder order, final String venueClOrdId) {
        byVenueClOrdId.remove(venueClOrdId);
        closed.put(venueClOrdId, order.childOrderId);
    }

    int size() {
        return byChildOrderId.size();
    }

    Iterator<FollowedOrder> iterator() {
        return byChildOrderId.values().iterator();
    }

    /** Our ids by the venue's; the longest closed goes first. */
    private static final class ClosedIds extends LinkedHashMap<String, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(final Map.Entry<String, Long> eldest) {
            return size() > MAX_CLOSED;
        }
    }
}
