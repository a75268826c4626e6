package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.event.SessionEvent;
import java.util.ArrayDeque;

/**
 * The facts of one client's FIX session. The classes beside this one, one for each subject, read and change them; here is no
 * decision.
 */
final class FixSession {
    final int sessionId;
    final String compId;

    /** What reference data says of it. */
    SessionSettings settings;

    /** The MsgSeqNum(34) expected next from the client. */
    long nextIn = 1;

    /** The MsgSeqNum(34) of our next message. */
    long nextOut = 1;

    /** How often the numbers have begun anew. */
    int resetEpoch;

    /** The one connection whose commands count and that may write the session, or NONE. */
    long connectionId = ConnectionId.NONE;

    /** A recovery has raised our numbers: what the client sent before its next Logon may have been worked in a lost past. */
    boolean isPastInDoubt;

    /** Orders and replaces with a number below this may have been worked in a lost past: they are refused. 0 for none. */
    long inDoubtBelow;

    /** Number of the Logon that opened the connection. */
    long logonSeqNum;

    /** Position of the journal behind the session's newest event, 0 if there is none. */
    long lastEventPosition;

    /** A Logon that waits for a Probe, null if none does. */
    ParkedLogon parked;

    /** What the client's own Logout will prove. */
    final Farewell farewell = new Farewell();

    /** Ops was told that the numbers grow high, in this reset epoch. */
    boolean highNumbersTold;

    /** When ops was last told of a Reject from the client, by served time. */
    long rejectToldNs = Long.MIN_VALUE / 2;

    /** When our last TestRequest for a proof was said, by served time. */
    long proofAskedNs = Long.MIN_VALUE / 2;

    /** A deadline TAKE_HELD is set. */
    boolean takeHeldDue;

    /** A deadline SAY_AGAIN is set. */
    boolean sayAgainDue;

    final LifeSigns life = new LifeSigns();
    final Gap gap = new Gap();
    final HeldMessages held;
    final RunningResends resends = new RunningResends();
    final ResendIndex index = new ResendIndex();
    final UnprovenReports unproven;
    final Throttle throttle = new Throttle();

    /** Reports to say again under new numbers, and behind them new ones that must not overtake them. */
    final ArrayDeque<SessionEvent> sayAgain = new ArrayDeque<>(0);

    FixSession(
            final int sessionId,
            final String compId,
            final SessionSettings settings,
            final HeldBudget heldBudget,
            final UnprovenBudget unprovenBudget) {
        this.sessionId = sessionId;
        this.compId = compId;
        this.settings = settings;
        held = new HeldMessages(heldBudget);
        unproven = new UnprovenReports(unprovenBudget);
    }

    boolean isLoggedOn() {
        return connectionId != ConnectionId.NONE;
    }

    /** {@return the connection that may write what comes up now: none behind a Logout of ours} */
    long writableConnectionId() {
        return life.isLoggingOut() ? ConnectionId.NONE : connectionId;
    }

    /** {@return the session as alerts name it} */
    String subject() {
        return "session " + compId;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(nextIn);
        snapshot.putLong(nextOut);
        snapshot.putInt(resetEpoch);
        snapshot.putLong(connectionId);
        snapshot.putBoolean(isPastInDoubt);
        snapshot.putLong(inDoubtBelow);
        snapshot.putLong(logonSeqNum);
        snapshot.putLong(lastEventPosition);
        ParkedLogon.write(parked, snapshot);
        farewell.writeTo(snapshot);
        snapshot.putBoolean(highNumbersTold);
        snapshot.putLong(rejectToldNs);
        snapshot.putLong(proofAskedNs);
        snapshot.putBoolean(takeHeldDue);
        snapshot.putBoolean(sayAgainDue);
        life.writeTo(snapshot);
        gap.writeTo(snapshot);
        held.writeTo(snapshot);
        resends.writeTo(snapshot);
        index.writeTo(snapshot);
        unproven.writeTo(snapshot);
        throttle.writeTo(snapshot);
        snapshot.putInt(sayAgain.size());
        sayAgain.forEach(snapshot::putEvent);
    }

    void readFrom(final SnapshotReader snapshot) {
        nextIn = snapshot.getLong();
        nextOut = snapshot.getLong();
        resetEpoch = snapshot.getInt();
        connectionId = snapshot.getLong();
        isPastInDoubt = snapshot.getBoolean();
        inDoubtBelow = snapshot.getLong();
        logonSeqNum = snapshot.getLong();
        lastEventPosition = snapshot.getLong();
        parked = ParkedLogon.read(snapshot);
        farewell.readFrom(snapshot);
        highNumbersTold = snapshot.getBoolean();
        rejectToldNs = snapshot.getLong();
        proofAskedNs = snapshot.getLong();
        takeHeldDue = snapshot.getBoolean();
        sayAgainDue = snapshot.getBoolean();
        life.readFrom(snapshot);
        gap.readFrom(snapshot);
        held.readFrom(snapshot);
        resends.readFrom(snapshot);
        index.readFrom(snapshot);
        unproven.readFrom(snapshot);
        throttle.readFrom(snapshot);
        final int count = snapshot.getInt();
        for (int i = 0; i < count; i++) {
            sayAgain.add((SessionEvent) snapshot.getEvent());
        }
    }
}
