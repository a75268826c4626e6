package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.ChannelUri;
import io.aeron.CommonContext;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.exceptions.AeronException;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;
import org.agrona.concurrent.ManyToOneConcurrentLinkedQueue;

/**
 * Asks archives for replays on behalf of readers that must not wait. It knows the archives of all nodes and goes on with the
 * next one when one is gone; recording ids differ between nodes, positions do not. Its duty cycle blocks while an archive
 * answers, so it belongs on a thread of the cold kind; {@link #journal} is for any.
 */
final class ReplayDesk implements Agent {
    private static final int FIRST_STREAM_ID = 3_000;
    private static final int MAX_RECORDINGS_SEEN = 100;
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long ARCHIVE_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(2);

    private final ManyToOneConcurrentLinkedQueue<ReplayedJournalReader> opened = new ManyToOneConcurrentLinkedQueue<>();
    private final Map<ReplayedJournalReader, Replay> readers = new HashMap<>();
    private final Aeron aeron;
    private final List<ArchiveAddress> addresses;
    private AeronArchive archive;
    private int address;
    private long recordingId;
    private int nextStreamId = FIRST_STREAM_ID;
    private long nextLookNs = System.nanoTime();
    private volatile long startPosition;
    private volatile long recordedPosition;

    /**
     * A desk that has not asked yet.
     *
     * @param aeron     client with a conductor thread of its own.
     * @param addresses of the archives, the nearest first.
     */
    ReplayDesk(final Aeron aeron, final List<ArchiveAddress> addresses) {
        this.aeron = aeron;
        this.addresses = List.copyOf(addresses);
    }

    /** {@return the journal as this desk's readers see it} */
    Journal journal() {
        return new ReplayedJournal();
    }

    @Override
    public int doWork() {
        final long nowNs = System.nanoTime();
        if (nowNs - nextLookNs < 0) {
            return 0;
        }
        nextLookNs = nowNs + LOOK_NS;
        for (ReplayedJournalReader reader = opened.poll(); reader != null; reader = opened.poll()) {
            readers.put(reader, null);
        }
        try {
            return connect() ? look() : 0;
        } catch (final AeronException e) {
            leaveArchive();
            return 1;
        }
    }

    @Override
    public void onClose() {
        readers.values().forEach(ReplayDesk::closeSubscription);
        readers.clear();
        CloseHelper.quietClose(archive);
    }

    @Override
    public String roleName() {
        return "weir-replays";
    }

    private boolean connect() {
        if (archive == null) {
            final ArchiveAddress next = addresses.get(address);
            archive = AeronArchive.connect(new AeronArchive.Context()
                    .aeron(aeron)
                    .ownsAeronClient(false)
                    .messageTimeoutNs(ARCHIVE_TIMEOUT_NS)
                    .controlRequestChannel(next.requestChannel())
                    .controlResponseChannel(next.responseChannel()));
            recordingId = AeronArchive.NULL_POSITION;
        }
        return findRecording();
    }

    private boolean findRecording() {
        if (recordingId == AeronArchive.NULL_POSITION) {
            archive.listRecordingsForUri(
                    0,
                    MAX_RECORDINGS_SEEN,
                    "alias=" + JournalPublication.ALIAS,
                    JournalPublication.STREAM_ID,
                    (session,
                            correlation,
                            id,
                            began,
                            ended,
                            start,
                            stop,
                            initial,
                            segment,
                            term,
                            mtu,
                            s,
                            st,
                            c,
                            oc,
                            src) -> recordingId = id);
        }
        return recordingId != AeronArchive.NULL_POSITION;
    }

    private int look() {
        startPosition = archive.getStartPosition(recordingId);
        recordedPosition = archive.getMaxRecordedPosition(recordingId);
        int workCount = 0;
        for (final Iterator<Map.Entry<ReplayedJournalReader, Replay>> each =
                        readers.entrySet().iterator();
                each.hasNext(); ) {
            final Map.Entry<ReplayedJournalReader, Replay> entry = each.next();
            if (entry.getKey().isOver()) {
                end(entry.getValue());
                each.remove();
                workCount++;
            } else if (entry.getKey().isWaiting()) {
                end(entry.getValue());
                entry.setValue(begin(entry.getKey()));
                workCount++;
            }
        }
        return workCount;
    }

    /** A replay begins only where there is something to read; at the very end the reader waits for the next event. */
    private Replay begin(final ReplayedJournalReader reader) {
        final long position = reader.position();
        if (position < startPosition) {
            reader.fail("journal position " + position + " is purged; the oldest that is kept is " + startPosition);
        }
        if (reader.isFailed() || position >= recordedPosition) {
            return null;
        }
        final Replay replay = addresses.get(address).isIpc() ? replayByIpc(position) : replayByUdp(position);
        reader.give(replay);
        return replay;
    }

    private Replay replayByIpc(final long position) {
        final String channel = addresses.get(address).replayChannel();
        final int streamId = nextStreamId++;
        final long replayId =
                archive.startReplay(recordingId, position, AeronArchive.REPLAY_ALL_AND_FOLLOW, channel, streamId);
        return new Replay(
                aeron.addSubscription(ChannelUri.addSessionId(channel, (int) replayId), streamId),
                replayId,
                System.nanoTime());
    }

    /** The port is ours to choose, so the subscription comes first. */
    private Replay replayByUdp(final long position) {
        final int streamId = nextStreamId++;
        final Subscription subscription =
                aeron.addSubscription(addresses.get(address).replayChannel(), streamId);
        try {
            String channel = subscription.tryResolveChannelEndpointPort();
            while (channel == null) {
                archive.context().idleStrategy().idle();
                channel = subscription.tryResolveChannelEndpointPort();
            }
            final ChannelUri uri = ChannelUri.parse(channel);
            uri.put(CommonContext.LINGER_PARAM_NAME, "0");
            return new Replay(
                    subscription,
                    archive.startReplay(
                            recordingId, position, AeronArchive.REPLAY_ALL_AND_FOLLOW, uri.toString(), streamId),
                    System.nanoTime());
        } catch (final AeronException e) {
            subscription.close();
            throw e;
        }
    }

    private void end(final Replay replay) {
        if (replay != null) {
            closeSubscription(replay);
            try {
                archive.stopReplay(replay.replayId());
            } catch (final AeronException e) {
                // It has ended by itself.
            }
        }
    }

    private void leaveArchive() {
        CloseHelper.quietClose(archive);
        archive = null;
        address = (address + 1) % addresses.size();
    }

    private static void closeSubscription(final Replay replay) {
        if (replay != null) {
            CloseHelper.quietClose(replay.subscription());
        }
    }

    /** The journal behind the desk. */
    private final class ReplayedJournal implements Journal {
        @Override
        public JournalReader open(final long position) {
            final ReplayedJournalReader reader = new ReplayedJournalReader(position);
            opened.add(reader);
            return reader;
        }

        @Override
        public long recordedPosition() {
            return recordedPosition;
        }

        @Override
        public long startPosition() {
            return startPosition;
        }
    }
}
