package io.weir.acceptor.stream;

import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.report.FixReportWriter;
import io.weir.acceptor.report.FixReportWriter.Outcome;
import io.weir.acceptor.report.OutBuffer;
import io.weir.acceptor.report.WriteMode;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.Events;
import java.util.function.LongSupplier;
import org.agrona.DirectBuffer;

/**
 * One connection's cursor: the events of its session in the order of the journal, each written once, with resends as detours
 * at their own places. What does not fit the out buffer stays where it is, in the journal. For one thread. Source:
 * docs/fix-sessions.md, resend.
 */
public final class SessionStream {
    /** Behind its event by more than this, a message is written as if said again. */
    public static final long LATE_AFTER_NS = 10_000_000_000L;

    /** What {@link #takeDoneResend} answers when there is none. */
    public static final long NO_RESEND = 0;

    private final long connectionId;
    private final byte[] clientCompId;
    private final OutBuffer out;
    private final FixReportWriter writer;
    private final EventReader reader;
    private final JournalRing ring;
    private final LongSupplier clusterTimeNs;
    private final AcceptorCounters counters;
    private final Detour detour = new Detour();
    private int sessionId;
    private long position;
    private long hint = JournalRing.NONE;
    private long nextNumber;
    private long doneResend;
    private boolean behind;
    private boolean numbersLost;
    private boolean closed;

    /**
     * Makes a cursor for a connection that has no session yet.
     *
     * @param connectionId  whose.
     * @param clientCompId  TargetCompID(56) of what is written, ASCII.
     * @param out           of the connection.
     * @param shared        what all streams of the acceptor share.
     */
    public SessionStream(
            final long connectionId, final byte[] clientCompId, final OutBuffer out, final StreamTools shared) {
        this.connectionId = connectionId;
        this.clientCompId = clientCompId;
        this.out = out;
        this.writer = shared.writer();
        this.reader = shared.reader();
        this.ring = shared.ring();
        this.clusterTimeNs = shared.clusterTimeNs();
        this.counters = shared.counters();
    }

    /** {@return whether the core has said anything to this connection} */
    public boolean hasSession() {
        return sessionId != 0;
    }

    /** {@return the session, 0 before the core has given one} */
    public int sessionId() {
        return sessionId;
    }

    /** {@return whether everything read from the journal is written, or nothing more is to be} */
    public boolean isUpToDate() {
        return closed || !behind && !detour.isActive();
    }

    /** Ends the stream: nothing more is written. */
    public void close() {
        closed = true;
    }

    /** {@return whether what comes next is older than the ring: a catch-up reader has to bring it} */
    public boolean needsReader() {
        return !isUpToDate() && cursor() < ring.startPosition();
    }

    /** {@return journal position behind which this stream reads on} */
    public long cursor() {
        return detour.isActive() ? detour.position() : position;
    }

    /** {@return bytes of journal between the cursor of the live stream and its end; 0 when up to date} */
    public long bytesBehind() {
        return behind ? ring.endPosition() - position : 0;
    }

    /** {@return whether another message fits} */
    public boolean hasRoom() {
        return out.hasRoom();
    }

    /** {@return how many messages surely fit} */
    int room() {
        return out.room();
    }

    /** {@return the resend that is wholly written, once; {@link #NO_RESEND} if there is none} */
    public long takeDoneResend() {
        final long done = doneResend;
        doneResend = NO_RESEND;
        return done;
    }

    /**
     * Takes the newest event of the session, which the ring has already.
     *
     * @param behindPosition journal position behind the event.
     */
    public void onLive(final DirectBuffer buffer, final int offset, final int length, final long behindPosition) {
        if (closed) {
            return;
        }
        if (!hasSession()) {
            sessionId = Events.sessionId(buffer, offset);
            position = behindPosition - 1;
        }
        if (isUpToDate() && hasRoom()) {
            takeInOrder(buffer, offset, length, behindPosition);
        } else if (!behind) {
            behind = true;
            if (!detour.isActive()) {
                counters.fellBehind.increment();
            }
        }
    }

