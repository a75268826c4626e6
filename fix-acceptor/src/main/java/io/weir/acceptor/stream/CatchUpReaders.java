package io.weir.acceptor.stream;

import io.weir.acceptor.AcceptorCounters;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The few readers of older journal that all streams share, with a budget of bytes in each duty cycle, so that no resend
 * starves another session. A stream whose client does not take more gives its reader to one that waits. For one thread.
 */
public final class CatchUpReaders implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUpReaders.class);
    private static final long GIVE_WAY_AFTER_NS = 100_000_000L;
    private static final long OPEN_AGAIN_AFTER_NS = 1_000_000_000L;
    private static final int MOST_EVENTS_A_POLL = 32;

    private final Journal journal;
    private final int bytesPerCycle;
    private final AcceptorCounters counters;
    private final Slot[] slots;
    private final Deque<SessionStream> waiting = new ArrayDeque<>();
    private int first;

    /**
     * Makes them, none open.
     *
     * @param journal       to read.
     * @param readers       the most open at once.
     * @param bytesPerCycle of journal read in one duty cycle.
     * @param counters      to count in.
     */
    public CatchUpReaders(
            final Journal journal, final int readers, final int bytesPerCycle, final AcceptorCounters counters) {
        this.journal = journal;
        this.bytesPerCycle = bytesPerCycle;
        this.counters = counters;
        this.slots = new Slot[readers];
        for (int i = 0; i < readers; i++) {
            slots[i] = new Slot();
        }
    }

    /** Queues a stream that needs a reader; one that is queued or served already is left where it is. */
    public void request(final SessionStream stream) {
        for (final Slot slot : slots) {
            if (slot.stream == stream) {
                return;
            }
        }
        if (!waiting.contains(stream)) {
            waiting.add(stream);
        }
    }

    /**
     * One duty cycle.
     *
     * @param nowNs a monotonic clock.
     * @return events read.
     */
    public int poll(final long nowNs) {
        int events = 0;
        long budget = bytesPerCycle;
        first = first + 1 == slots.length ? 0 : first + 1;
        for (int i = 0; i < slots.length; i++) {
            final Slot slot = slots[(first + i) % slots.length];
            if (slot.stream == null && !waiting.isEmpty()) {
                slot.take(waiting.poll(), nowNs);
            }
            final long share = budget / (slots.length - i);
            final long before = slot.position();
            events += slot.poll(share, nowNs);
            budget -= Math.max(0, slot.position() - before);
        }
        return events;
    }

    @Override
    public void close() {
        waiting.clear();
        for (final Slot slot : slots) {
            slot.release();
        }
    }

    /** One reader and the stream that it works for. */
    private final class Slot {
        private SessionStream stream;
        private JournalReader reader;
        private long lastProgressNs;
        private long openAtNs;
        private boolean astray;
        /** Behind the last event that the reader gave; the reader itself may have stepped over padding behind it. */
        private long handedOn;

        void take(final SessionStream next, final long nowNs) {
            stream = next;
            lastProgressNs = nowNs;
            openAtNs = nowNs;
        }

        void release() {
            close();
            stream = null;
        }

        long position() {
            return reader == null ? 0 : reader.position();
        }

        int poll(final long budget, final long nowNs) {
            if (stream == null) {
                return 0;
            }
            if (!stream.needsReader()) {
                release();
                return 1;
            }
            if (reader != null && handedOn > stream.cursor()) {
                // Meanwhile the stream went on from the ring and met a resend of older events.
                close();
            }
            if (reader == null && nowNs >= openAtNs) {
                open();
            }
            final int events = reader == null ? 0 : read(budget);
            if (reader != null && reader.isFailed()) {
                failed(nowNs);
            } else if (events > 0) {
                lastProgressNs = nowNs;
            } else if (!waiting.isEmpty() && nowNs - lastProgressNs > GIVE_WAY_AFTER_NS) {
                waiting.add(stream);
                release();
            }
            return events;
        }

        private void open() {
            final long startPosition = journal.startPosition();
            if (stream.cursor() < startPosition) {
                LOG.warn(
                        "session={} asks for messages from journal position {}, kept are those from {}: numbers are filled",
                        stream.sessionId(),
                        stream.cursor(),
                        startPosition);
                stream.jumpTo(startPosition);
            }
            astray = false;
            handedOn = stream.cursor();
            reader = journal.open(handedOn);
            counters.readersOpened.increment();
        }

        private void close() {
            if (reader != null) {
                reader.close();
                reader = null;
            }
        }

        private int read(final long budget) {
            final long until = reader.position() + budget;
            int events = 0;
            while (!astray && reader.position() < until && stream.hasRoom() && stream.needsReader()) {
                final int polled = reader.poll(this::onFragment, Math.min(MOST_EVENTS_A_POLL, stream.room()));
                if (polled == 0) {
                    break;
                }
                events += polled;
            }
            if (astray) {
                close();
            }
            return events;
        }

        /** A resend met on the way may begin before this reader's place: it is then opened anew, there. */
        private void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
            if (astray) {
                return;
            }
            final long before = stream.cursor();
            handedOn = position;
            stream.onReplay(buffer, offset, length, position);
            astray = stream.cursor() < before;
        }

        private void failed(final long nowNs) {
            counters.readersFailed.increment();
            LOG.warn("catch-up reader failed at position {}: {}", reader.position(), reader.failure());
            close();
            openAtNs = nowNs + OPEN_AGAIN_AFTER_NS;
        }
    }
}
