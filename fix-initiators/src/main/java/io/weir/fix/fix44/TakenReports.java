package io.weir.fix.fix44;

import io.weir.fix.session.FixInbound;
import io.weir.fix.session.VenueFixSession;
import java.util.ArrayDeque;

/**
 * Which of the venue's messages the command log holds, reports counted back to message numbers. The session may forget a
 * message only when all its reports, and those of all messages before it, are taken.
 */
final class TakenReports {
    /**
     * A message with reports.
     *
     * @param lastReport count of its last report.
     * @param seq        its MsgSeqNum(34).
     * @param generation of the session's numbers.
     */
    private record Reported(long lastReport, int seq, int generation) {}

    private final ArrayDeque<Reported> untaken = new ArrayDeque<>();
    private final VenueFixSession session;
    private long translated;
    private long handedOn;
    private long taken;
    private int drainedGeneration;
    private int drainedTo;

    TakenReports(final VenueFixSession session) {
        this.session = session;
    }

    /** A report was handed to the agent. */
    void onHandedOn() {
        handedOn++;
    }

    /**
     * An item of the queue was translated.
     *
     * @param item    the item.
     * @param waiting reports that wait to be handed on now, those of this item included.
     */
    void onTranslated(final FixInbound item, final int waiting) {
        final long reportsNow = handedOn + waiting;
        if (reportsNow > translated) {
            translated = reportsNow;
            if (item.seq() > 0) {
                untaken.add(new Reported(reportsNow, item.seq(), item.generation()));
            }
        }
    }

    /**
     * Everything that was queued is translated and handed on.
     *
     * @param generation of the session's numbers, read before.
     * @param expected   the session's next number, read before: all messages below it were queued by then.
     */
    void onDrained(final int generation, final int expected) {
        drainedGeneration = generation;
        drainedTo = expected;
        tell();
    }

    /** The agent says how many reports the log holds the outcome of. */
    void onTaken(final long reportCount) {
        taken = reportCount;
        while (!untaken.isEmpty() && untaken.peek().lastReport() <= taken) {
            untaken.poll();
        }
        tell();
    }

    private void tell() {
        if (untaken.isEmpty()) {
            if (drainedTo > 0) {
                session.taken(drainedGeneration, drainedTo);
            }
            return;
        }
        final Reported first = untaken.peek();
        session.taken(first.generation(), first.seq());
    }
}
