package io.weir.core;

import io.weir.core.edge.Edges;
import io.weir.core.session.Hold;
import io.weir.core.session.SessionDesk;
import io.weir.core.session.SessionFigures;
import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import io.weir.core.time.CoreClock;
import io.weir.core.time.DeadlineKind;
import io.weir.core.time.Deadlines;
import io.weir.protocol.Bounds;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.command.DefineFixSession;
import io.weir.protocol.command.Disconnected;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.command.FixInbound;
import io.weir.protocol.command.LogonReceived;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.command.SetHold;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.event.VenueHold;

/**
 * What stands around trading: the gates in their order (epoch, number, connection, MsgSeqNum), the clocks, the one timer with
 * its Pulse and work lists, and clients' sessions.
 */
final class CoreFrame implements Snapshotable {
    /** Between two Pulses. */
    static final long PULSE_NS = 100_000_000L;

    /** Events after which a timer leaves the rest to the next one. */
    static final int EVENTS_PER_TIMER = 512;

    /** The most of one work list in one go. */
    private static final int WORK_AT_ONCE = 256;

    /** More ids than one message can use up that a client sees: an order has at most one child a venue in each round. */
    private static final long IDS_A_NUMBER = 1_000;

    private final EventLog eventLog;
    private final CoreClock clock = new CoreClock();
    private final Deadlines deadlines = new Deadlines();
    private final Outbox outbox;
    private final Edges edges;
    private final TradingSide trading;
    private final SessionDesk sessions;

    /** Of the command at work; kept as numbers, for a reference stored in an old object costs G1 a fence each time. */
    private int edgeId;

    private int epoch;
    private long seq;
    private boolean pulseSet;
    private boolean judgeDue;
    private boolean tradingDue;

    CoreFrame(final EventLog eventLog, final TradingSide.Factory tradingSide) {
        this.eventLog = eventLog;
        outbox = new Outbox(eventLog, clock);
        edges = new Edges(outbox, clock);
        final TradingSide[] made = new TradingSide[1];
        sessions = new SessionDesk(outbox, clock, deadlines, edges, (sessionOutbox, directory) -> {
            made[0] = tradingSide.create(outbox, clock, sessionOutbox, directory);
            return made[0];
        });
        trading = made[0];
    }

    /** The gates of epoch and number; an {@link EdgeStart} is what grants an epoch and passes both. */
    boolean onCommand(final CommandHeader header) {
        clock.advance(header.timeNs());
        setFirstPulse();
        edgeId = header.edgeId();
        epoch = header.epoch();
        seq = header.seq();
        outbox.causedBy(header);
        return isStart() || edges.admit(header);
    }

    private boolean isStart() {
        return epoch == 0 && seq == 0;
    }

    /** {@return whether the command at work has passed the gates; one that came as an EdgeStart and is none has not} */
    boolean isAdmitted() {
        return !isStart();
    }

    void onEdgeStart(final EdgeStart start) {
        if (!isStart()) {
            return;
        }
        final EdgeStarted started = edges.start(edgeId, start, trading::venueId);
        if (started == null) {
            return;
        }
        if (started.kind() == EdgeKind.VENUE && isHeld() && started.venueId() > 0) {
            outbox.say(new VenueHold(started.venueId(), true));
        }
        if (started.kind() == EdgeKind.VENUE) {
            trading.onEdgeStarted(started);
        }
        closeDeadConnections(1);
    }

    void onLogon(final LogonReceived logon) {
        if (isOfItsEdge(logon.fix().connectionId())) {
            sessions.onLogon(logon);
        }
    }

    void onMessage(final FixInbound message) {
        if (isOfItsEdge(message.fix().connectionId())) {
            sessions.onMessage(message);
        }
    }

    void onDisconnected(final Disconnected command) {
        if (isOfItsEdge(command.connectionId())) {
            sessions.onDisconnected(command);
        }
    }

    void onResendDone(final ResendDone command) {
        if (isOfItsEdge(command.connectionId())) {
            sessions.onResendDone(command);
        }
    }

    void onProbeAnswered(final ProbeAnswered command) {
        if (isOfItsEdge(command.connectionId())) {
            sessions.onProbeAnswered(command);
        }
    }

    void onDefineFixSession(final DefineFixSession command) {
        if (isAdmitted()) {
            sessions.onDefineFixSession(command);
        }
    }

    void onSetHold(final SetHold command) {
        if (!isAdmitted()) {
            return;
        }
        final Hold hold = sessions.hold();
        if (command.held()) {
            hold.begin(command.text());
            return;
        }
        final String fault = hold.beginRelease(command);
        if (fault.isEmpty()) {
            raiseNumbers(1);
        } else {
            outbox.say(new CommandRefused(outbox.causeEdgeId(), outbox.causeSeq(), Bounds.cutText(fault)));
        }
    }

