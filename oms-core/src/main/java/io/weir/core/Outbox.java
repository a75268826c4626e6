package io.weir.core;

import io.weir.core.time.CoreClock;
import io.weir.protocol.command.CommandHeader;
import io.weir.protocol.event.Event;

/** Says events in the name of the command or timer at work. The one way out of the core. */
public final class Outbox {
    private final EventLog eventLog;
    private final CoreClock clock;
    private int causeEdgeId;
    private int causeEpoch;
    private long causeSeq;

    public Outbox(final EventLog eventLog, final CoreClock clock) {
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /**
     * Names the cause of the events to come.
     *
     * @param header of the command at work.
     */
    public void causedBy(final CommandHeader header) {
        causeEdgeId = header.edgeId();
        causeEpoch = header.epoch();
        causeSeq = header.seq();
    }

    /** The events to come are caused by a timer. */
    public void causedByTimer() {
        causeEdgeId = 0;
        causeEpoch = 0;
        causeSeq = 0;
    }

    /** {@return the edge whose command is at work, 0 for a timer} */
    public int causeEdgeId() {
        return causeEdgeId;
    }

    /** {@return number of the command at work, 0 for a timer} */
    public long causeSeq() {
        return causeSeq;
    }

    /**
     * Says one event at the core's present wall time.
     *
     * @param event to say.
     * @return position of the journal behind it.
     */
    public long say(final Event event) {
        return eventLog.append(clock.wallNs(), causeEdgeId, causeEpoch, causeSeq, event);
    }

    /** {@return position of the journal behind the newest event} */
    public long position() {
        return eventLog.position();
    }
}
