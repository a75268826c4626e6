package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.event.SessionEvent;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * A session's reports that nothing has proved the client to have: what a reset must not lose. <em>Carried</em> are those of
 * an earlier reset epoch that were written on the present connection before it: they can no longer be asked for, the next
 * sign that the client reads on proves them.
 */
final class UnprovenReports {
    private final ReportQueue carried;
    private final ReportQueue reports;
    private long provenTo;
    private long droppedTo;
    private long dropped;

    UnprovenReports(final UnprovenBudget budget) {
        carried = new ReportQueue(budget);
        reports = new ReportQueue(budget);
    }

    /** {@return the highest number that the client surely has, in this reset epoch} */
    long provenTo() {
        return provenTo;
    }

    int size() {
        return carried.size() + reports.size();
    }

    /** {@return how many reports were dropped by a bound and may be missing at the client} */
    long dropped() {
        return dropped;
    }

    void add(final SessionEvent report) {
        if (!reports.add(report)) {
            dropped++;
            droppedTo = reports.isEmpty() ? report.session().msgSeqNum() : reports.firstNumber() - 1;
        }
    }

    /**
     * Takes a proof.
     *
     * @param msgSeqNum the client has all messages of this reset epoch up to here; 0 proves nothing.
     */
    void proveTo(final long msgSeqNum) {
        if (msgSeqNum < 1) {
            return;
        }
        provenTo = Math.max(provenTo, msgSeqNum);
        carried.clear();
        while (!reports.isEmpty() && reports.firstNumber() <= provenTo) {
            reports.removeFirst();
        }
        if (droppedTo <= provenTo) {
            dropped = 0;
        }
    }

    boolean hasCarried() {
        return !carried.isEmpty();
    }

    /**
     * Hands over what was carried over a reset on a connection that is gone: nobody can ask for it any more.
     *
     * @param target takes it, oldest first.
     */
    void moveCarried(final Deque<SessionEvent> target) {
        while (!carried.isEmpty()) {
            target.addLast(carried.removeFirst());
        }
    }

    /**
     * Begins a new reset epoch.
     *
     * @param target  takes what has to be said again, oldest first.
     * @param written says of a report that it was written on the connection that asks for the reset.
     */
    void reset(final Deque<SessionEvent> target, final Predicate<SessionEvent> written) {
        while (!reports.isEmpty()) {
            final SessionEvent report = reports.removeFirst();
            if (written.test(report)) {
                carried.add(report);
            } else {
                target.addLast(report);
            }
        }
        provenTo = 0;
        dropped = 0;
        droppedTo = 0;
    }

    /** Adds the reports to an image. */
    void addTo(final ReportsImage image) {
        image.add(carried);
        image.add(reports);
    }

    /** Reads the reports back from where the image was written. */
    void readTail(final SnapshotReader tail) {
        carried.readFrom(tail);
        reports.readFrom(tail);
    }

    /** Writes all, but not the reports if the snapshot has a tail. */
    void writeTo(final SnapshotWriter snapshot) {
        if (snapshot.tailWriter().isEmpty()) {
            carried.writeTo(snapshot);
            reports.writeTo(snapshot);
        }
        snapshot.putLong(provenTo);
        snapshot.putLong(droppedTo);
        snapshot.putLong(dropped);
    }

    void readFrom(final SnapshotReader snapshot) {
        if (snapshot.tailReader().isEmpty()) {
            carried.readFrom(snapshot);
            reports.readFrom(snapshot);
        }
        provenTo = snapshot.getLong();
        droppedTo = snapshot.getLong();
        dropped = snapshot.getLong();
    }
}
