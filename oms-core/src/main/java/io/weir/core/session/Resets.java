package io.weir.core.session;

import io.weir.protocol.event.SessionEvent;

/** ResetSeqNumFlag(141)=Y: the numbers begin anew on both sides, and no report is lost by it. */
final class Resets {
    /** Reports said again in the same call as the Logon reply; what is left follows as a work list. */
    static final int AGAIN_AT_ONCE = 256;

    private final SessionMessages messages;

    Resets(final SessionMessages messages) {
        this.messages = messages;
    }

    /**
     * Begins the numbers anew at 1 and lines up what has to be said again. Our reply comes next, then {@link #sayAgain}.
     *
     * @param session      whose.
     * @param connectionId whose Logon asks for it: what was written there before will be read there before.
     */
    void begin(final FixSession session, final long connectionId) {
        final long droppedBefore = session.unproven.dropped();
        final long dropped = droppedBefore + lineUp(session, connectionId);
        session.resetEpoch++;
        session.nextIn = 1;
        session.inDoubtBelow = 0;
        session.nextOut = 1;
        session.highNumbersTold = false;
        session.held.clear();
        session.gap.clear();
        session.index.clear();
        session.resends.onReset();
        session.life.testSeqNum = 0;
        if (dropped > 0) {
            messages.alert(
                    session, dropped + " reports or more before ResetSeqNumFlag(141)=Y were too many to say again");
        }
    }

    /** {@return how many of the oldest were too many} */
    private static int lineUp(final FixSession session, final long connectionId) {
        final SessionEvent[] waiting = session.sayAgain.toArray(new SessionEvent[0]);
        session.sayAgain.clear();
        session.unproven.reset(session.sayAgain, report -> isWritten(session, report, connectionId));
        mark(session);
        for (final SessionEvent report : waiting) {
            session.sayAgain.addLast(report);
        }
        final int tooMany = Math.max(0, session.sayAgain.size() - ReportQueue.MAX_REPORTS);
        for (int i = 0; i < tooMany; i++) {
            session.sayAgain.removeFirst();
        }
        return tooMany;
    }

    private static boolean isWritten(final FixSession session, final SessionEvent report, final long connectionId) {
        return report.session().connectionId() == connectionId
                || session.resends.isWritten(report.session().msgSeqNum());
    }

    /**
     * Lines up what was written before a reset on a connection that is gone now: it cannot be asked for.
     *
     * @param session that has just got another connection.
     */
    void lineUpCarried(final FixSession session) {
        if (session.unproven.hasCarried()) {
            final SessionEvent[] waiting = session.sayAgain.toArray(new SessionEvent[0]);
            session.sayAgain.clear();
            session.unproven.moveCarried(session.sayAgain);
            mark(session);
            for (final SessionEvent report : waiting) {
                session.sayAgain.addLast(report);
            }
        }
    }

    /** Says what is lined up, behind the Logon reply. */
    void sayAgain(final FixSession session) {
        messages.sayWaiting(session, AGAIN_AT_ONCE);
    }

    private static void mark(final FixSession session) {
        for (int i = session.sayAgain.size(); i > 0; i--) {
            session.sayAgain.addLast(SaidAgain.asPossResend(session.sayAgain.removeFirst()));
        }
    }
}
