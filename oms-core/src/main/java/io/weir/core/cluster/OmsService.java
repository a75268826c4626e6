package io.weir.core.cluster;

import io.aeron.ExclusivePublication;
import io.aeron.Image;
import io.aeron.cluster.codecs.CloseReason;
import io.aeron.cluster.service.ClientSession;
import io.aeron.cluster.service.Cluster;
import io.aeron.cluster.service.ClusteredService;
import io.aeron.logbuffer.Header;
import io.weir.core.CoreLogic;
import io.weir.core.Standstill;
import io.weir.core.StateMachine;
import io.weir.protocol.codec.CommandReader;
import io.weir.protocol.codec.Commands;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AgentTerminationException;

/**
 * The boundary between the log and the state machine, on the one thread of the service container. An exception that came
 * out of here would be counted by the container and the next message worked on a half changed state: so nothing comes out,
 * whatever is thrown halts the node.
 */
final class OmsService implements ClusteredService {
    private static final long TIMER_ID = 1;
    private static final long NOT_ARMED = Long.MAX_VALUE;

    private final CommandReader commandReader = new CommandReader();
    private final CoreLogic logic;
    private final BiFunction<Cluster, NodeCounters, JournalPublication> journalPublication;
    private final DataDirectory data;
    private final JournalEpochs epochs;
    private final boolean mayTruncateJournal;
    private final SnapshotTails tails;
    private final SnapshotHistory history;
    private final NodeCounters counters;
    private final Halt halt;

    private Cluster cluster;
    private JournalPublication publication;
    private JournalWriter journal;
    private StateMachine core;
    private SnapshotDesk snapshots;
    private long armedNs = NOT_ARMED;
    private volatile boolean isEnding;
    private volatile boolean hasEnded;

    /**
     * A service that has not started.
     *
     * @param logic              makes the state machine.
     * @param journalPublication finds the journal, once the cluster is there.
     * @param data               knows whose logic worked last.
     * @param epochs             of the journal.
     * @param mayTruncateJournal whether a log that ends before the journal is the work of a power cut.
     * @param tails              of snapshots.
     * @param history            is told of each snapshot.
     * @param counters           of the node.
     * @param halt               the way out.
     */
    OmsService(
            final CoreLogic logic,
            final BiFunction<Cluster, NodeCounters, JournalPublication> journalPublication,
            final DataDirectory data,
            final JournalEpochs epochs,
            final boolean mayTruncateJournal,
            final SnapshotTails tails,
            final SnapshotHistory history,
            final NodeCounters counters,
            final Halt halt) {
        this.logic = logic;
        this.journalPublication = journalPublication;
        this.data = data;
        this.epochs = epochs;
        this.mayTruncateJournal = mayTruncateJournal;
        this.tails = tails;
        this.history = history;
        this.counters = counters;
        this.halt = halt;
    }

    @Override
    public void onStart(final Cluster startedIn, final Image snapshotImage) {
        cluster = startedIn;
        try {
            publication = journalPublication.apply(cluster, counters);
            journal = new JournalWriter(publication, epochs, logic.version());
            core = logic.create().apply(journal);
            snapshots = new SnapshotDesk(cluster, core, journal, logic.version(), tails, history);
            if (snapshotImage != null) {
                load(snapshotImage);
                noteStandstill();
            } else if (data.isLogicKnown()) {
                refuseCommandsOfOtherLogic(logic.version(), "there is no snapshot");
            }
            data.noteLogic(logic.version());
        } catch (final Throwable e) {
            throw halted("the start", e);
        }
    }

    @Override
    public void onSessionMessage(
            final ClientSession session,
            final long timestamp,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final Header header) {
        if (hasEnded) {
            return;
        }
        try {
            if (Commands.isCommand(buffer, offset, length)) {
                commandReader.read(buffer, offset, length, timestamp, core);
                counters.commands.lazySet(counters.commands.get() + 1);
                noteStandstill();
                armTimer();
            } else {
                counters.foreignMessages.incrementAndGet();
            }
            counters.logPosition.lazySet(cluster.logPosition());
        } catch (final Throwable e) {
            throw halted(describe(buffer, offset, length), e);
        }
    }

    @Override
    public void onTimerEvent(final long correlationId, final long timestamp) {
        if (hasEnded) {
            return;
        }
        try {
            if (correlationId == TIMER_ID) {
                armedNs = NOT_ARMED;
                core.onTimer(timestamp);
                noteStandstill();
                armTimer();
            }
            counters.logPosition.lazySet(cluster.logPosition());
        } catch (final Throwable e) {
            throw halted("the timer of " + timestamp, e);
        }
    }

