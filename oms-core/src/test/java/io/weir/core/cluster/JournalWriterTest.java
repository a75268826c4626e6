package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.protocol.Bounds;
import io.weir.protocol.event.Alert;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal's arithmetic, without Aeron: the same events, the same places, and no event twice. */
final class JournalWriterTest {
    private static final int TERM = 1 << 16;

    @TempDir
    Path directory;

    private JournalEpochs epochs;
    private Recorded recorded;

    @BeforeEach
    void setUp() {
        epochs = new JournalEpochs(directory.resolve("journal-epochs"));
        recorded = new Recorded();
    }

    @Test
    void shouldWriteOnlyWhatLiesBeyondTheRecording() {
        final JournalWriter first = writer(1);
        say(first, 1, 10_000, 7);
        final byte[] written = recorded.bytes.toByteArray();

        for (final long end : List.of(0L, recorded.ends.get(0), recorded.ends.get(5_000), first.position())) {
            recorded = recorded.cutTo(end);
            final JournalWriter replay = writer(1);
            say(replay, 1, 10_000, 7);
            assertEquals(first.position(), replay.position());
            assertEquals(first.eventSeq(), replay.eventSeq());
            assertArrayEquals(written, recorded.bytes.toByteArray());
            assertEquals(end == first.position(), !replay.isLive());
        }
    }

    @Test
    void shouldGoOnWhenKilledBetweenPaddingAndFrame() {
        final JournalWriter first = writer(1);
        say(first, 1, 2_000, 7);
        final byte[] written = recorded.bytes.toByteArray();
        recorded = recorded.cutTo(TERM);
        final long behindFrame = recorded.ends.get(recorded.ends.size() - 1);
        assertTrue(behindFrame < TERM, "the last frame of the first term ends at " + behindFrame);

        final JournalWriter replay = writer(1);
        say(replay, 1, 2_000, 7);
        assertEquals(first.position(), replay.position());
        assertArrayEquals(written, recorded.bytes.toByteArray());
    }

    @Test
    void shouldThrowWhenReplayDiffersInLength() {
        say(writer(1), 1, 1_000, 7);
        final JournalWriter replay = writer(1);
        final IllegalStateException drift = assertThrows(IllegalStateException.class, () -> say(replay, 1, 2_000, 8));
        assertTrue(drift.getMessage().contains("drifts"), drift.getMessage());
    }

    @Test
    void shouldThrowWhenReplayDiffersInContentOnly() {
        say(writer(1), 1, 10_000, 7);
        final JournalWriter replay = writer(1);
        final IllegalStateException drift = assertThrows(IllegalStateException.class, () -> say(replay, 2, 20_000, 7));
        assertTrue(drift.getMessage().contains("has hash"), drift.getMessage());
    }

    @Test
    void shouldThrowWhenAnotherLogicReplays() {
        say(writer(1), 1, 10_000, 7);
        final JournalWriter replay = writer(2);
        assertThrows(IllegalStateException.class, () -> say(replay, 1, 20_000, 7));
    }

    @Test
    void shouldGoOnFromASnapshot() {
        final JournalWriter whole = writer(1);
        say(whole, 1, 5_000, 7);
        final List<byte[]> pages = new ArrayList<>();
        final BufferSnapshotWriter snapshot = new BufferSnapshotWriter((buffer, offset, length) -> {
            final byte[] page = new byte[length];
            buffer.getBytes(offset, page);
            pages.add(page);
        });
        whole.writeTo(snapshot);
        snapshot.finish();
        say(whole, 1, 6_000, 8);

        final JournalWriter rest = writer(1);
        rest.readFrom(new BufferSnapshotReader(page -> {
            page.putBytes(0, pages.get(0));
            return pages.get(0).length;
        }));
        say(rest, 1, 6_000, 8);
        say(rest, 1, 100, 9);
        assertTrue(rest.isLive());
        assertEquals(whole.eventSeq() + 100, rest.eventSeq());
    }

