package io.weir.rest.report;

import io.weir.protocol.command.VenueState;
import io.weir.venue.ReportQueue;
import io.weir.venue.report.ConnectionChanged;
import io.weir.venue.report.VenueReport;
import io.weir.venue.report.VenueReportHandler;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Carries reports from the event loop to the agent's thread and knows which change of the connection the agent has seen.
 * What the queue does not take is held here in order; while anything is held, the loop reads no stream and begins no
 * request, so that what is held is bounded by what was already on its way.
 */
public final class ReportOutlet {
    /** A change of the connection: the agent has seen it once it was handed this many reports. */
    private record Change(long reportCount, boolean connected) {}

    private final ReportQueue queue;
    private final ArrayDeque<VenueReport> held = new ArrayDeque<>();
    private final Queue<Change> changes = new ConcurrentLinkedQueue<>();
    private final Runnable wakeLoop;
    private final Runnable whenClear;
    private volatile Runnable onNews = () -> {};
    private long said;
    private volatile long lastChange;
    private volatile long connection;
    private volatile boolean clogged;
    private volatile boolean connectedNow;
    private long polled;
    private boolean connectedSeen;

    /**
     * Makes an empty one.
     *
     * @param capacity  reports that may wait for the agent, 2 and more.
     * @param wakeLoop  has {@link #drain} called on the event loop soon; any thread.
     * @param whenClear called on the event loop when nothing is held any more.
     */
    public ReportOutlet(final int capacity, final Runnable wakeLoop, final Runnable whenClear) {
        this.queue = new ReportQueue(capacity);
        this.wakeLoop = wakeLoop;
        this.whenClear = whenClear;
    }

    /**
     * Takes what to run whenever there is something to poll.
     *
     * @param wake for the event loop.
     */
    public void onNews(final Runnable wake) {
        onNews = wake;
    }

    /**
     * Says a report; event loop only.
     *
     * @param report for the agent.
     */
    public void say(final VenueReport report) {
        said++;
        if (report instanceof ConnectionChanged) {
            noteChange(((ConnectionChanged) report).state() != VenueState.DOWN);
        }
        if (clogged || !queue.offer(report)) {
            held.add(report);
            clogged = true;
        }
        onNews.run();
    }

    private void noteChange(final boolean connected) {
        if (connected != connectedNow) {
            connectedNow = connected;
            connection = said;
        }
        changes.add(new Change(said, connected));
        lastChange = said;
    }

    /** Moves on what is held; event loop only. */
    public void drain() {
        if (!clogged) {
            return;
        }
        while (!held.isEmpty() && queue.offer(held.peek())) {
            held.poll();
        }
        if (held.isEmpty()) {
            clogged = false;
            whenClear.run();
        }
    }

    /** {@return whether something is held: begin nothing that makes more reports; any thread} */
    public boolean isClogged() {
        return clogged;
    }

    /**
     * Hands reports on; the agent's thread only.
     *
     * @param handler gets each report once, in order.
     * @param limit   the most to hand on.
     * @return how many were.
     */
    public int poll(final VenueReportHandler handler, final int limit) {
        int count = 0;
        while (count < limit && queue.poll(handler, 1) == 1) {
            count++;
            polled++;
            see();
        }
        if (clogged && queue.size() < queue.capacity() / 2) {
            wakeLoop.run();
        }
        return count;
    }

    private void see() {
        Change change = changes.peek();
        while (change != null && change.reportCount <= polled) {
            connectedSeen = change.connected;
            changes.poll();
            change = changes.peek();
        }
    }

    /** {@return whether a connection is up, as the last change handed on says; the agent's thread only} */
    public boolean isConnectedSeen() {
        return connectedSeen;
    }

    /** {@return whether the connection is up and the agent has seen that it is; the agent's thread only} */
    public boolean isUsable() {
        return connectedNow && lastChange <= polled && connectedSeen;
    }

    /** {@return the number of the connection that is up now; a later one has a higher number; any thread} */
    public long connection() {
        return connection;
    }
}
