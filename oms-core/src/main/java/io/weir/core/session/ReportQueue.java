package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.event.SessionEvent;
import java.util.Arrays;

/** Reports in the order in which they came up, at most {@link #MAX_REPORTS}, within the node's budget; the oldest go first. */
final class ReportQueue {
    /** The most reports that one queue keeps. */
    static final int MAX_REPORTS = 100_000;

    private static final int INITIAL_CAPACITY = 16;

    private final UnprovenBudget budget;
    private SessionEvent[] reports = new SessionEvent[INITIAL_CAPACITY];
    private int head;
    private int size;

    ReportQueue(final UnprovenBudget budget) {
        this.budget = budget;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /**
     * Keeps a report; where a bound is met the oldest one goes, or this one if there is no older.
     *
     * @param report to keep.
     * @return false if a report was dropped for it; it is counted.
     */
    boolean add(final SessionEvent report) {
        boolean kept = true;
        if (size == MAX_REPORTS) {
            removeFirst();
            kept = false;
        }
        if (!budget.tryUse()) {
            kept = false;
            if (size == 0) {
                budget.countDropped();
                return false;
            }
            removeFirst();
            budget.tryUse();
        }
        if (size == reports.length) {
            grow();
        }
        reports[(head + size++) & (reports.length - 1)] = report;
        if (!kept) {
            budget.countDropped();
        }
        return kept;
    }

    /** {@return the oldest report; there is one} */
    SessionEvent first() {
        return reports[head];
    }

    /** {@return the oldest report, which is no longer kept} */
    SessionEvent removeFirst() {
        final SessionEvent report = reports[head];
        reports[head] = null;
        head = (head + 1) & (reports.length - 1);
        size--;
        budget.giveBack();
        return report;
    }

    void clear() {
        while (size > 0) {
            removeFirst();
        }
    }

    private void grow() {
        final int capacity = reports.length;
        final SessionEvent[] larger = Arrays.copyOfRange(reports, head, head + 2 * capacity);
        System.arraycopy(reports, 0, larger, capacity - head, head);
        reports = larger;
        head = 0;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(size);
        for (int i = 0; i < size; i++) {
            snapshot.putEvent(reports[(head + i) & (reports.length - 1)]);
        }
    }

    void readFrom(final SnapshotReader snapshot) {
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            if (!add((SessionEvent) snapshot.getEvent())) {
                throw new IllegalStateException("snapshot keeps more reports than the bounds allow");
            }
        }
    }
}
