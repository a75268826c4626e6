package io.weir.store.projection;

import java.util.concurrent.atomic.AtomicLong;

/** What the projector has done since the start of the process. Written by its thread, read by any. */
public final class ProjectorCounters {
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong batches = new AtomicLong();
    private final AtomicLong seenAgain = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong setAside = new AtomicLong();
    private final AtomicLong deletedRows = new AtomicLong();

    ProjectorCounters() {}

    void onBatch(final int newEvents) {
        batches.setRelease(batches.getPlain() + 1);
        events.setRelease(events.getPlain() + newEvents);
    }

    void onSeenAgain(final long count) {
        seenAgain.setRelease(seenAgain.getPlain() + count);
    }

    void onFailure() {
        failures.setRelease(failures.getPlain() + 1);
    }

    void onSetAside() {
        setAside.setRelease(setAside.getPlain() + 1);
    }

    void onDeleted(final long count) {
        deletedRows.setRelease(deletedRows.getPlain() + count);
    }

    /** {@return events that are stored} */
    public long events() {
        return events.get();
    }

    /** {@return transactions with rows or positions} */
    public long batches() {
        return batches.get();
    }

    /** {@return events that were stored already and came again} */
    public long seenAgain() {
        return seenAgain.get();
    }

    /** {@return times the database could not be opened or written, or the journal not be read} */
    public long failures() {
        return failures.get();
    }

    /** {@return databases set aside} */
    public long setAside() {
        return setAside.get();
    }

    /** {@return rows deleted because they were older than the retention} */
    public long deletedRows() {
        return deletedRows.get();
    }
}
