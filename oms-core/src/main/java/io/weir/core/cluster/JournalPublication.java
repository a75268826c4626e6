package io.weir.core.cluster;

import io.aeron.ChannelUri;
import io.aeron.ChannelUriStringBuilder;
import io.aeron.CommonContext;
import io.aeron.ExclusivePublication;
import io.aeron.Publication;
import io.aeron.archive.client.AeronArchive;
import io.aeron.archive.codecs.SourceLocation;
import io.aeron.archive.status.RecordingPos;
import io.aeron.cluster.service.Cluster;
import io.aeron.logbuffer.BufferClaim;
import io.weir.protocol.log.EventFragmentHandler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.status.CountersReader;

/**
 * The journal's way to disk: an exclusive publication that the local archive records. It is found again by alias and
 * stream, extended where it ended, and watched: a recorder that stops (a full disk ends it without a word) stops the node.
 * For the service's thread.
 */
final class JournalPublication implements JournalSink, AutoCloseable {
    /** Alias of the journal's channel, and its stream: by both it is found. */
    static final String ALIAS = "weir-journal";

    static final int STREAM_ID = 2001;
    private static final int MTU = 8192;
    private static final int MAX_RECORDINGS_SEEN = 100;

    private final BufferClaim claim = new BufferClaim();
    private final Cluster cluster;
    private final JournalLocation location;
    private final NodeCounters counters;
    private final Path archiveDirectory;
    private final TermConfig terms;
    private JournalRecording recording;
    private ExclusivePublication publication;
    private int recordedCounterId = CountersReader.NULL_COUNTER_ID;
    private boolean isOpen;

    /**
     * Finds the journal's recording, if there is one. Blocks while it asks the archive.
     *
     * @param cluster          the service's.
     * @param archiveDirectory of this node.
     * @param terms            for a journal that does not exist yet.
     * @param location         is told where the journal is.
     * @param counters         of the node.
     */
    JournalPublication(
            final Cluster cluster,
            final Path archiveDirectory,
            final TermConfig terms,
            final JournalLocation location,
            final NodeCounters counters) {
        this.cluster = cluster;
        this.archiveDirectory = archiveDirectory;
        this.terms = terms;
        this.location = location;
        this.counters = counters;
        try (AeronArchive archive = connect()) {
            recording = find(archive);
        }
    }

    @Override
    public int termLength() {
        return recording == null ? terms.journalLength() : recording.termLength();
    }

    @Override
    public long recordedAtStart() {
        return recording == null ? 0 : recording.stopPosition();
    }

    @Override
    public long hashRecorded(final long from, final long to, final long hash) {
        final long[] rolled = {hash};
        final EventFragmentHandler roll =
                (buffer, offset, length, position) -> rolled[0] = JournalHash.roll(rolled[0], buffer, offset, length);
        try (SegmentCursor cursor = new SegmentCursor(recording, from)) {
            while (cursor.poll(roll, 64, to) > 0) {
                if (cursor.position() > to) {
                    throw new IllegalStateException("the journal drifts: no recorded event ends at position " + to
                            + ", one at " + cursor.position());
                }
            }
        }
        return rolled[0];
    }

    @Override
    public void open(final long position) {
        final ChannelUriStringBuilder channel = new ChannelUriStringBuilder()
                .media(CommonContext.IPC_MEDIA)
                .alias(ALIAS)
                .mtu(MTU)
                .termLength(termLength());
        if (recording != null) {
            channel.initialPosition(position, recording.initialTermId(), recording.termLength());
        }
        publication = cluster.aeron().addExclusivePublication(channel.build(), STREAM_ID);
        final String recorded = ChannelUri.addSessionId(channel.build(), publication.sessionId());
        try (AeronArchive archive = connect()) {
            if (recording == null) {
                archive.startRecording(recorded, STREAM_ID, SourceLocation.LOCAL);
            } else {
                archive.extendRecording(recording.recordingId(), recorded, STREAM_ID, SourceLocation.LOCAL);
            }
            awaitRecorder(archive);
        }
        if (recording == null) {
            recording = new JournalRecording(
                    archiveDirectory,
                    RecordingPos.getRecordingId(countersReader(), recordedCounterId),
                    position,
                    position,
                    publication.initialTermId(),
                    publication.termBufferLength(),
                    terms.segmentLength());
        }
        location.settle(recording);
        isOpen = true;
    }