    @Override
    public void onTakeSnapshot(final ExclusivePublication snapshotPublication) {
        final long beganNs = System.nanoTime();
        try {
            journal.mark(cluster.time());
            journal.awaitRecorded();
            if (isEnding) {
                snapshots.takeWhole(snapshotPublication);
                hasEnded = true;
            } else {
                snapshots.takeHead(snapshotPublication);
            }
            counters.snapshotPauseNs.set(System.nanoTime() - beganNs);
        } catch (final Throwable e) {
            throw halted("a snapshot", e);
        }
    }

    @Override
    public void onNewLeadershipTermEvent(
            final long leadershipTermId,
            final long logPosition,
            final long timestamp,
            final long termBaseLogPosition,
            final int leaderMemberId,
            final int logSessionId,
            final TimeUnit timeUnit,
            final int appVersion) {
        try {
            if (timeUnit != TimeUnit.NANOSECONDS) {
                throw new IllegalStateException("cluster time is in " + timeUnit + ", not in ns");
            }
            counters.leadershipTermId.set(leadershipTermId);
            counters.elections.incrementAndGet();
            core.onNewLeadershipTerm(timestamp);
            armedNs = NOT_ARMED;
            armTimer();
        } catch (final Throwable e) {
            throw halted("leadership term " + leadershipTermId, e);
        }
    }

    @Override
    public void onRoleChange(final Cluster.Role newRole) {
        try {
            counters.isLeader = newRole == Cluster.Role.LEADER;
            armedNs = NOT_ARMED;
            if (newRole == Cluster.Role.LEADER) {
                journal.onReplayEnd(mayTruncateJournal);
            }
        } catch (final Throwable e) {
            throw halted("the change of role to " + newRole, e);
        }
    }

    @Override
    public int doBackgroundWork(final long nowNs) {
        try {
            publication.checkRecorder();
            return snapshots.goOn() ? 1 : 0;
        } catch (final Throwable e) {
            throw halted("a look at the recorder, or the tail of a snapshot,", e);
        }
    }

    @Override
    public void onSessionOpen(final ClientSession session, final long timestamp) {
        // Edges are known by their commands, not by their cluster sessions.
    }

    @Override
    public void onSessionClose(final ClientSession session, final long timestamp, final CloseReason closeReason) {
        // As onSessionOpen.
    }

    @Override
    public void onTerminate(final Cluster ending) {
        if (publication != null) {
            publication.close();
        }
    }

    /**
     * The next snapshot is the last thing that is worked: what the log holds behind it is left, unanswered, to the next
     * start, so that a new release finds nothing that an old one has acted on. For any thread.
     */
    void endWithSnapshot() {
        isEnding = true;
    }

    /** {@return whether that snapshot is taken} */
    boolean hasEnded() {
        return hasEnded;
    }

    private void armTimer() {
        final long deadlineNs = core.nextDeadlineNs();
        if (deadlineNs < armedNs) {
            while (!cluster.scheduleTimer(TIMER_ID, deadlineNs)) {
                cluster.idleStrategy().idle();
            }
            armedNs = deadlineNs;
        }
    }

    private void noteStandstill() {
        final Standstill standstill = core.standstill();
        if (standstill != counters.standstill) {
            counters.standstill = standstill;
        }
    }

    private void load(final Image snapshotImage) {
        final int version = snapshots.load(snapshotImage);
        counters.logPosition.set(cluster.logPosition());
        if (version != logic.version()) {
            refuseCommandsOfOtherLogic(logic.version(), "the snapshot was taken by logic " + version);
        }
    }

    /** What lies behind the snapshot was worked by whoever worked last; a new release begins where nothing does. */
    private void refuseCommandsOfOtherLogic(final int version, final String what) {
        if (journal.position() != publication.recordedAtStart() && !data.isOfLogic(version)) {
            throw new IllegalStateException(what + " and commands lie behind it; logic " + version
                    + " must not replay them: start the old release, stop it cleanly, then start this one");
        }
    }

    private AgentTerminationException halted(final String at, final Throwable cause) {
        if (cause instanceof AgentTerminationException) {
            return (AgentTerminationException) cause;
        }
        halt.halt(
                at + " failed at log position " + cluster.logPosition() + ", logic " + logic.version()
                        + ", journal position "
                        + (journal == null ? 0 : journal.position()) + ", eventSeq "
                        + (journal == null ? 0 : journal.eventSeq()) + ": " + cause,
                cause);
        return new AgentTerminationException(cause);
    }

    private static String describe(final DirectBuffer buffer, final int offset, final int length) {
        if (!Commands.isCommand(buffer, offset, length)) {
            return "a message of " + length + " bytes";
        }
        return "command edgeId=" + Commands.edgeId(buffer, offset) + " epoch=" + Commands.epoch(buffer, offset)
                + " seq=" + Commands.seq(buffer, offset) + " templateId=" + Commands.templateId(buffer, offset);
    }
}
