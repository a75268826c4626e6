package io.weir.core.cluster;

import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.Events;
import io.weir.protocol.command.Command;
import io.weir.protocol.command.EdgeKind;
import io.weir.protocol.command.EdgeStart;
import io.weir.protocol.event.EdgeAck;
import io.weir.protocol.event.EdgeGap;
import io.weir.protocol.event.EdgeStarted;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.Pulse;
import io.weir.protocol.log.EdgePort;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.NanoClock;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One edge's place at the log: numbers its commands, holds them until they are acknowledged, says them again from the first
 * unacknowledged one when they may be lost, and reads the journal. For the edge's thread; never blocks.
 */
final class ClusterEdgePort implements EdgePort, EventHandler {
    private static final long ASK_AGAIN_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long LOST_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int OFFERS_PER_POLL = 1024;

    private final CommandWriter commandWriter = new CommandWriter();
    private final EventReader eventReader = new EventReader();
    private final MutableDirectBuffer startCommand = new UnsafeBuffer(new byte[512]);
    private final EventFragmentHandler onEvent = this::onFragment;
    private final CommandLink link;
    private final Journal journal;
    private final BooleanSupplier isJournalSettled;
    private final NanoClock clock;
    private final CommandRing ring;
    private final int edgeId;
    private final long nonce;
    private final int startLength;
    private final boolean isVenue;

    private JournalReader reader;
    private EventFragmentHandler handler;
    private int epoch;
    private long toOffer = 1;
    private long generation;
    private long askedNs;
    private boolean isAsked;
    private long clusterTimeNs;
    private long progressNs;
    private long pulseNs;
    private boolean isPulsed;
    private long gapExpected;
    private long gapTermId = -1;
    private long rewinds;

    /**
     * A port that has not asked for its epoch.
     *
     * @param link    to the cluster.
     * @param journal that its events are read from.
     * @param isJournalSettled whether the journal's end can only grow; the edge waits for that.
     * @param clock   monotonic, ns.
     * @param ring    for its commands.
     * @param edgeId  1 to 4095, its own among all edges.
     * @param start   what it asks with.
     */
    ClusterEdgePort(
            final CommandLink link,
            final Journal journal,
            final BooleanSupplier isJournalSettled,
            final NanoClock clock,
            final CommandRing ring,
            final int edgeId,
            final EdgeStart start) {
        this.link = link;
        this.journal = journal;
        this.isJournalSettled = isJournalSettled;
        this.clock = clock;
        this.ring = ring;
        this.edgeId = edgeId;
        this.nonce = start.nonce();
        this.isVenue = start.kind() == EdgeKind.VENUE;
        this.startLength = commandWriter.write(start, edgeId, 0, 0, startCommand, 0);
    }

    @Override
    public long trySay(final Command command) {
        if (epoch == 0 || !ring.hasRoom()) {
            return BACK_PRESSURED;
        }
        final int length =
                commandWriter.write(command, edgeId, epoch, ring.lastSeq() + 1, ring.buffer(), ring.nextOffset());
        final long seq = ring.append(length);
        if (toOffer == seq) {
            offerPending(1);
        }
        return seq;
    }

    @Override
    public int poll(final EventFragmentHandler eventHandler, final int limit) {
        final long nowNs = clock.nanoTime();
        int workCount = link.poll(nowNs);
        if (generation != link.generation()) {
            generation = link.generation();
            rewindTo(ring.firstSeq());
        }
        if (reader == null || reader.isFailed()) {
            openReader();
        }
        if (reader == null) {
            return workCount;
        }
        if (epoch == 0) {
            workCount += askForEpoch(nowNs);
        }
        workCount += offerPending(OFFERS_PER_POLL);
        handler = eventHandler;
        return workCount + reader.poll(onEvent, limit);
    }

    @Override
    public boolean isStarted() {
        return epoch != 0;
    }

