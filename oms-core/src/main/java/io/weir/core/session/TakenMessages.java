package io.weir.core.session;

import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.HeartbeatReceived;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.OrderCancelReplaceRequest;
import io.weir.protocol.command.OrderCancelRequest;
import io.weir.protocol.command.OrderStatusRequest;
import io.weir.protocol.command.RejectReceived;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.TestRequestReceived;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.event.BusinessMessageReject;
import io.weir.protocol.fix.BusinessRejectReason;
import io.weir.protocol.fix.SessionRejectReason;

/** What a message does once its number is taken. */
final class TakenMessages {
    static final String MAY_HAVE_BEEN_WORKED =
            "sent before this gateway lost power and perhaps worked then; if you still want it, send it under a new ClOrdID(11)";

    private static final long REJECT_TOLD_AGAIN_NS = 1_000_000_000L;

    private final SessionMessages messages;
    private final Connections connections;
    private final Resends resends;
    private final ClientRequests requests;
    private final CoreClock clock;

    TakenMessages(
            final SessionMessages messages,
            final Connections connections,
            final Resends resends,
            final ClientRequests requests,
            final CoreClock clock) {
        this.messages = messages;
        this.connections = connections;
        this.resends = resends;
        this.requests = requests;
        this.clock = clock;
    }

    /**
     * Gives a message its effect.
     *
     * @param session that has the connection.
     * @param message whose number is taken; no SequenceReset.
     * @param held    it was held above a gap.
     */
    void take(final FixSession session, final FixInbound message, final boolean held) {
        if (message instanceof NewOrderSingle order) {
            if (admit(session, order, order.clOrdId()) && isNew(session, order, order.clOrdId())) {
                requests.onNewOrderSingle(session.sessionId, order);
            }
        } else if (message instanceof OrderCancelRequest cancel) {
            if (admit(session, cancel, cancel.clOrdId())) {
                requests.onOrderCancelRequest(session.sessionId, cancel);
            }
        } else if (message instanceof OrderCancelReplaceRequest replace) {
            if (admit(session, replace, replace.clOrdId()) && isNew(session, replace, replace.clOrdId())) {
                requests.onOrderCancelReplaceRequest(session.sessionId, replace);
            }
        } else if (message instanceof OrderStatusRequest status) {
            if (admit(session, status, status.clOrdId())) {
                requests.onOrderStatusRequest(session.sessionId, status);
            }
        } else {
            takeAdministrative(session, message, held);
        }
    }

    private void takeAdministrative(final FixSession session, final FixInbound message, final boolean held) {
        if (message instanceof HeartbeatReceived heartbeat) {
            onHeartbeat(session, heartbeat);
        } else if (message instanceof TestRequestReceived test) {
            messages.sayHeartbeat(session, test.testReqId());
        } else if (message instanceof ResendRequestReceived request) {
            if (!held) {
                resends.serve(session, request); // a held one was served when it came
            }
        } else if (message instanceof LogoutReceived) {
            connections.onLogout(session, true);
        } else if (message instanceof RejectReceived reject) {
            onReject(session, reject);
        } else if (message instanceof InvalidReceived invalid) {
            onInvalid(session, invalid);
        } else if (message instanceof LogonReceived logon) {
            onSecondLogon(session, logon);
        } else {
            throw new IllegalStateException(message.getClass().getSimpleName() + " has no effect as a taken message");
        }
    }

    /** Counts an application message; above the limit it has used its number and is refused. */
    private boolean admit(final FixSession session, final FixInbound message, final String refId) {
        final int limit = session.settings.maxMessagesPerSecond();
        if (limit == 0
                || isAskedFor(session, message)
                || session.throttle.admit(message.fix().receivedNs(), limit)) {
            return true;
        }
        sayBusinessReject(
                session,
                message,
                refId,
                BusinessRejectReason.OTHER,
                "more than " + limit + " application messages within a second, the limit of this session");
        return false;
    }

    /** What may have been worked before power was lost, and forgotten by it, is refused: an order sent twice is two orders. */
    private boolean isNew(final FixSession session, final FixInbound message, final String refId) {
        if (message.fix().msgSeqNum() >= session.inDoubtBelow) {
            return true;
        }
        sayBusinessReject(session, message, refId, BusinessRejectReason.OTHER, MAY_HAVE_BEEN_WORKED);
        return false;
    }

    /** What we have asked the client to send again comes as fast as it can: that is no flood of the client's making. */
    private static boolean isAskedFor(final FixSession session, final FixInbound message) {
        return message.fix().possDup() && message.fix().msgSeqNum() <= session.gap.askedTo;
    }

    private void onHeartbeat(final FixSession session, final HeartbeatReceived heartbeat) {
        if (session.life.testSeqNum != 0 && heartbeat.testReqId().equals(SessionMessages.testReqId(session))) {
            session.unproven.proveTo(session.life.testSeqNum);
            session.life.testSeqNum = 0;
        }
    }

    private void onReject(final FixSession session, final RejectReceived reject) {
        if (clock.servedNs() - session.rejectToldNs >= REJECT_TOLD_AGAIN_NS) {
            session.rejectToldNs = clock.servedNs();
            messages.alert(
                    session, "the client rejects our MsgSeqNum(34) " + reject.refSeqNum() + ": " + reject.text());
        }
    }

    private void onInvalid(final FixSession session, final InvalidReceived invalid) {
        if (invalid.verdict() == Verdict.BUSINESS_REJECT) {
            sayBusinessReject(session, invalid, invalid.businessRejectRefId(), businessReason(invalid), invalid.text());
        } else {
            sayReject(session, invalid);
        }
    }

    /** Says the Reject that a verdict asks for. */
    void sayReject(final FixSession session, final InvalidReceived invalid) {
        messages.sayReject(
                session,
                invalid.fix().msgSeqNum(),
                invalid.refTagId(),
                invalid.refMsgType(),
                sessionReason(invalid),
                invalid.text());
    }

    private void onSecondLogon(final FixSession session, final LogonReceived logon) {
        if (logon.fix().msgSeqNum() != session.logonSeqNum) {
            messages.sayReject(
                    session,
                    logon.fix().msgSeqNum(),
                    0,
                    "A",
                    SessionRejectReason.OTHER,
                    "Logon(A) on a connection that is logged on, without ResetSeqNumFlag(141)=Y");
        }
    }

    private void sayBusinessReject(
            final FixSession session,
            final FixInbound message,
            final String refId,
            final BusinessRejectReason reason,
            final String text) {
        messages.say(new BusinessMessageReject(
                messages.next(session.sessionId),
                message.fix().msgSeqNum(),
                MsgTypes.of(message),
                refId,
                reason,
                Bounds.cutText(text)));
    }

    private static SessionRejectReason sessionReason(final InvalidReceived invalid) {
        for (final SessionRejectReason reason : SessionRejectReason.values()) {
            if (reason.code() == invalid.reason()) {
                return reason;
            }
        }
        return SessionRejectReason.OTHER;
    }

    private static BusinessRejectReason businessReason(final InvalidReceived invalid) {
        for (final BusinessRejectReason reason : BusinessRejectReason.values()) {
            if (reason.code() == invalid.reason()) {
                return reason;
            }
        }
        return BusinessRejectReason.OTHER;
    }
}
