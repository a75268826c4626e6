package io.weir.core.cluster;

import io.aeron.Aeron;
import io.aeron.ChannelUri;
import io.aeron.CommonContext;
import io.aeron.Subscription;
import io.aeron.archive.client.AeronArchive;
import io.aeron.exceptions.AeronException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.CloseHelper;
import org.agrona.concurrent.Agent;

/**
 * Asks one node's archive for replays on behalf of readers that must not wait, and tells how far its journal is. Its duty
 * cycle blocks while the archive answers, so each desk has a thread of its own, nearly always asleep: a dead node holds up
 * nobody else's.
 */
final class ReplayDesk implements Agent {
    private static final int FIRST_STREAM_ID = 3_000;
    private static final int STREAM_IDS = 1_000_000;
    private static final int MAX_RECORDINGS_SEEN = 100;
    private static final long WANTED_LOOK_NS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long IDLE_LOOK_NS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long START_LOOK_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long CONNECT_AGAIN_NS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long ARCHIVE_TIMEOUT_NS = TimeUnit.SECONDS.toNanos(2);

    private final List<Replay> given = new ArrayList<>();
    private final Aeron aeron;
    private final ArchiveAddress address;
    private final ArchiveView view;
    private final ReplayReaders readers;
    private final String name;
    private AeronArchive archive;
    private long recordingId = AeronArchive.NULL_POSITION;
    private int nextStream;
    private long nextLookNs = System.nanoTime();
    private long nextStartLookNs = nextLookNs;
    private long startPosition;

    /**
     * A desk that has not asked yet.
     *
     * @param aeron   client with a conductor thread of its own.
     * @param address of the archive.
     * @param view    is told what the archive has.
     * @param readers to serve.
     * @param name    of the node, for the thread.
     */
    ReplayDesk(
            final Aeron aeron,
            final ArchiveAddress address,
            final ArchiveView view,
            final ReplayReaders readers,
            final String name) {
        this.aeron = aeron;
        this.address = address;
        this.view = view;
        this.readers = readers;
        this.name = name;
    }

    @Override
    public int doWork() {
        final long nowNs = System.nanoTime();
        if (nowNs - nextLookNs < 0) {
            return 0;
        }
        endOld();
        try {
            connect();
            final int workCount = look(nowNs);
            nextLookNs = nowNs + (isWanted() ? WANTED_LOOK_NS : IDLE_LOOK_NS);
            return workCount;
        } catch (final AeronException e) {
            leaveArchive();
            nextLookNs = System.nanoTime() + CONNECT_AGAIN_NS;
            return 1;
        }
    }

    @Override
    public void onClose() {
        given.forEach(replay -> CloseHelper.quietClose(replay.subscription()));
        CloseHelper.quietClose(archive);
    }

    @Override
    public String roleName() {
        return name;
    }

    private void connect() {
        if (archive == null) {
            archive = AeronArchive.connect(new AeronArchive.Context()
                    .aeron(aeron)
                    .ownsAeronClient(false)
                    .messageTimeoutNs(ARCHIVE_TIMEOUT_NS)
                    .controlRequestChannel(address.requestChannel())
                    .controlResponseChannel(address.responseChannel()));
            recordingId = AeronArchive.NULL_POSITION;
            nextStartLookNs = System.nanoTime();
        }
    }

    private int look(final long nowNs) {
        if (!findRecording()) {
            view.onNothing();
            return 0;
        }
        if (nowNs - nextStartLookNs >= 0) {
            nextStartLookNs = nowNs + START_LOOK_NS;
            startPosition = archive.getStartPosition(recordingId);
        }
        final long recorded = archive.getMaxRecordedPosition(recordingId);
        view.onJournal(startPosition, recorded);
        int workCount = 0;
        for (final ReplayedJournalReader reader : readers.open()) {
            final long position = reader.position();
            if (reader.isWaiting()
                    && position >= startPosition
                    && position < recorded
                    && reader.tryClaim(this, System.nanoTime())) {
                give(reader, position);
                workCount++;
            }
        }
        return workCount;
    }

    private boolean isWanted() {
        for (final ReplayedJournalReader reader : readers.open()) {
            if (reader.isWaiting()) {
                return true;
            }
        }
        return recordingId == AeronArchive.NULL_POSITION;
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

    /** A replay begins only where there is something to read: at the very end a reader waits for the next event. */
    private void give(final ReplayedJournalReader reader, final long position) {
        final Replay replay = address.isIpc() ? replayByIpc(position) : replayByUdp(position);
        given.add(replay);
        if (!reader.give(replay)) {
            replay.letGo();
        }
    }

    private Replay replayByIpc(final long position) {
        final String channel = address.replayChannel();
        final int streamId = nextStreamId();
        final long replayId =
                archive.startReplay(recordingId, position, AeronArchive.REPLAY_ALL_AND_FOLLOW, channel, streamId);
        return new Replay(aeron.addSubscription(ChannelUri.addSessionId(channel, (int) replayId), streamId), replayId);
    }

    /** The port is ours to choose, so the subscription comes first. */
    private Replay replayByUdp(final long position) {
        final int streamId = nextStreamId();
        final Subscription subscription = aeron.addSubscription(address.replayChannel(), streamId);
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
                            recordingId, position, AeronArchive.REPLAY_ALL_AND_FOLLOW, uri.toString(), streamId));
        } catch (final AeronException e) {
            subscription.close();
            throw e;
        }
    }

    private int nextStreamId() {
        nextStream = (nextStream + 1) % STREAM_IDS;
        return FIRST_STREAM_ID + nextStream;
    }

    /** The archive may have gone meanwhile, or ended the replay by itself: then there is nothing to stop. */
    private void endOld() {
        for (final Iterator<Replay> each = given.iterator(); each.hasNext(); ) {
            final Replay replay = each.next();
            if (replay.isOver()) {
                each.remove();
                CloseHelper.quietClose(replay.subscription());
                if (archive != null) {
                    archive.archiveProxy()
                            .stopReplay(replay.replayId(), aeron.nextCorrelationId(), archive.controlSessionId());
                }
            }
        }
    }

    private void leaveArchive() {
        CloseHelper.quietClose(archive);
        archive = null;
        view.onSilence();
    }
}
