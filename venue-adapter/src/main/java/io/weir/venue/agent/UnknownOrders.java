package io.weir.venue.agent;

import io.weir.protocol.VenueClOrdIds;
import io.weir.venue.VenueAdapter;
import io.weir.venue.report.OpenOrderFound;
import io.weir.venue.request.VenueCancel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the last reconciliation found open at the venue under an id of ours that the core does not know: orders of a past that
 * a loss of power has taken from the log. They are shown to an operator, and canceled only if the operator says so. On the
 * agent's thread.
 */
final class UnknownOrders {
    /** More are counted by their absence from the list only. */
    static final int MAX_KEPT = 10_000;

    private final FollowedOrders orders;
    private final Map<String, OpenOrderFound> found = new LinkedHashMap<>();

    UnknownOrders(final FollowedOrders orders) {
        this.orders = orders;
    }

    /** A reconciliation begins: what is open will be told anew. */
    void clear() {
        found.clear();
    }

    /** {@return whether it is one of ours that the core does not know} */
    boolean add(final OpenOrderFound report) {
        final String id = report.venueClOrdId();
        final boolean isUnknown = orders.numberIn(id) != VenueClOrdIds.NOT_OURS && orders.childOrderIdOf(id) == 0;
        if (isUnknown && found.size() < MAX_KEPT) {
            found.put(id, report);
        }
        return isUnknown;
    }

    List<OpenOrderFound> all() {
        return List.copyOf(found.values());
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /**
     * Asks the venue to cancel them; a cancel may be repeated.
     *
     * @param adapter of the venue.
     * @param sender  names cancels.
     * @return whether all that is known here was asked for; those that were are known no longer, a reconciliation tells what
     *     became of them.
     */
    boolean cancel(final VenueAdapter adapter, final OrderSender sender) {
        for (final OpenOrderFound order : new ArrayList<>(found.values())) {
            final VenueCancel cancel = new VenueCancel(
                    orders.numberIn(order.venueClOrdId()),
                    sender.nextCancelClOrdId(),
                    order.venueClOrdId(),
                    order.venueOrderId(),
                    order.symbol(),
                    order.side(),
                    order.orderQty());
            if (!adapter.tryCancel(cancel)) {
                return false;
            }
            found.remove(order.venueClOrdId());
        }
        return true;
    }
}
