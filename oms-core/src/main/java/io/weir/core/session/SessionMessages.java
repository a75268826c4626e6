package io.weir.core.session;

import io.weir.core.Outbox;
import io.weir.core.time.CoreClock;
import io.weir.core.time.DeadlineKind;
import io.weir.core.time.Deadlines;
import io.weir.protocol.Bounds;
import io.weir.protocol.event.Alert;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.ResendRequestSent;
import io.weir.protocol.event.SessionEvent;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.event.TestRequestSent;
import io.weir.protocol.fix.SessionRejectReason;

/**
 * The one place where messages to clients get their numbers. A number is taken when the message is said, so there is never
 * one without the other. While reports are said again after a reset, new reports wait behind them.
 */
final class SessionMessages implements SessionOutbox {
    /** Reports said again for each new one that waits behind them: the waiting line grows shorter with every report. */
    private static final int AGAIN_PER_NEW = 2;

    private final FixSessions sessions;
    private final Outbox outbox;
    private final CoreClock clock;
    private final Deadlines deadlines;

    SessionMessages(final FixSessions sessions, final Outbox outbox, final CoreClock clock, final Deadlines deadlines) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.clock = clock;
        this.deadlines = deadlines;
    }

    @Override
    public SessionHeader next(final int sessionId) {
        final FixSession session = sessions.get(sessionId);
        return header(session, session.writableConnectionId());
    }

    @Override
    public void say(final SessionEvent message) {
        final FixSession session = sessions.get(message.session().sessionId());
        if (session.sayAgain.isEmpty()) {
            sayReport(session, message);
            return;
        }
        session.sayAgain.addLast(message);
        sayWaiting(session, AGAIN_PER_NEW);
    }

    /**
     * Says reports that wait, oldest first.
     *
     * @param session whose.
     * @param limit   the most of them.
     * @return how many were said; for what is left a deadline is set.
     */
    int sayWaiting(final FixSession session, final int limit) {
        int said = 0;
        while (said < limit && !session.sayAgain.isEmpty()) {
            final SessionEvent report = session.sayAgain.removeFirst();
            sayReport(session, SaidAgain.withHeader(report, next(session.sessionId)));
            said++;
        }
        if (!session.sayAgain.isEmpty() && !session.sayAgainDue) {
            session.sayAgainDue = deadlines.set(clock.servedNs(), DeadlineKind.SAY_AGAIN, session.sessionId);
        }
        return said;
    }

    /** {@return the header of the session's next message, to be written by its present connection} */
    SessionHeader header(final FixSession session) {
        return header(session, session.connectionId);
    }

    /** {@return the header of the session's next message, to be written by the connection given} */
    SessionHeader header(final FixSession session, final long connectionId) {
        return new SessionHeader(session.sessionId, connectionId, session.nextOut, session.lastEventPosition);
    }

    /** Says a message made with the session's next header. */
    void sayNumbered(final FixSession session, final SessionEvent message) {
        if (message.session().msgSeqNum() != session.nextOut) {
            throw new IllegalStateException("session " + session.sessionId + " says MsgSeqNum "
                    + message.session().msgSeqNum() + " instead of " + session.nextOut);
        }
        session.index.onMessage(session.nextOut, outbox.position());
        session.nextOut++;
        session.life.lastSaidNs = clock.servedNs();
        session.lastEventPosition = outbox.say(message);
    }

    void sayHeartbeat(final FixSession session, final String testReqId) {
        sayNumbered(session, new HeartbeatSent(header(session), testReqId));
    }

    /** Says a TestRequest; its Heartbeat will prove everything up to it. */
    void sayTestRequest(final FixSession session) {
        session.life.testSeqNum = session.nextOut;
        session.life.testSaidNs = clock.servedNs();
        sayNumbered(session, new TestRequestSent(header(session), testReqId(session)));
    }

    /** {@return TestReqID(112) of our last TestRequest: reset epoch and number, so that none is ever used twice} */
    static String testReqId(final FixSession session) {
        return session.resetEpoch + "-" + session.life.testSeqNum;
    }

    void sayResendRequest(final FixSession session) {
        sayNumbered(session, new ResendRequestSent(header(session), session.nextIn, 0));
    }

    void sayReject(
            final FixSession session,
            final long refSeqNum,
            final int refTagId,
            final String refMsgType,
            final SessionRejectReason reason,
            final String text) {
        sayNumbered(
                session,
                new RejectSent(header(session), refSeqNum, refTagId, refMsgType, reason, Bounds.cutText(text)));
    }

    /** Says a Logout to any connection of the client, its present one or one that is refused. */
    void sayLogout(final FixSession session, final long connectionId, final String text) {
        sayNumbered(session, new LogoutSent(header(session, connectionId), Bounds.cutText(text)));
    }

    /** Says that a range is to be written again; that is no message and takes no number. */
    void sayResend(final FixSession session, final long resendId, final long from, final long to) {
        final SessionHeader header =
                new SessionHeader(session.sessionId, session.connectionId, 0, session.lastEventPosition);
        session.lastEventPosition = outbox.say(new Resend(header, resendId, from, to, session.index.startFor(from)));
    }

    void alert(final FixSession session, final String text) {
        outbox.say(new Alert(session.subject(), Bounds.cutText(text)));
    }

    private void sayReport(final FixSession session, final SessionEvent report) {
        sayNumbered(session, report);
        if (SaidAgain.outlivesReset(report)) {
            session.unproven.add(report);
        }
    }
}
