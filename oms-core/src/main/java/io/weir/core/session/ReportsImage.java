package io.weir.core.session;

import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.event.SessionEvent;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes reports as they were at one place of the log while queues go on: some at a time. A report never changes, so to hold the lot
 * of them is enough.
 */
final class ReportsImage {
    private final Deque<SessionEvent[]> queues = new ArrayDeque<>();
    private SnapshotWriter writer;
    private int next;

    /** Begins an image; the one before is written to its end. */
    void begin(final SnapshotWriter imageWriter) {
        if (!queues.isEmpty()) {
            throw new IllegalStateException("an image of the reports is being written");
        }
        writer = imageWriter;
    }

    /** Takes a queue as it is now. */
    void add(final ReportQueue queue) {
        queues.addLast(queue.toArray());
    }

    /**
     * Writes some more.
     *
     * @param most reports or queues.
     * @return whether anything is left.
     */
    boolean writeOn(final int most) {
        for (int i = 0; i < most && !queues.isEmpty(); i++) {
            final SessionEvent[] reports = queues.getFirst();
            if (next == 0) {
                writer.putInt(reports.length);
            }
            if (next < reports.length) {
                writer.putEvent(reports[next++]);
            }
            if (next == reports.length) {
                queues.removeFirst();
                next = 0;
            }
        }
        return !queues.isEmpty();
    }
}