    /**
     * Writes on from the ring, as far as there is room, at most to the end of one resend.
     *
     * @return events stepped over or written.
     */
    public int pump() {
        int events = 0;
        while (!isUpToDate() && hasRoom() && !needsReader() && doneResend == NO_RESEND) {
            final long entry = ring.nextBehind(sessionId, cursor(), hint);
            if (entry == JournalRing.NONE) {
                reachedEnd();
            } else {
                hint = entry;
                take(ring.buffer(), ring.offset(entry), ring.length(entry), ring.position(entry));
            }
            events++;
        }
        return events;
    }

    /** Takes one event of the journal from a catch-up reader; what it does not need (any more) is passed over. */
    void onReplay(final DirectBuffer buffer, final int offset, final int length, final long behindPosition) {
        if (!needsReader() || behindPosition <= cursor()) {
            return;
        }
        if (Events.isSessionEvent(buffer, offset) && Events.sessionId(buffer, offset) == sessionId) {
            take(buffer, offset, length, behindPosition);
        } else if (detour.isActive()) {
            detour.advance(behindPosition);
        } else {
            position = behindPosition;
        }
    }

    /** Goes on where the journal begins, because it no longer has what lies before; the numbers are filled. */
    void jumpTo(final long startPosition) {
        counters.belowHorizon.increment();
        if (detour.isActive()) {
            detour.advance(startPosition);
        } else {
            position = startPosition;
            numbersLost = true;
        }
    }

    private void take(final DirectBuffer buffer, final int offset, final int length, final long behindPosition) {
        if (!detour.isActive()) {
            takeInOrder(buffer, offset, length, behindPosition);
        } else if (detour.isAtEnd(behindPosition)) {
            endDetour();
        } else {
            takeAgain(buffer, offset, length, behindPosition);
        }
    }

    private void takeInOrder(final DirectBuffer buffer, final int offset, final int length, final long behindPosition) {
        position = behindPosition;
        if (Events.connectionId(buffer, offset) != connectionId) {
            return;
        }
        final long nowNs = clusterTimeNs.getAsLong();
        final long seqNum = Events.msgSeqNum(buffer, offset);
        final boolean late = nowNs - Events.timeNs(buffer, offset) > LATE_AFTER_NS;
        writer.to(out, clientCompId, late ? WriteMode.LATE : WriteMode.LIVE, nowNs);
        if (numbersLost && seqNum > nextNumber && nextNumber > 0) {
            writer.gapFill(nextNumber, seqNum);
        }
        numbersLost = numbersLost && seqNum == 0;
        reader.read(buffer, offset, length, behindPosition, writer);
        finish(seqNum, late, behindPosition);
    }

    private void finish(final long seqNum, final boolean late, final long behindPosition) {
        if (writer.outcome() == Outcome.RESEND) {
            detour.begin(writer.resend(), behindPosition);
            hint = JournalRing.NONE;
            return;
        }
        if (writer.outcome() == Outcome.TO_BE_FILLED) {
            writer.gapFill(seqNum, seqNum + 1);
        }
        if (late) {
            counters.messagesLate.increment();
        }
        nextNumber = seqNum + 1;
        counters.messagesOut.increment();
    }

    private void takeAgain(final DirectBuffer buffer, final int offset, final int length, final long behindPosition) {
        detour.advance(behindPosition);
        final long seqNum = Events.msgSeqNum(buffer, offset);
        if (!detour.wants(seqNum)) {
            return;
        }
        writer.to(out, clientCompId, WriteMode.AGAIN, clusterTimeNs.getAsLong()).fillFrom(detour.next());
        reader.read(buffer, offset, length, behindPosition, writer);
        if (writer.outcome() == Outcome.WRITTEN) {
            counters.messagesAgain.increment();
            detour.written(seqNum);
        }
        if (seqNum == detour.to()) {
            endDetour();
        }
    }

    /** The ring has nothing more of this session: a detour has met its whole range, the stream is at the end. */
    private void reachedEnd() {
        if (detour.isActive()) {
            endDetour();
        } else {
            behind = false;
        }
    }

    private void endDetour() {
        if (detour.next() <= detour.to()) {
            writer.to(out, clientCompId, WriteMode.AGAIN, clusterTimeNs.getAsLong())
                    .gapFill(detour.next(), detour.to() + 1);
            counters.messagesAgain.increment();
        }
        detour.end();
        hint = JournalRing.NONE;
        doneResend = detour.resendId();
    }
}
