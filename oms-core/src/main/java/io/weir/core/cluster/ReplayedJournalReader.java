package io.weir.core.cluster;

import io.aeron.Image;
import io.aeron.logbuffer.ControlledFragmentHandler;
import io.aeron.logbuffer.ControlledFragmentHandler.Action;
import io.aeron.logbuffer.Header;
import io.weir.protocol.codec.Events;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.JournalReader;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.DirectBuffer;

/**
 * Reads the journal from an archive's replay that follows the recording. The core says a Pulse ten times a second, so a
 * replay that brings nothing for half a second comes from a node that is dead, cut off or behind: the reader lets go of it,
 * and whichever {@link ReplayDesk} has news first gives it another. It makes sure that it goes on with the very next event.
 * Polled by one thread; the desks' threads give it its replays.
 */
final class ReplayedJournalReader implements JournalReader {
    private static final long SILENCE_NS = TimeUnit.MILLISECONDS.toNanos(500);

    /** Who was not polled for so long cannot tell whether the node was silent. */
    private static final long ABSENCE_NS = SILENCE_NS / 5;

    /** A desk that is asked for a replay and does not give one in time is passed over. */
    private static final long CLAIM_NS = TimeUnit.MILLISECONDS.toNanos(300);

    private final ControlledFragmentHandler fragments = this::onFragment;
    private final AtomicReference<Replay> replay = new AtomicReference<>();
    private final AtomicReference<Claim> claim = new AtomicReference<>();
    private volatile boolean isClosed;
    private volatile String failure = "";
    private volatile long position;
    private EventFragmentHandler handler;
    private RuntimeException thrown;
    private Replay current;
    private Image image;
    private long lastEventSeq;
    private long polledNs;
    private long heardNs;
    private boolean isResumed;

    ReplayedJournalReader(final long position) {
        this.position = position;
    }

    @Override
    public int poll(final EventFragmentHandler eventHandler, final int limit) {
        final Replay given = replay.get();
        if (given == null || isOver()) {
            return 0;
        }
        final long nowNs = System.nanoTime();
        if (given != current || nowNs - polledNs > ABSENCE_NS) {
            current = given;
            heardNs = nowNs;
        }
        polledNs = nowNs;
        handler = eventHandler;
        final int count = image == null && !findImage(given) ? 0 : image.controlledPoll(fragments, limit);
        throwWhatWasThrown();
        if (count > 0) {
            heardNs = nowNs;
        } else if (isAtItsEnd() || nowNs - heardNs > SILENCE_NS) {
            letGo();
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
        letGo();
    }

    /** {@return whether a desk is to find a replay from {@link #position}} */
    boolean isWaiting() {
        return replay.get() == null && !isOver();
    }

    /** {@return whether nobody reads any more} */
    boolean isOver() {
        return isClosed || isFailed();
    }

    /**
     * Keeps other desks from beginning a replay for this reader too, for a while.
     *
     * @param desk that is about to begin one.
     * @return false if another desk is about to.
     */
    boolean tryClaim(final ReplayDesk desk, final long nowNs) {
        final Claim last = claim.get();
        final boolean isFree = last == null || last.desk == desk || nowNs - last.atNs > CLAIM_NS;
        return isFree && claim.compareAndSet(last, new Claim(desk, nowNs));
    }

    /**
     * Hands over a replay.
     *
     * @param newReplay that begins at {@link #position}.
     * @return false if the reader needs none any more: the desk ends it.
     */
    boolean give(final Replay newReplay) {
        return replay.compareAndSet(null, newReplay) && !isOver();
    }

    void fail(final String why) {
        failure = why;
    }

    private boolean findImage(final Replay given) {
        image = given.subscription().imageBySessionId(given.sessionId());
        if (image == null) {
            return false;
        }
        if (image.joinPosition() != position) {
            throw new IllegalStateException(
                    "the replay begins at position " + image.joinPosition() + ", wanted was " + position);
        }
        isResumed = true;
        return true;
    }

    private boolean isAtItsEnd() {
        return image != null && (image.isClosed() || image.isEndOfStream());
    }

    private void letGo() {
        image = null;
        claim.set(null);
        final Replay given = replay.getAndSet(null);
        if (given != null) {
            given.letGo();
        }
    }

    /** An exception that got out of here would only be counted by Aeron, and the event passed over. */
    private Action onFragment(final DirectBuffer buffer, final int offset, final int length, final Header header) {
        try {
            checkOrder(Events.eventSeq(buffer, offset));
            handler.onFragment(buffer, offset, length, header.position());
            position = header.position();
            return Action.CONTINUE;
        } catch (final RuntimeException e) {
            thrown = e;
            return Action.ABORT;
        }
    }

    private void checkOrder(final long eventSeq) {
        if (isResumed && lastEventSeq != 0 && eventSeq != lastEventSeq + 1) {
            throw new IllegalStateException("event " + eventSeq + " follows " + lastEventSeq + " at position "
                    + position + ": the journals of the nodes differ");
        }
        isResumed = false;
        lastEventSeq = eventSeq;
    }

    private void throwWhatWasThrown() {
        if (thrown != null) {
            final RuntimeException e = thrown;
            thrown = null;
            throw e;
        }
    }

    /** Who is about to begin a replay, and since when. */
    private record Claim(ReplayDesk desk, long atNs) {}
}
