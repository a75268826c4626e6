package io.weir.protocol.event;

import java.util.List;

/**
 * Why the router chose as it did.
 *
 * @param orderId OrderID(37).
 * @param round 1 for the first time.
 * @param choices one a venue, at most {@link io.weir.protocol.Bounds#MAX_VENUES}.
 */
public record OrderRouted(long orderId, int round, List<RouteChoice> choices) implements Event {
    public OrderRouted {
        choices = List.copyOf(choices);
    }

    @Override
    public void to(final EventHandler handler) {
        handler.onOrderRouted(this);
    }
}