    @Test
    void shouldCutTheJournalOnlyWhenPowerWasLost() {
        say(writer(1), 1, 10_000, 7);
        final JournalWriter killed = writer(1);
        say(killed, 1, 9_000, 7);
        assertThrows(IllegalStateException.class, () -> killed.onReplayEnd(false));
        assertFalse(recorded.isSettled);

        final JournalWriter powerLost = writer(1);
        say(powerLost, 1, 9_000, 7);
        powerLost.onReplayEnd(true);
        assertEquals(powerLost.position(), recorded.end());
        assertTrue(recorded.isSettled);
        assertEquals(1, epochs.current());
        assertEquals(1, new JournalEpochs(directory.resolve("journal-epochs")).current());
        say(powerLost, 1, 10, 8);
        assertTrue(powerLost.isLive());
    }

    @Test
    void shouldPlaceTheLargestEventInOneFrame() {
        long position = 0;
        for (int i = 0; i < 1_000; i++) {
            final long behind = JournalFrames.positionBehind(position, Bounds.MAX_EVENT_LENGTH, TERM);
            assertTrue((behind - 1) / TERM == (behind - Bounds.MAX_EVENT_LENGTH) / TERM, "in one term");
            assertTrue(behind - position >= Bounds.MAX_EVENT_LENGTH + 32);
            position = behind;
        }
    }

    private JournalWriter writer(final int logicVersion) {
        return new JournalWriter(recorded, epochs, logicVersion);
    }

    /** Says events of random lengths; {@code salt} changes what stands in them and not how long they are. */
    private static void say(final JournalWriter writer, final int salt, final int count, final long seed) {
        final Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            final String text = String.valueOf((char) ('a' + salt)).repeat(random.nextInt(Bounds.MAX_TEXT_LENGTH));
            writer.append(i, 1, 1, i, new Alert("subject", text));
        }
    }

    /** A recording in memory: the events' bytes and where each ends. */
    private static final class Recorded implements JournalSink {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final List<Long> ends = new ArrayList<>();
        final List<byte[]> events = new ArrayList<>();
        private boolean isSettled;
        private long end;

        long end() {
            return end;
        }

        Recorded cutTo(final long position) {
            final Recorded cut = new Recorded();
            for (int i = 0; i < ends.size() && ends.get(i) <= position; i++) {
                cut.add(events.get(i), ends.get(i));
            }
            cut.end = position;
            return cut;
        }

        private void add(final byte[] event, final long behind) {
            events.add(event);
            ends.add(behind);
            bytes.writeBytes(event);
            end = behind;
        }

        @Override
        public int termLength() {
            return TERM;
        }

        @Override
        public long recordedAtStart() {
            return end;
        }

        @Override
        public long hashRecorded(final long from, final long to, final long hash) {
            long rolled = hash;
            for (int i = 0; i < ends.size(); i++) {
                if (ends.get(i) > from && ends.get(i) <= to) {
                    rolled = JournalHash.roll(rolled, new UnsafeBuffer(events.get(i)), 0, events.get(i).length);
                }
            }
            return rolled;
        }

        @Override
        public void open(final long position) {
            assertEquals(end, position, "opened where the recording ends");
        }

        @Override
        public void settle() {
            isSettled = true;
        }

        @Override
        public void truncate(final long position) {
            final Recorded cut = cutTo(position);
            events.clear();
            ends.clear();
            bytes.reset();
            for (int i = 0; i < cut.events.size(); i++) {
                add(cut.events.get(i), cut.ends.get(i));
            }
        }

        @Override
        public void write(final DirectBuffer buffer, final int length, final long positionBehind) {
            final byte[] event = new byte[length];
            buffer.getBytes(0, event);
            add(event, positionBehind);
        }

        @Override
        public void awaitRecorded(final long position) {
            assertTrue(position <= end);
        }
    }
}
