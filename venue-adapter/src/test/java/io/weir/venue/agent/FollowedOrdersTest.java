package io.weir.venue.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.weir.protocol.VenueClOrdIds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowedOrdersTest {
    private final FollowedOrders orders = new FollowedOrders();

    @BeforeEach
    void begin() {
        orders.prefix(Story.PREFIX);
    }

    @Test
    void shouldFindAnOrderByEachIdThatTheVenueMayName() {
        final FollowedOrder order = follow(1);
        order.replace = Story.replace(1, 1, false);
        assertSame(order, orders.find("W1-1"));
        assertSame(order, orders.find("W1-1-1"));
        assertNull(orders.find("W1-1-2"));

        order.applyReplace();
        assertEquals("W1-1-1", order.venueClOrdId);
        assertSame(order, orders.find("W1-1"));

        order.replace = Story.replace(1, 2, false);
        order.dropReplace();
        assertSame(order, orders.find("W1-1-2"));
        assertEquals(1, orders.childOrderIdOf("W1-1-2"));
    }

    @Test
    void shouldFindNoneByAnIdThatIsNotOurs() {
        follow(1);
        for (final String id : new String[] {"", "-", "1", "W1", "W1-", "W1-2", "W2-1", "W1-1x", "VENUE-77", "W1-!"}) {
            assertNull(orders.find(id), id);
            assertEquals(0, orders.childOrderIdOf(id), id);
        }
    }

    @Test
    void shouldKnowTheNumberOfAClosedOrderForAWhile() {
        final FollowedOrder order = follow(1);
        orders.remove(order);
        orders.remove(order);
        assertNull(orders.find("W1-1"));
        assertNull(orders.find(1));
        for (int i = 2; i <= FollowedOrders.MAX_CLOSED; i++) {
            orders.remove(follow(i));
        }
        assertEquals(1, orders.childOrderIdOf("W1-1"));
        orders.remove(follow(FollowedOrders.MAX_CLOSED + 1));
        assertEquals(0, orders.childOrderIdOf("W1-1"));
        assertEquals(2, orders.childOrderIdOf("W1-2"));
        assertEquals(0, orders.size());
    }

    private FollowedOrder follow(final long childOrderId) {
        final FollowedOrder order = new FollowedOrder(Story.order(childOrderId));
        assertEquals(VenueClOrdIds.of(Story.PREFIX, childOrderId, 0), order.venueClOrdId);
        orders.add(order);
        return order;
    }
}
