package io.weir.core.session;

import io.weir.core.time.CoreClock;
import io.weir.protocol.command.FixInbound;

/**
 * Gaps in what clients send: what lies above is held and the client is asked once for all from the gap on. Dropping it and
 * asking with every further message makes a storm that does not end while orders flow.
 */
final class Gaps {
    /** How long a gap may go without progress until the client is asked again. */
    static final long NO_PROGRESS_NS = 5_000_000_000L;

    /** How often the client is asked without any progress. */
    static final int MAX_TIMES_ASKED = 3;

    private final SessionMessages messages;
    private final Connections connections;
    private final CoreClock clock;

    Gaps(final SessionMessages messages, final Connections connections, final CoreClock clock) {
        this.messages = messages;
        this.connections = connections;
        this.clock = clock;
    }

    /** Holds a message above the number expected and sees to it that the gap is asked for. */
    void hold(final FixSession session, final FixInbound message) {
        keep(session, message);
        ask(session, message.fix().msgSeqNum());
    }

    /** Holds a message without asking; what has it held already keeps the first. */
    void keep(final FixSession session, final FixInbound message) {
        if (!session.held.has(message.fix().msgSeqNum())) {
            session.held.tryHold(message);
        }
    }

    /**
     * Asks the client for what is missing, unless it is asked for already.
     *
     * @param session whose.
     * @param above   a number that the client has sent, not below nextIn.
     */
    void ask(final FixSession session, final long above) {
        final long missingTo = (session.held.isEmpty() ? above : Math.min(above, session.held.first())) - 1;
        if (session.nextIn > session.gap.askedTo && session.nextIn <= missingTo && !session.life.isLoggingOut()) {
            messages.sayResendRequest(session);
            begin(session, missingTo);
        }
    }

    /** The client was asked by other means: 789 in our Logon. */
    void expect(final FixSession session, final long missingTo) {
        if (session.nextIn <= missingTo) {
            begin(session, missingTo);
        }
    }

    /** Asks for a gap that shows when messages above an older one have been taken. */
    void askBelowHeld(final FixSession session) {
        if (!session.held.isEmpty()) {
            ask(session, session.held.first());
        }
    }

    private void begin(final FixSession session, final long missingTo) {
        session.gap.askedTo = missingTo;
        session.gap.timesAsked = 1;
        noteProgress(session);
    }

    private void noteProgress(final FixSession session) {
        session.gap.progressSeqNum = session.nextIn;
        session.gap.progressNs = clock.servedNs();
    }

    /**
     * Looks after an open gap, at each Pulse. While a resend of ours runs, the acceptor writes nothing else, so the client may
     * not even have read our ResendRequest.
     *
     * @param session that is logged on.
     * @return events said.
     */
    int judge(final FixSession session) {
        if (session.nextIn > session.gap.askedTo || session.life.isLoggingOut()) {
            return 0;
        }
        if (session.nextIn != session.gap.progressSeqNum || session.resends.isRunning()) {
            session.gap.timesAsked = 1;
            noteProgress(session);
            return 0;
        }
        if (clock.servedNs() - session.gap.progressNs < NO_PROGRESS_NS) {
            return 0;
        }
        if (session.gap.timesAsked == MAX_TIMES_ASKED) {
            connections.logoutAndWait(
                    session,
                    "MsgSeqNum(34) " + session.nextIn + " was asked for " + MAX_TIMES_ASKED
                            + " times and did not come");
        } else {
            messages.sayResendRequest(session);
            session.gap.timesAsked++;
            session.gap.progressNs = clock.servedNs();
        }
        return 1;
    }
}
