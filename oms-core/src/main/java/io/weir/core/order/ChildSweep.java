package io.weir.core.order;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/**
 * A work list over the live orders at one venue: those that were live when it began, oldest first, a few at a time. Tells a
 * new start of the venue's edge where it stands, or cancels all.
 */
final class ChildSweep {
    final int venueId;

    /** Epoch of the edge that is told its standing; 0: cancels. */
    final int epoch;

    private final long lastChildOrderId;
    private ChildOrder next;

    private ChildSweep(final int venueId, final int epoch, final long lastChildOrderId, final ChildOrder next) {
        this.venueId = venueId;
        this.epoch = epoch;
        this.lastChildOrderId = lastChildOrderId;
        this.next = next;
    }

    static ChildSweep ofStanding(final int venueId, final int epoch, final ChildOrders children) {
        return new ChildSweep(venueId, epoch, children.lastChildOrderId(), children.firstAtVenue(venueId));
    }

    static ChildSweep ofKillSwitch(final int venueId, final ChildOrders children) {
        return new ChildSweep(venueId, 0, children.lastChildOrderId(), children.firstAtVenue(venueId));
    }

    boolean isStanding() {
        return epoch > 0;
    }

    /** {@return the next child order, or null if it is done} */
    ChildOrder take() {
        final ChildOrder child = next;
        if (child == null || child.childOrderId > lastChildOrderId) {
            next = null;
            return null;
        }
        next = child.nextAtVenue;
        return child;
    }

    /** A child order leaves the list that this walks. */
    void skip(final ChildOrder child) {
        if (next == child) {
            next = child.nextAtVenue;
        }
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(venueId);
        snapshot.putInt(epoch);
        snapshot.putLong(lastChildOrderId);
        snapshot.putLong(next == null ? 0 : next.childOrderId);
    }

    static ChildSweep readFrom(final SnapshotReader snapshot, final ChildOrders children) {
        final int venueId = snapshot.getInt();
        final int epoch = snapshot.getInt();
        final long lastChildOrderId = snapshot.getLong();
        final long nextId = snapshot.getLong();
        return new ChildSweep(venueId, epoch, lastChildOrderId, nextId == 0 ? null : children.find(nextId));
    }
}
