package io.weir.venue;

import io.weir.venue.report.VenueReport;
import io.weir.venue.report.VenueReportHandler;
import org.agrona.concurrent.ManyToOneConcurrentArrayQueue;

/**
 * Where reports wait between the threads of a venue's transport and the agent's {@code poll}. Bounded; what to do when it
 * is full is the transport's matter: stop reading its socket, or drop the connection and reconcile. It never drops one
 * itself.
 */
public final class ReportQueue {
    private final ManyToOneConcurrentArrayQueue<VenueReport> reports;

    /**
     * Makes an empty one.
     *
     * @param capacity 2 and more.
     */
    public ReportQueue(final int capacity) {
        reports = new ManyToOneConcurrentArrayQueue<>(capacity);
    }

    /**
     * Adds a report; any thread.
     *
     * @param report to be handed on.
     * @return false if it is full.
     */
    public boolean offer(final VenueReport report) {
        return reports.offer(report);
    }

    /**
     * Hands on what waits; the agent's thread only.
     *
     * @param handler gets each report once, in order.
     * @param limit   the most to hand on.
     * @return how many were.
     */
    public int poll(final VenueReportHandler handler, final int limit) {
        int polled = 0;
        while (polled < limit) {
            final VenueReport report = reports.poll();
            if (report == null) {
                break;
            }
            report.to(handler);
            polled++;
        }
        return polled;
    }

    /** {@return how many wait, about} */
    public int size() {
        return reports.size();
    }

    /** {@return how many fit in all} */
    public int capacity() {
        return reports.capacity();
    }
}
