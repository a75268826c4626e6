package io.weir.core.session;

import io.weir.core.time.CoreClock;
import io.weir.core.time.DeadlineKind;
import io.weir.core.time.Deadlines;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.SequenceResetReceived;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.fix.SessionRejectReason;

/**
 * Numbers in: takes, holds, ignores or refuses each message of a logged-on client by its MsgSeqNum(34). The table of rules is
 * in {@code docs/fix-sessions.md}.
 */
final class NumberGate {
    /** Messages taken from above a closed gap within one command or timer. */
    static final int HELD_AT_ONCE = 64;

    private static final int MSG_SEQ_NUM = 34;
    private static final int NEW_SEQ_NO = 36;
    private static final int ORIG_SENDING_TIME = 122;

    private final SessionMessages messages;
    private final Connections connections;
    private final Gaps gaps;
    private final Resends resends;
    private final TakenMessages taken;
    private final Deadlines deadlines;
    private final CoreClock clock;

    NumberGate(
            final SessionMessages messages,
            final Connections connections,
            final Gaps gaps,
            final Resends resends,
            final TakenMessages taken,
            final Deadlines deadlines,
            final CoreClock clock) {
        this.messages = messages;
        this.connections = connections;
        this.gaps = gaps;
        this.resends = resends;
        this.taken = taken;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * Judges one message.
     *
     * @param session that has the connection it came from.
     * @param message anything but the Logon that opened the connection or one that resets.
     */
    void judge(final FixSession session, final FixInbound message) {
        final long msgSeqNum = message.fix().msgSeqNum();
        if (message instanceof InvalidReceived invalid && endsSession(invalid)) {
            endBy(session, invalid);
        } else if (message instanceof SequenceResetReceived reset && !reset.gapFill()) {
            onReset(session, reset);
        } else if (msgSeqNum < 1) {
            connections.logoutAndClose(session, "MsgSeqNum(34) is missing");
        } else if (msgSeqNum >= Bounds.MAX_SEQ_NUM && !(message instanceof LogoutReceived)) {
            rejectNumber(session, message, MSG_SEQ_NUM, "MsgSeqNum(34) " + msgSeqNum);
        } else if (msgSeqNum == session.nextIn) {
            take(session, message, false);
            takeHeld(session, HELD_AT_ONCE);
        } else if (msgSeqNum < session.nextIn) {
            onLower(session, message);
        } else {
            onHigher(session, message);
        }
    }

    private void take(final FixSession session, final FixInbound message, final boolean held) {
        session.nextIn = message.fix().msgSeqNum() + 1;
        if (message instanceof SequenceResetReceived gapFill) {
            onGapFill(session, gapFill);
        } else {
            taken.take(session, message, held);
        }
    }

    /**
     * Takes what was held, in order, as far as nothing is missing; sees to what is missing then, and to what is left over.
     *
     * @param session any.
     * @param limit   the most messages.
     * @return how many were taken.
     */
    int takeHeld(final FixSession session, final int limit) {
        if (session.held.isEmpty()) {
            return 0;
        }
        session.held.dropBelow(session.nextIn);
        int done = 0;
        while (done < limit && session.held.beginsWith(session.nextIn)) {
            take(session, session.held.takeFirst(), true);
            session.held.dropBelow(session.nextIn);
            done++;
        }
        if (session.held.beginsWith(session.nextIn)) {
            comeAgain(session);
        } else {
            gaps.askBelowHeld(session);
        }
        return done;
    }

    private void comeAgain(final FixSession session) {
        if (!session.takeHeldDue) {
            session.takeHeldDue = deadlines.set(clock.servedNs(), DeadlineKind.TAKE_HELD, session.sessionId);
        }
    }

    private void onLower(final FixSession session, final FixInbound message) {
        if (message instanceof LogoutReceived) {
            connections.onLogout(session, false);
        } else if (!message.fix().possDup()) {
            connections.logoutAndClose(
                    session, tooLow(session.nextIn, message.fix().msgSeqNum()));
        } else if (message instanceof InvalidReceived invalid && invalid.refTagId() == ORIG_SENDING_TIME) {
            taken.sayReject(session, invalid); // PossDupFlag(43)=Y without OrigSendingTime(122) takes no number
        }
    }

    /** {@return the Text of a Logout that refuses a number} */
    static String tooLow(final long expected, final long received) {
        return "MsgSeqNum(34) too low, expecting " + expected + " but received " + received;
    }

    private void onHigher(final FixSession session, final FixInbound message) {
        if (message instanceof LogoutReceived) {
            connections.onLogout(session, false);
            return;
        }
        if (message instanceof ResendRequestReceived request
                && !session.held.has(message.fix().msgSeqNum())) {
            resends.serve(session, request); // at once, or both sides wait for each other
            if (!session.isLoggedOn()) {
                return;
            }
        }
        gaps.hold(session, message);
        takeHeld(session, HELD_AT_ONCE);
    }

    private void onGapFill(final FixSession session, final SequenceResetReceived gapFill) {
        final long newSeqNo = gapFill.newSeqNo();
        if (newSeqNo >= Bounds.MAX_SEQ_NUM) {
            rejectNumber(session, gapFill, NEW_SEQ_NO, "NewSeqNo(36) " + newSeqNo);
        } else if (newSeqNo < session.nextIn) {
            messages.sayReject(
                    session,
                    gapFill.fix().msgSeqNum(),
                    NEW_SEQ_NO,
                    "4",
                    SessionRejectReason.VALUE_IS_INCORRECT,
                    "NewSeqNo(36) " + newSeqNo + " is not above MsgSeqNum(34) "
                            + gapFill.fix().msgSeqNum());
        } else {
            session.nextIn = newSeqNo;
        }
    }

    /** SequenceReset without gap fill: whatever its own number says. */
    private void onReset(final FixSession session, final SequenceResetReceived reset) {
        final long newSeqNo = reset.newSeqNo();
        if (newSeqNo >= Bounds.MAX_SEQ_NUM) {
            rejectNumber(session, reset, NEW_SEQ_NO, "NewSeqNo(36) " + newSeqNo);
        } else if (newSeqNo < session.nextIn) {
            messages.sayReject(
                    session,
                    reset.fix().msgSeqNum(),
                    NEW_SEQ_NO,
                    "4",
                    SessionRejectReason.VALUE_IS_INCORRECT,
                    "NewSeqNo(36) " + newSeqNo + " is below " + session.nextIn + ", the MsgSeqNum(34) expected");
        } else {
            session.nextIn = newSeqNo;
            takeHeld(session, HELD_AT_ONCE);
        }
    }

    private void rejectNumber(
            final FixSession session, final FixInbound message, final int refTagId, final String what) {
        messages.sayReject(
                session,
                message.fix().msgSeqNum(),
                refTagId,
                MsgTypes.of(message),
                SessionRejectReason.VALUE_IS_INCORRECT,
                what + " is not below " + Bounds.MAX_SEQ_NUM);
    }

    private static boolean endsSession(final InvalidReceived invalid) {
        return invalid.verdict() == Verdict.REJECT_AND_LOGOUT || invalid.verdict() == Verdict.LOGOUT;
    }

    private void endBy(final FixSession session, final InvalidReceived invalid) {
        if (invalid.fix().msgSeqNum() == session.nextIn) {
            session.nextIn++;
        }
        if (invalid.verdict() == Verdict.REJECT_AND_LOGOUT) {
            taken.sayReject(session, invalid);
        }
        connections.logoutAndClose(session, invalid.text());
    }
}
