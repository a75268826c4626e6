package io.weir.acceptor;

import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.LogoutReceived;
import io.weir.protocol.command.NewOrderSingle;
import io.weir.protocol.command.ResendRequestReceived;
import io.weir.protocol.command.TestRequestReceived;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.Event;
import io.weir.protocol.event.HeartbeatSent;
import io.weir.protocol.event.LogonSent;
import io.weir.protocol.event.LogoutSent;
import io.weir.protocol.event.RejectSent;
import io.weir.protocol.event.Resend;
import io.weir.protocol.event.SessionHeader;
import io.weir.protocol.fix.SessionRejectReason;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** As much of a core as a conversation needs: it answers, and judges nothing. */
public final class TestCore implements Consumer<Command> {
    private final TestLog log;
    private final Map<Long, Session> byConnection = new HashMap<>();
    private final Map<String, Session> byCompId = new HashMap<>();
    private long resendId;

    public TestCore(final TestLog log) {
        this.log = log;
    }

    /** A client's session: its number out, its connection, where it began. */
    public static final class Session {
        private final int id;
        private long connectionId;
        private long nextOut = 1;
        private long startPosition;
        private long previous;

        Session(final int id) {
            this.id = id;
        }
    }

    @Override
    public void accept(final Command command) {
        if (command instanceof LogonReceived) {
            logon((LogonReceived) command);
        } else if (command instanceof FixInbound) {
            final Session session =
                    byConnection.get(((FixInbound) command).fix().connectionId());
            if (session != null) {
                answer(session, (FixInbound) command);
            }
        }
    }

    public Session session(final String compId) {
        return byCompId.get(compId);
    }

    /** Says a report to the session, on its connection if it has one. */
    public void report(final Session session, final String clOrdId) {
        say(session, Reports.accepted(next(session), clOrdId));
    }

    public SessionHeader next(final Session session) {
        return new SessionHeader(session.id, session.connectionId, session.nextOut++, session.previous);
    }

    public void say(final Session session, final Event event) {
        session.previous = log.say(event);
    }

    public void away(final Session session) {
        session.connectionId = ConnectionId.NONE;
    }

    private void logon(final LogonReceived logon) {
        final Session session = byCompId.computeIfAbsent(logon.senderCompId(), id -> new Session(byCompId.size() + 1));
        if (session.nextOut == 1) {
            session.startPosition = log.position();
        }
        session.connectionId = logon.fix().connectionId();
        byConnection.put(session.connectionId, session);
        say(session, new LogonSent(next(session), logon.senderCompId(), logon.heartBtIntS(), logon.resetSeqNum(), 0));
    }

    private void answer(final Session session, final FixInbound command) {
        if (command instanceof NewOrderSingle) {
            report(session, ((NewOrderSingle) command).clOrdId());
        } else if (command instanceof TestRequestReceived) {
            say(session, new HeartbeatSent(next(session), ((TestRequestReceived) command).testReqId()));
        } else if (command instanceof ResendRequestReceived) {
            resend(session, (ResendRequestReceived) command);
        } else if (command instanceof InvalidReceived) {
            reject(session, (InvalidReceived) command);
        } else if (command instanceof LogoutReceived) {
            logout(session, "");
        }
    }

    private void resend(final Session session, final ResendRequestReceived request) {
        final long last = session.nextOut - 1;
        final long to = request.endSeqNo() == 0 ? last : Math.min(last, request.endSeqNo());
        final SessionHeader header = new SessionHeader(session.id, session.connectionId, 0, session.previous);
        say(session, new Resend(header, ++resendId, request.beginSeqNo(), to, session.startPosition));
    }

    private void reject(final Session session, final InvalidReceived invalid) {
        if (invalid.verdict() != Verdict.LOGOUT) {
            say(
                    session,
                    new RejectSent(
                            next(session),
                            invalid.fix().msgSeqNum(),
                            invalid.refTagId(),
                            invalid.refMsgType(),
                            SessionRejectReason.of(invalid.reason()),
                            invalid.text()));
        }
        if (invalid.verdict() != Verdict.REJECT) {
            logout(session, invalid.text());
        }
    }

    private void logout(final Session session, final String text) {
        final long connectionId = session.connectionId;
        say(session, new LogoutSent(next(session), text));
        away(session);
        log.say(new Closed(connectionId, session.id, true, "logout"));
    }
}
