package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.aeron.Aeron;
import io.aeron.driver.MediaDriver;
import io.aeron.driver.ThreadingMode;
import io.weir.protocol.codec.Events;
import io.weir.protocol.log.JournalReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.agrona.concurrent.AgentRunner;
import org.agrona.concurrent.IdleStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers that are given replays by an archive: in the node's process, and from a media driver of their own. */
@Timeout(60)
final class ReplayDeskTest {
    private static final int EDGE = 7;

    @TempDir
    Path directory;

    private final List<Long> eventSeqs = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final ArchiveView view = new ArchiveView();
    private final ReplayReaders journal = new ReplayReaders(List.of(view));

    @Test
    void shouldReadFromTheStartAndFollowByIpc() {
        try (Nodes nodes = Nodes.start(directory);
                Aeron aeron = connect(nodes.node.aeronDirectory().toString())) {
            sayAndAwait(nodes, 5_000);
            try (AgentRunner runner = run(desk(aeron, ArchiveAddress.local()));
                    JournalReader reader = journal.open(0)) {
                readTo(reader, nodes.client.journal().recordedPosition());
                sayAndAwait(nodes, 1_000);
                readTo(reader, nodes.client.journal().recordedPosition());
                assertInOrder(6_000);
                assertTrue(journal.recordedPosition() > 0);
                assertTrue(journal.isSettled());
                assertEquals("weir-replays-0", runner.agent().roleName());
            }
        }
        assertEquals(List.of(), errors);
    }

    @Test
    void shouldGoOnWhenTheNodeStartsAgain() {
        final int portBase = FreePorts.find("localhost", ClusterMember.PORTS);
        final NodeConfig config =
                NodeConfig.alone(directory.resolve("node"), portBase).withTerms(TermConfig.SMALL);
        try (MediaDriver driver = MediaDriver.launch(new MediaDriver.Context()
                        .aeronDirectoryName(directory.resolve("own-driver").toString())
                        .threadingMode(ThreadingMode.SHARED)
                        .publicationTermBufferLength(1 << 20)
                        .imageLivenessTimeoutNs(TimeUnit.SECONDS.toNanos(1))
                        .dirDeleteOnShutdown(true));
                Aeron aeron = connect(driver.aeronDirectoryName());
                AgentRunner runner = run(desk(aeron, ArchiveAddress.of(config.self(), "localhost")));
                JournalReader reader = journal.open(0)) {
            int said = 0;
            for (int start = 0; start < 3; start++) {
                try (Nodes nodes = Nodes.start(config)) {
                    sayAndAwait(nodes, 2_000);
                    said += 2_000;
                    readTo(reader, nodes.client.journal().recordedPosition());
                }
            }
            assertInOrder(said);
            assertFalse(runner.isClosed());
        }
        assertEquals(List.of(), errors);
    }

    @Test
    void shouldHandOnNothingOnceItHasFailed() {
        final ReplayedJournalReader reader = new ReplayedJournalReader(0);
        reader.fail("journal position 0 is purged; the oldest that is kept is 1048576");
        assertEquals(0, reader.poll((buffer, offset, length, position) -> {}, 1));
        assertTrue(reader.isFailed());
        assertFalse(reader.isWaiting());
    }

    @Test
    void shouldFailAReaderOnlyIfNoNodeHasItsPlaceAnyMore() {
        final List<ArchiveView> views = List.of(new ArchiveView(), new ArchiveView(), new ArchiveView());
        final ReplayReaders three = new ReplayReaders(views);
        final JournalReader reader = three.open(500);
        views.get(0).onJournal(1_000, 9_000);
        three.open();
        assertFalse(three.isSettled(), "one of three is not most of them");
        assertFalse(reader.isFailed());
        views.get(1).onJournal(0, 8_000);
        three.open();
        assertTrue(three.isSettled());
        assertFalse(reader.isFailed());
        assertEquals(0, three.startPosition());
        assertEquals(9_000, three.recordedPosition());
        views.get(1).onJournal(600, 8_000);
        three.open();
        assertTrue(reader.isFailed());
        assertEquals("journal position 500 is purged; the oldest that is kept is 600", reader.failure());
    }

    private void readTo(final JournalReader reader, final long position) {
        until(() -> reader.position() >= position, () -> {
            assertFalse(reader.isFailed(), reader.failure());
            return reader.poll((buffer, offset, length, at) -> eventSeqs.add(Events.eventSeq(buffer, offset)), 100);
        });
    }

    private void assertInOrder(final int atLeast) {
        assertTrue(eventSeqs.size() >= atLeast, "read " + eventSeqs.size());
        for (int i = 0; i < eventSeqs.size(); i++) {
            assertEquals(i + 1, eventSeqs.get(i));
        }
    }

    private static void until(final BooleanSupplier condition, final IntSupplier work) {
        final IdleStrategy idle = IdleConfig.COLD.newStrategy();
        while (!condition.getAsBoolean()) {
            idle.idle(work.getAsInt());
        }
    }

    private ReplayDesk desk(final Aeron aeron, final ArchiveAddress address) {
        return new ReplayDesk(aeron, address, view, journal, "weir-replays-0");
    }

    private AgentRunner run(final ReplayDesk desk) {
        final AgentRunner runner =
                new AgentRunner(IdleConfig.COLD.newStrategy(), error -> errors.add(error.toString()), null, desk);
        AgentRunner.startOnThread(runner, Nodes::daemon);
        return runner;
    }

    private static Aeron connect(final String aeronDirectory) {
        return Aeron.connect(new Aeron.Context().aeronDirectoryName(aeronDirectory));
    }

    private static void sayAndAwait(final Nodes nodes, final int count) {
        try (Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            final long last = edge.say(count);
            edge.until(() -> edge.port.acknowledgedSeq() == last);
        }
    }
}
