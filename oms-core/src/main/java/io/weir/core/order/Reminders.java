package io.weir.core.order;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayDeque;

/**
 * Child orders to look at again after a fixed delay, soonest first. Entries are never taken out early: who looks again finds
 * out by the stamp whether there is still a reason.
 */
final class Reminders implements Snapshotable {
    private final long delayNs;
    private final ArrayDeque<Reminder> queue = new ArrayDeque<>();

    Reminders(final long delayNs) {
        this.delayNs = delayNs;
    }

    void add(final ChildOrder child, final long stamp, final long nowNs) {
        queue.addLast(new Reminder(child.childOrderId, stamp, nowNs + delayNs));
    }

    /** {@return the next entry that is due, or null} */
    Reminder pollDue(final long nowNs) {
        final Reminder first = queue.peekFirst();
        return first == null || first.dueNs() > nowNs ? null : queue.pollFirst();
    }

    boolean hasDue(final long nowNs) {
        final Reminder first = queue.peekFirst();
        return first != null && first.dueNs() <= nowNs;
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(queue.size());
        for (final Reminder reminder : queue) {
            snapshot.putLong(reminder.childOrderId());
            snapshot.putLong(reminder.stamp());
            snapshot.putLong(reminder.dueNs());
        }
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        for (int i = snapshot.getInt(); i > 0; i--) {
            final long childOrderId = snapshot.getLong();
            final long stamp = snapshot.getLong();
            queue.addLast(new Reminder(childOrderId, stamp, snapshot.getLong()));
        }
    }

    /**
     * One child order to look at again.
     *
     * @param childOrderId which.
     * @param stamp        what was the case; if it is no more, there is nothing to do.
     * @param dueNs        when, in time of service.
     */
    record Reminder(long childOrderId, long stamp, long dueNs) {}
}
