package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.log.Journal;
import io.weir.protocol.log.JournalReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What readers of a running node's journal see. */
@Timeout(60)
final class RecordedJournalTest {
    private static final int EDGE = 7;

    @TempDir
    Path directory;

    private final List<Long> positions = new ArrayList<>();
    private Nodes nodes;
    private Journal journal;
    private Edge edge;

    @BeforeEach
    void setUp() {
        nodes = Nodes.start(directory);
        journal = nodes.client.journal();
        edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> positions.add(position));
        edge.until(edge.port::isStarted);
    }

    @AfterEach
    void tearDown() {
        edge.close();
        nodes.close();
    }

    @Test
    void shouldHandOnFromAnyPositionInOrder() {
        sayAndAwait(10_000);
        final int from = positions.size() / 2;
        final List<Long> read = new ArrayList<>();
        try (JournalReader reader = journal.open(positions.get(from - 1))) {
            while (reader.position() < positions.get(positions.size() - 1)) {
                final int count = reader.poll((buffer, offset, length, position) -> read.add(position), 7);
                assertTrue(count <= 7);
            }
        }
        assertEquals(positions.subList(from, from + read.size()), read);
        assertTrue(read.size() >= positions.size() - from);
    }

    @Test
    void shouldFollowAsTheJournalGrows() {
        try (JournalReader reader = journal.open(journal.recordedPosition())) {
            final List<Long> read = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                sayAndAwait(100);
                while (reader.position() < journal.recordedPosition()) {
                    reader.poll((buffer, offset, length, position) -> read.add(position), 1_000);
                }
            }
            assertTrue(read.size() >= 500, "read " + read.size());
            assertFalse(reader.isFailed());
        }
    }

    @Test
    void shouldFailBeyondTheEnd() {
        try (JournalReader reader = journal.open(journal.recordedPosition() + (1 << 30))) {
            reader.poll((buffer, offset, length, position) -> {}, 1);
            assertTrue(reader.isFailed());
            assertTrue(reader.failure().contains("beyond the end"), reader.failure());
        }
    }

    @Test
    void shouldFailWhereNoEventBegins() {
        sayAndAwait(100);
        try (JournalReader reader = journal.open(positions.get(50) + 8)) {
            while (!reader.isFailed() && reader.position() < journal.recordedPosition()) {
                reader.poll((buffer, offset, length, position) -> {}, 1);
            }
            assertTrue(reader.isFailed(), "read on to " + reader.position());
        }
    }

    private void sayAndAwait(final int count) {
        final long last = edge.say(count);
        edge.until(() -> edge.port.acknowledgedSeq() == last);
    }
}
