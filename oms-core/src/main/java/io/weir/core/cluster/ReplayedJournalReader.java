package io.weir.core.cluster;

import io.aeron.Image;
import io.aeron.logbuffer.FragmentHandler;
import io.aeron.logbuffer.Header;
import io.weir.protocol.codec.Events;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.JournalReader;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;

/**
 * Reads the journal from an archive's replay that follows the recording. When the replay ends, with its node or its
 * connection, the {@link ReplayDesk} finds another one, on whichever node; the reader makes sure that it goes on with the
 * very next event. Polled by one thread; the desk's thread gives it its replays.
 */
final class ReplayedJournalReader implements JournalReader {
    private static final long IMAGE_PATIENCE_NS = TimeUnit.SECONDS.toNanos(5);

    private final FragmentHandler fragments = this::onFragment;
    private volatile Replay replay;
    private volatile boolean isClosed;
    private volatile String failure = "";
    private volatile long position;
    private EventFragmentHandler handler;
    private Image image;
    private long lastEventSeq;
    private boolean isResumed;

    ReplayedJournalReader(final long position) {
        this.position = position;
    }

    @Override
    public int poll(final EventFragmentHandler eventHandler, final int limit) {
        final Replay given = replay;
        if (given == null || isFailed() || image == null && !findImage(given)) {
            return 0;
        }
        handler = eventHandler;
        final int count = image.poll(fragments, limit);
        position = image.isClosed() ? position : image.position();
        if (count == 0 && (image.isClosed() || image.isEndOfStream())) {
            giveBack();
        }
        return count;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean isFailed() {
        return !failure.isEmpty();
    }

    @Override
    public String failure() {
        return failure;
    }

    @Override
    public void close() {
        isClosed = true;
    }

    /** {@return whether the desk is to find a replay from {@link #position}} */
    boolean isWaiting() {
        return replay == null && !isClosed && !isFailed();
    }

    /** {@return whether nobody reads any more} */
    boolean isOver() {
        return isClosed || isFailed();
    }

    void give(final Replay newReplay) {
        replay = newReplay;
    }

    void fail(final String why) {
        failure = why;
    }

    private boolean findImage(final Replay given) {
        image = given.subscription().imageBySessionId(given.sessionId());
        if (image == null) {
            if (System.nanoTime() - given.openedNs() > IMAGE_PATIENCE_NS) {
                giveBack();
            }
            return false;
        }
        if (image.joinPosition() != position) {
            fail("the replay begins at position " + image.joinPosition() + ", wanted was " + position);
            return false;
        }
        isResumed = true;
        return true;
    }

    private void giveBack() {
        image = null;
        replay = null;
    }

    private void onFragment(final DirectBuffer buffer, final int offset, final int length, final Header header) {
        final long eventSeq = Events.eventSeq(buffer, offset);
        if (isResumed) {
            isResumed = false;
            if (lastEventSeq != 0 && eventSeq != lastEventSeq + 1) {
                fail("event " + eventSeq + " follows " + lastEventSeq + " at position " + position
                        + ": the journals of the nodes differ");
                return;
            }
        }
        if (!isFailed()) {
            lastEventSeq = eventSeq;
            handler.onFragment(buffer, offset, length, header.position());
        }
    }
}