    private void raiseNumbers(final int from) {
        final Hold hold = sessions.hold();
        final int next = hold.raise(from, WORK_AT_ONCE);
        if (next > 0) {
            setNow(DeadlineKind.RAISE_NUMBERS, next);
            return;
        }
        trading.raiseIds(Math.multiplyExact(hold.raiseBy(), IDS_A_NUMBER));
        hold.end();
        for (int venueId = 1; venueId <= trading.venues(); venueId++) {
            outbox.say(new VenueHold(venueId, false));
        }
    }

    boolean isHeld() {
        return sessions.hold().isHeld();
    }

    String heldText() {
        return sessions.hold().text();
    }

    /** An edge speaks for its own connections only. */
    private boolean isOfItsEdge(final long connectionId) {
        return isAdmitted() && ConnectionId.edgeId(connectionId) == edgeId && ConnectionId.epoch(connectionId) == epoch;
    }

    void onTimer(final long timeNs) {
        clock.advance(timeNs);
        setFirstPulse();
        edgeId = 0;
        epoch = 0;
        seq = 0;
        outbox.causedByTimer();
        final long end = eventLog.eventSeq() + EVENTS_PER_TIMER;
        while (eventLog.eventSeq() < end && deadlines.takeDue(clock.servedNs())) {
            work(deadlines.kind(), deadlines.subject());
        }
        if (trading.onTick() && !tradingDue) {
            tradingDue = setNow(DeadlineKind.TRADING_WORK, 0);
        }
    }

    void onNewLeadershipTerm(final long timeNs) {
        clock.advanceOverOutage(timeNs);
        setFirstPulse();
    }

    /** {@return when {@link #onTimer} is to be called next, in message time; {@link Long#MAX_VALUE} for never} */
    long nextDeadlineNs() {
        final long next = deadlines.nextNs();
        return next == Long.MAX_VALUE ? next : clock.messageTimeNs() + Math.max(0, next - clock.servedNs());
    }

    private void work(final DeadlineKind kind, final long subject) {
        switch (kind) {
            case PULSE -> pulse();
            case JUDGE_SESSIONS -> judge((int) subject);
            case TAKE_HELD -> sessions.takeHeld((int) subject, WORK_AT_ONCE);
            case SAY_AGAIN -> sessions.sayAgain((int) subject, WORK_AT_ONCE);
            case CLOSE_DEAD_CONNECTIONS -> closeDeadConnections((int) subject);
            case TRADING_WORK -> tradingDue = false;
            case RAISE_NUMBERS -> raiseNumbers((int) subject);
            default -> throw new IllegalStateException("no work is known for a deadline of kind " + kind);
        }
    }

    private void pulse() {
        outbox.say(new Pulse(clock.elapsedNs(), edges.acks()));
        final long planned = deadlines.dueNs() + PULSE_NS;
        final long now = clock.servedNs();
        deadlines.set(planned > now ? planned : now + PULSE_NS, DeadlineKind.PULSE, 0);
        if (!judgeDue) {
            judge(1);
        }
    }

    private void judge(final int from) {
        final int next = sessions.judge(from, WORK_AT_ONCE);
        judgeDue = next > 0 && setNow(DeadlineKind.JUDGE_SESSIONS, next);
    }

    private void closeDeadConnections(final int from) {
        final int next = sessions.closeDeadConnections(from, WORK_AT_ONCE);
        if (next > 0) {
            setNow(DeadlineKind.CLOSE_DEAD_CONNECTIONS, next);
        }
    }

    private boolean setNow(final DeadlineKind kind, final long subject) {
        return deadlines.set(clock.servedNs(), kind, subject);
    }

    private void setFirstPulse() {
        if (!pulseSet) {
            pulseSet = deadlines.set(clock.servedNs() + PULSE_NS, DeadlineKind.PULSE, 0);
        }
    }

    TradingSide trading() {
        return trading;
    }

    SessionFigures sessionFigures() {
        return sessions.figures();
    }

    long neededPosition() {
        return sessions.neededPosition();
    }

    @Override
    public void writeTo(final SnapshotWriter snapshot) {
        snapshot.section("core");
        clock.writeTo(snapshot);
        deadlines.writeTo(snapshot);
        snapshot.putBoolean(pulseSet);
        snapshot.putBoolean(judgeDue);
        snapshot.putBoolean(tradingDue);
        snapshot.section("edges");
        edges.writeTo(snapshot);
        sessions.writeTo(snapshot);
        snapshot.section("trading");
        trading.writeTo(snapshot);
    }

    /** As {@link StateMachine#writeOn}: first what trades, then the sessions. */
    boolean writeOn(final int most) {
        return trading.writeOn(most) || sessions.writeOn(most);
    }

    @Override
    public void readFrom(final SnapshotReader snapshot) {
        snapshot.section("core");
        clock.readFrom(snapshot);
        deadlines.readFrom(snapshot);
        pulseSet = snapshot.getBoolean();
        judgeDue = snapshot.getBoolean();
        tradingDue = snapshot.getBoolean();
        snapshot.section("edges");
        edges.readFrom(snapshot);
        sessions.readFrom(snapshot);
        snapshot.section("trading");
        trading.readFrom(snapshot);
        snapshot.tailReader().ifPresent(sessions::readTail);
    }
}
