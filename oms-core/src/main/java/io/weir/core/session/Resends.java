package io.weir.core.session;

import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.fix.SessionRejectReason;

/**
 * What clients ask for again. A resend is a detour of the connection's stream at the place of its event: from and to are fixed
 * when the request is taken, one runs, and one, the newest, waits.
 */
final class Resends {
    private static final int BEGIN_SEQ_NO = 7;
    private static final int END_SEQ_NO = 16;

    private final SessionMessages messages;
    private final Connections connections;
    private final CoreClock clock;

    Resends(final SessionMessages messages, final Connections connections, final CoreClock clock) {
        this.messages = messages;
        this.connections = connections;
        this.clock = clock;
    }

    /**
     * Serves one ResendRequest; where its range is none it is rejected, where the client goes too far it is logged out.
     *
     * @param session that has the connection.
     * @param request whose number has been judged.
     */
    void serve(final FixSession session, final ResendRequestReceived request) {
        final long last = session.nextOut - 1;
        final long from = request.beginSeqNo();
        if (!session.resends.countRequest(clock.servedNs())) {
            connections.logoutAndClose(
                    session,
                    "more than " + RunningResends.MAX_REQUESTS + " ResendRequests within "
                            + RunningResends.WINDOW_NS / 1_000_000_000L + " s");
        } else if (from < 1 || from >= Bounds.MAX_SEQ_NUM) {
            reject(session, request, BEGIN_SEQ_NO, "BeginSeqNo(7) " + from + " is not from 1 to " + last);
        } else if (request.endSeqNo() != 0 && isNoEnd(request)) {
            reject(
                    session,
                    request,
                    END_SEQ_NO,
                    "EndSeqNo(16) " + request.endSeqNo() + " is neither 0 nor from " + from + " to "
                            + (Bounds.MAX_SEQ_NUM - 1));
        } else if (from > last) {
            connections.logoutAndClose(
                    session, "BeginSeqNo(7) " + from + " is above " + last + ", the last MsgSeqNum(34) sent");
        } else {
            session.unproven.proveTo(from - 1);
            run(session, from, request.endSeqNo() == 0 ? last : Math.min(request.endSeqNo(), last));
        }
    }

    /**
     * Writes a range again, now or when the one that is being written is done.
     *
     * @param session that has the connection.
     * @param from    1 and more.
     * @param to      at most the last number said.
     */
    void run(final FixSession session, final long from, final long to) {
        if (session.resends.isRunning()) {
            session.resends.waitingFrom = from;
            session.resends.waitingTo = to;
        } else {
            start(session, from, to);
        }
    }

    /** The acceptor has written a range whole. */
    void onDone(final FixSession session, final ResendDone done) {
        final RunningResends resends = session.resends;
        if (resends.runningId != done.resendId()) {
            return;
        }
        if (resends.runningEpoch == session.resetEpoch) {
            resends.markWritten(resends.runningFrom, resends.runningTo);
        }
        resends.runningId = 0;
        if (resends.isWaiting()) {
            final long from = resends.waitingFrom;
            final long to = resends.waitingTo;
            resends.waitingFrom = 0;
            resends.waitingTo = 0;
            start(session, from, to);
        }
    }

    private void start(final FixSession session, final long from, final long to) {
        final RunningResends resends = session.resends;
        resends.runningId = ++resends.lastId;
        resends.runningEpoch = session.resetEpoch;
        resends.runningFrom = from;
        resends.runningTo = to;
        messages.sayResend(session, resends.runningId, from, to);
    }

    private static boolean isNoEnd(final ResendRequestReceived request) {
        return request.endSeqNo() < request.beginSeqNo() || request.endSeqNo() >= Bounds.MAX_SEQ_NUM;
    }

    private void reject(
            final FixSession session, final ResendRequestReceived request, final int refTagId, final String text) {
        messages.sayReject(
                session, request.fix().msgSeqNum(), refTagId, "2", SessionRejectReason.VALUE_IS_INCORRECT, text);
    }
}