    @Override
    public void truncate(final long position) {
        try (AeronArchive archive = connect()) {
            archive.truncateRecording(recording.recordingId(), position);
        }
        recording = recording.endingAt(position);
    }

    @Override
    public void settle() {
        location.settle(recording);
    }

    @Override
    public void write(final DirectBuffer buffer, final int length, final long positionBehind) {
        long result = publication.tryClaim(length, claim);
        if (result < 0) {
            result = waitAndClaim(length);
        }
        claim.buffer().putBytes(claim.offset(), buffer, 0, length);
        claim.commit();
        if (result != positionBehind) {
            throw new IllegalStateException("the journal drifts: an event was written up to position " + result
                    + ", it belongs to " + positionBehind);
        }
    }

    @Override
    public void awaitRecorded(final long position) {
        final IdleStrategy idleStrategy = cluster.idleStrategy();
        idleStrategy.reset();
        while (countersReader().getCounterValue(recordedCounterId) < position) {
            checkRecorder();
            idleStrategy.idle();
        }
        checkRecorder();
    }

    /** Looks whether the journal is still being recorded; cheap enough for every duty cycle. */
    void checkRecorder() {
        if (isOpen && !RecordingPos.isActive(countersReader(), recordedCounterId, recording.recordingId())) {
            throw new IllegalStateException("the journal's recording " + recording.recordingId()
                    + " has ended at or before position " + publication.position() + "; "
                    + DataDirectory.describeFreeSpace(archiveDirectory));
        }
    }

    private long waitAndClaim(final int length) {
        final IdleStrategy idleStrategy = cluster.idleStrategy();
        idleStrategy.reset();
        while (true) {
            final long result = publication.tryClaim(length, claim);
            if (result > 0) {
                return result;
            }
            if (result == Publication.CLOSED || result == Publication.MAX_POSITION_EXCEEDED) {
                throw new IllegalStateException("the journal takes no more at position " + publication.position() + ": "
                        + Publication.errorString(result));
            }
            checkRecorder();
            if (result != Publication.ADMIN_ACTION) {
                counters.journalBackPressure.incrementAndGet();
                idleStrategy.idle();
            }
        }
    }

    private void awaitRecorder(final AeronArchive archive) {
        final IdleStrategy idleStrategy = cluster.idleStrategy();
        idleStrategy.reset();
        do {
            archive.checkForErrorResponse();
            idleStrategy.idle();
            recordedCounterId =
                    RecordingPos.findCounterIdBySession(countersReader(), publication.sessionId(), archive.archiveId());
        } while (recordedCounterId == CountersReader.NULL_COUNTER_ID);
    }

    private JournalRecording find(final AeronArchive archive) {
        final List<JournalRecording> found = new ArrayList<>();
        archive.listRecordingsForUri(
                0,
                MAX_RECORDINGS_SEEN,
                "alias=" + ALIAS,
                STREAM_ID,
                (session,
                        correlation,
                        id,
                        began,
                        ended,
                        start,
                        stop,
                        initialTermId,
                        segment,
                        term,
                        mtu,
                        s,
                        st,
                        c,
                        oc,
                        src) -> found.add(
                        new JournalRecording(archiveDirectory, id, start, stop, initialTermId, term, segment)));
        if (found.size() > 1) {
            throw new IllegalStateException(
                    "the archive has " + found.size() + " recordings of the journal, one is right: "
                            + found.stream().map(JournalRecording::recordingId).toList());
        }
        if (!found.isEmpty() && found.get(0).stopPosition() == AeronArchive.NULL_POSITION) {
            throw new IllegalStateException(
                    "the journal's recording " + found.get(0).recordingId() + " is being written by someone else");
        }
        return found.isEmpty() ? null : found.get(0);
    }

    private AeronArchive connect() {
        return AeronArchive.connect(cluster.context().archiveContext().clone());
    }

    private CountersReader countersReader() {
        return cluster.aeron().countersReader();
    }

    @Override
    public void close() {
        if (publication != null && !cluster.aeron().isClosed()) {
            publication.close();
        }
    }
}
