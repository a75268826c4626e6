package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.weir.protocol.codec.EventReader;
import io.weir.protocol.event.CommandRefused;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.JournalMark;
import io.weir.protocol.log.EventFragmentHandler;
import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.util.HashMap;
import java.util.Map;
import org.agrona.DirectBuffer;

/**
 * Reads a journal and makes sure that it is whole: no number left out or given twice, each mark in its place with the hash
 * of what stands before it, each command of an edge's epoch answered once and in order.
 */
final class JournalCheck implements EventFragmentHandler, EventHandler {
    private final EventReader eventReader = new EventReader();
    private final Map<Long, Long> lastSeqByEpoch = new HashMap<>();
    private final boolean isFromStart;
    private EventHeader header;
    private long eventSeq;
    private long hash = JournalHash.EMPTY;
    private long hashBefore;
    private long positionBefore;
    private long marks;
    private long answers;

    private JournalCheck(final boolean isFromStart) {
        this.isFromStart = isFromStart;
    }

    static JournalCheck check(final Journal journal) {
        final JournalCheck check = new JournalCheck(journal.startPosition() == 0);
        final long end = journal.recordedPosition();
        try (JournalReader reader = journal.open(journal.startPosition())) {
            while (reader.position() < end) {
                reader.poll(check, 1000);
                assertFalse(reader.isFailed(), reader.failure());
            }
        }
        return check;
    }

    long eventSeq() {
        return eventSeq;
    }

    long marks() {
        return marks;
    }

    long answers() {
        return answers;
    }

    /** {@return number of the last command answered of an edge's epoch, 0 if none was} */
    long lastSeq(final int edgeId, final int epoch) {
        return lastSeqByEpoch.getOrDefault((long) edgeId << 32 | epoch, 0L);
    }

    @Override
    public void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        hashBefore = hash;
        hash = JournalHash.roll(hash, buffer, offset, length);
        eventReader.read(buffer, offset, length, position, this);
        positionBefore = position;
    }

    @Override
    public boolean onEvent(final EventHeader next) {
        if (eventSeq != 0 || isFromStart) {
            assertEquals(eventSeq + 1, next.eventSeq(), "events follow one another");
        }
        eventSeq = next.eventSeq();
        header = next;
        return true;
    }

    @Override
    public void onJournalMark(final JournalMark mark) {
        marks++;
        if (isFromStart) {
            assertEquals(positionBefore, mark.markedPosition(), "the mark stands where it says");
            assertEquals(hashBefore, mark.hash(), "the mark has the hash of all before it");
        }
    }

    @Override
    public void onCommandRefused(final CommandRefused answer) {
        answers++;
        final long key = (long) header.causeEdgeId() << 32 | header.causeEpoch();
        final long last = lastSeqByEpoch.getOrDefault(key, isFromStart ? 0 : header.causeSeq() - 1);
        assertEquals(last + 1, header.causeSeq(), "edge " + header.causeEdgeId() + " epoch " + header.causeEpoch());
        lastSeqByEpoch.put(key, header.causeSeq());
    }
}
