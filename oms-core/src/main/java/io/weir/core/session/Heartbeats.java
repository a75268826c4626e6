package io.weir.core.session;

import io.weir.core.time.CoreClock;
import io.weir.protocol.Bounds;

/** What silence and the passing of time bring about in a session; judged at each Pulse. */
final class Heartbeats {
    /** Numbers from here on are told to ops: engines of FIX 4.4 hold them in 32 bits. */
    static final long HIGH_SEQ_NUM = 1_500_000_000L;

    static final String NUMBERS_USED_UP =
            "MsgSeqNum(34) has reached " + Bounds.MAX_SEQ_NUM + ": log on with ResetSeqNumFlag(141)=Y";

    /** Where the client wants no heartbeats, it is tested after this long on our own account. */
    static final long SILENCE_WITHOUT_HEARTBEATS_NS = 60_000_000_000L;

    /** Reports without proof that make us ask for one. */
    static final int UNPROVEN_TO_ASK = 1_000;

    /** Reports without proof that make us ask even if we have just asked. */
    static final int UNPROVEN_TO_ASK_AT_ONCE = 25_000;

    static final long PROOF_EVERY_NS = 1_000_000_000L;
    static final long PROOF_AWAITED_NS = 10_000_000_000L;

    private static final long SECOND_NS = 1_000_000_000L;

    private final SessionMessages messages;
    private final Connections connections;
    private final Gaps gaps;
    private final CoreClock clock;

    Heartbeats(final SessionMessages messages, final Connections connections, final Gaps gaps, final CoreClock clock) {
        this.messages = messages;
        this.connections = connections;
        this.gaps = gaps;
        this.clock = clock;
    }

    /**
     * Judges one session.
     *
     * @param session any.
     * @return events said, a few at most.
     */
    int judge(final FixSession session) {
        int said = judgeNumbers(session);
        if (!session.isLoggedOn()) {
            return said;
        }
        if (session.life.isLoggingOut()) {
            return said + judgeLogout(session);
        }
        said += gaps.judge(session);
        said += judgeSilence(session);
        if (session.isLoggedOn()) {
            said += askForProof(session);
            said += keepAlive(session);
        }
        return said;
    }

    private int judgeNumbers(final FixSession session) {
        final long highest = Math.max(session.nextIn, session.nextOut);
        if (highest < HIGH_SEQ_NUM) {
            return 0;
        }
        int said = 0;
        if (!session.highNumbersTold) {
            session.highNumbersTold = true;
            messages.alert(session, "MsgSeqNum(34) " + highest + " is above " + HIGH_SEQ_NUM + ": time for a reset");
            said++;
        }
        if (highest >= Bounds.MAX_SEQ_NUM && session.isLoggedOn() && !session.life.isLoggingOut()) {
            connections.logoutAndWait(session, NUMBERS_USED_UP);
            said++;
        }
        return said;
    }

    private int judgeLogout(final FixSession session) {
        if (clock.servedNs() < session.life.logoutDeadlineNs) {
            return 0;
        }
        connections.close(session, false, "our Logout was not answered");
        return 1;
    }

    /** While a resend of ours runs the acceptor writes no TestRequest: the client is not given up for not answering it. */
    private int judgeSilence(final FixSession session) {
        final LifeSigns life = session.life;
        final long now = clock.servedNs();
        final long patienceNs = patienceNs(life.heartBtIntS);
        if (life.silenceDeadlineNs != 0) {
            if (session.resends.isRunning()) {
                life.silenceDeadlineNs = now + patienceNs;
            } else if (now >= life.silenceDeadlineNs) {
                connections.close(session, false, "silent, and our TestRequest was not answered");
                return 1;
            }
        } else if (now - life.lastHeardNs >= patienceNs && !session.resends.isRunning()) {
            messages.sayTestRequest(session);
            life.silenceDeadlineNs = now + patienceNs;
            return 1;
        }
        return 0;
    }

    /** {@return HeartBtInt and a reasonable time: a fifth of it, at least a second} */
    static long patienceNs(final int heartBtIntS) {
        return heartBtIntS == 0
                ? SILENCE_WITHOUT_HEARTBEATS_NS
                : heartBtIntS * SECOND_NS + Math.max(SECOND_NS, heartBtIntS * SECOND_NS / 5);
    }

    /** A client that answers a TestRequest proves that it has what was said before: so much less to say again. */
    private int askForProof(final FixSession session) {
        final int size = session.unproven.size();
        final long now = clock.servedNs();
        final boolean due = size >= UNPROVEN_TO_ASK_AT_ONCE
                || size >= UNPROVEN_TO_ASK && now - session.proofAskedNs >= PROOF_EVERY_NS;
        final boolean awaited = session.life.testSeqNum != 0 && now - session.life.testSaidNs < PROOF_AWAITED_NS;
        if (!due || awaited || session.resends.isRunning() || !session.sayAgain.isEmpty()) {
            return 0;
        }
        session.proofAskedNs = now;
        messages.sayTestRequest(session);
        return 1;
    }

    private int keepAlive(final FixSession session) {
        final LifeSigns life = session.life;
        if (life.heartBtIntS == 0
                || clock.servedNs() - life.lastSaidNs < life.heartBtIntS * SECOND_NS
                || session.resends.isRunning()) {
            return 0;
        }
        messages.sayHeartbeat(session, "");
        return 1;
    }
}
