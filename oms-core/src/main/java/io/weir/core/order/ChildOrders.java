package io.weir.core.order;

import io.weir.protocol.Bounds;
import java.util.ArrayList;
import java.util.List;

/**
 * All orders at venues whose client orders are remembered, by our id; and for each venue the live ones in a list by rising
 * id. Counts childOrderId.
 */
final class ChildOrders {
    /** More replaces of one order than a venue answers within what a loss of power can take. */
    private static final short LOST_REVISIONS = 1_000;

    /** Leaves room for replaces to come. */
    private static final int MAX_REVISION = Short.MAX_VALUE - LOST_REVISIONS;

    final List<ChildSweep> sweeps = new ArrayList<>();
    final OrdersImage image = new OrdersImage();
    private final ChildOrderPages byId = new ChildOrderPages();
    private final ChildOrder[] firstAtVenue = new ChildOrder[Bounds.MAX_VENUES + 1];
    private final ChildOrder[] lastAtVenue = new ChildOrder[Bounds.MAX_VENUES + 1];
    private long lastChildOrderId;
    private int live;

    long nextChildOrderId() {
        return ++lastChildOrderId;
    }

    long lastChildOrderId() {
        return lastChildOrderId;
    }

    void lastChildOrderId(final long id) {
        lastChildOrderId = id;
    }

    /** Goes on beyond ids, and beyond revisions of live orders, that a lost past may have sent to venues. */
    void raiseIds(final long by) {
        lastChildOrderId += by;
        for (final ChildOrder first : firstAtVenue) {
            for (ChildOrder child = first; child != null; child = child.nextAtVenue) {
                image.before(child.order);
                child.lastRevision = (short) Math.min(MAX_REVISION, child.lastRevision + LOST_REVISIONS);
            }
        }
    }

    /** {@return the child order, or null} */
    ChildOrder find(final long childOrderId) {
        final ChildOrder child = byId.find(childOrderId);
        if (child != null) {
            image.before(child.order);
        }
        return child;
    }

    ChildOrder firstAtVenue(final int venueId) {
        return firstAtVenue[venueId];
    }

    /** {@return how many are live, at all venues} */
    int live() {
        return live;
    }

    /** Takes a child order that is live; the newest of its venue. */
    void open(final ChildOrder child) {
        byId.put(child);
        link(child);
    }

    /** Takes a child order whose end is known; it is only looked up. */
    void addDead(final ChildOrder child) {
        byId.put(child);
    }

    void link(final ChildOrder child) {
        final int venueId = child.venue().venueId();
        child.previousAtVenue = lastAtVenue[venueId];
        if (child.previousAtVenue == null) {
            firstAtVenue[venueId] = child;
        } else {
            child.previousAtVenue.nextAtVenue = child;
        }
        lastAtVenue[venueId] = child;
        child.venue().onOrderOpened();
        live++;
    }

    /** The end of a child order is proved. */
    void close(final ChildOrder child) {
        if (child.isDead) {
            throw new IllegalStateException("closed twice: " + child);
        }
        for (int i = 0; i < sweeps.size(); i++) {
            sweeps.get(i).skip(child);
        }
        final int venueId = child.venue().venueId();
        if (child.previousAtVenue == null) {
            firstAtVenue[venueId] = child.nextAtVenue;
        } else {
            child.previousAtVenue.nextAtVenue = child.nextAtVenue;
        }
        if (child.nextAtVenue == null) {
            lastAtVenue[venueId] = child.previousAtVenue;
        } else {
            child.nextAtVenue.previousAtVenue = child.previousAtVenue;
        }
        child.previousAtVenue = null;
        child.nextAtVenue = null;
        child.isDead = true;
        child.order.liveChildren--;
        child.venue().onOrderClosed();
        live--;
    }

    void forget(final ChildOrder child) {
        byId.remove(child.childOrderId);
    }
}