    @Override
    public int edgeId() {
        return edgeId;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    public long acknowledgedSeq() {
        return ring.firstSeq() - 1;
    }

    @Override
    public long sincePulseNs() {
        return isPulsed ? clock.nanoTime() - pulseNs : Long.MAX_VALUE;
    }

    @Override
    public long clusterTimeNs() {
        return clusterTimeNs;
    }

    /** {@return how often commands were said again} */
    long rewinds() {
        return rewinds;
    }

    @Override
    public void close() {
        link.close();
        if (reader != null) {
            reader.close();
        }
    }

    @Override
    public boolean onEvent(final EventHeader header) {
        return true;
    }

    /** A venue that the core does not know yet has no standing to tell: its edge asks again until the venue is defined. */
    @Override
    public void onEdgeStarted(final EdgeStarted event) {
        if (event.edgeId() != edgeId) {
            return;
        }
        if (event.nonce() == nonce) {
            if (epoch == 0 && (!isVenue || event.venueId() != 0)) {
                epoch = event.epoch();
                ring.clear();
                toOffer = 1;
            }
        } else if (epoch != 0 && event.epoch() > epoch) {
            throw new EdgeTakenException("edge " + edgeId + " has been granted to another process: epoch "
                    + event.epoch() + " there, " + epoch + " here; two processes run with the same edge id");
        }
    }

    @Override
    public void onEdgeGap(final EdgeGap event) {
        final long expected = event.expectedSeq();
        if (event.edgeId() != edgeId
                || event.epoch() != epoch
                || expected < ring.firstSeq()
                || expected > ring.lastSeq()) {
            return;
        }
        acknowledge(expected - 1);
        if (expected != gapExpected || link.leadershipTermId() != gapTermId) {
            gapExpected = expected;
            gapTermId = link.leadershipTermId();
            rewindTo(expected);
        }
    }

    @Override
    public void onPulse(final Pulse event) {
        isPulsed = true;
        pulseNs = clock.nanoTime();
        for (final EdgeAck ack : event.edges()) {
            if (ack.edgeId() == edgeId && ack.epoch() == epoch) {
                acknowledge(ack.seq());
            }
        }
        sayLostAgain();
    }

    private void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        clusterTimeNs = Math.max(clusterTimeNs, Events.timeNs(buffer, offset));
        if (Events.isEdgeEvent(buffer, offset)) {
            onEdgeEvent(buffer, offset, length, position);
        } else if (epoch != 0
                && Events.causeEdgeId(buffer, offset) == edgeId
                && Events.causeEpoch(buffer, offset) == epoch) {
            acknowledge(Events.causeSeq(buffer, offset));
        }
        if (epoch != 0) {
            handler.onFragment(buffer, offset, length, position);
        }
    }

    /** An EdgeGap is caused by a command that was not taken: these events acknowledge by what they say only. */
    private void onEdgeEvent(final DirectBuffer buffer, final int offset, final int length, final long position) {
        eventReader.read(buffer, offset, length, position, this);
    }

    private void acknowledge(final long seq) {
        if (seq >= ring.firstSeq()) {
            ring.release(seq);
            toOffer = Math.max(toOffer, ring.firstSeq());
            progressNs = clusterTimeNs;
        }
    }

    /**
     * Commands are lost if for a second of cluster time nothing of this edge was taken, though its oldest command was
     * offered before that. Without Pulses nothing is known, so nothing is said again.
     */
    private void sayLostAgain() {
        final long first = ring.firstSeq();
        if (first < toOffer && clusterTimeNs - Math.max(ring.offeredNs(first), progressNs) > LOST_NS) {
            rewindTo(first);
        }
    }

    private void rewindTo(final long seq) {
        if (seq < toOffer) {
            toOffer = seq;
            rewinds++;
        }
    }

    private int offerPending(final int limit) {
        int count = 0;
        while (count < limit && toOffer <= ring.lastSeq()) {
            if (!link.offer(ring.buffer(), ring.offset(toOffer), ring.length(toOffer))) {
                break;
            }
            ring.offered(toOffer, clusterTimeNs);
            toOffer++;
            count++;
        }
        return count;
    }

    /** First the place in the journal, then the question: so the answer cannot be missed. */
    private void openReader() {
        if (reader == null) {
            if (link.isConnected() && isJournalSettled.getAsBoolean()) {
                reader = journal.open(journal.recordedPosition());
            }
            return;
        }
        final long position = reader.position();
        final String failure = reader.failure();
        reader.close();
        if (position < journal.startPosition()) {
            throw new IllegalStateException(
                    "edge " + edgeId + " cannot go on at journal position " + position + ": " + failure);
        }
        reader = journal.open(position);
    }

    private int askForEpoch(final long nowNs) {
        if (isAsked && nowNs - askedNs < ASK_AGAIN_NS || !link.offer(startCommand, 0, startLength)) {
            return 0;
        }
        isAsked = true;
        askedNs = nowNs;
        return 1;
    }
}
