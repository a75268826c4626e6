package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.event.SessionEvent;

/** Reports in the order in which they came up, at most {@link #MAX_REPORTS}, within the node's budget; the oldest go first. */
final class ReportQueue {
    /** The most reports that one queue keeps. */
    static final int MAX_REPORTS = 100_000;

    private final UnprovenBudget budget;
    private Page first;
    private Page last;

    /** Index of the oldest report in the first page. */
    private int begin;

    /** Index behind the newest report in the last page. */
    private int end;

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
        append(report);
        if (!kept) {
            budget.countDropped();
        }
        return kept;
    }

    private void append(final SessionEvent report) {
        if (last == null || end == Page.SIZE) {
            final Page page = new Page();
            if (last == null) {
                first = page;
            } else {
                last.next = page;
            }
            last = page;
            end = 0;
        }
        last.reports[end] = report;
        last.numbers[end++] = report.session().msgSeqNum();
        size++;
    }

    /** {@return MsgSeqNum(34) of the oldest report; there is one} */
    long firstNumber() {
        return first.numbers[begin];
    }

    /** {@return the oldest report, which is no longer kept} */
    SessionEvent removeFirst() {
        final SessionEvent report = first.reports[begin];
        first.reports[begin++] = null;
        size--;
        if (size == 0) {
            begin = 0;
            end = 0;
        } else if (begin == Page.SIZE) {
            final Page next = first.next;
            first.next = null; // or a dead page in the old generation would keep its successors alive
            first = next;
            begin = 0;
        }
        budget.giveBack();
        return report;
    }

    void clear() {
        while (size > 0) {
            removeFirst();
        }
    }

    /** {@return the reports, oldest first} */
    SessionEvent[] toArray() {
        final SessionEvent[] all = new SessionEvent[size];
        int done = 0;
        int from = begin;
        for (Page page = first; page != null; page = page.next) {
            final int count = (page == last ? end : Page.SIZE) - from;
            System.arraycopy(page.reports, from, all, done, count);
            done += count;
            from = 0;
        }
        return all;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(size);
        for (final SessionEvent report : toArray()) {
            snapshot.putEvent(report);
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

    /**
     * Reports side by side, each with its number so that it need not be looked at when others come and go. Small, and young
     * while it is filled: to store a reference in an old array costs G1 a fence.
     */
    private static final class Page {
        static final int SIZE = 64;

        final SessionEvent[] reports = new SessionEvent[SIZE];
        final long[] numbers = new long[SIZE];
        Page next;
    }
}
