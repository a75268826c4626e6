package io.weir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.AgentRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill between the catalog's note of a purge and the last file of it. */
final class InterruptedPurgeTest {
    private static final int EDGE = 1;

    @TempDir
    private Path temporary;

    private Path directory;
    private NodeConfig config;
    private Path leftBehind;

    /** The files that a purge deletes are kept aside, and the oldest one of the journal is put back. */
    @BeforeEach
    void leaveAFileBehind() throws IOException {
        directory = temporary.resolve("data");
        config = Nodes.config(directory).withSnapshots(new SnapshotConfig(1 << 20, 1, false, 1L << 30));
        final Path aside = Files.createDirectory(temporary.resolve("aside"));
        try (Nodes nodes = Nodes.start(config)) {
            say(nodes);
            for (final Path file : recordings()) {
                Files.createLink(aside.resolve(file.getFileName()), file);
            }
            final NodeCounters counters = nodes.node.counters();
            try (AgentRunner snapshots = new AgentRunner(
                    IdleConfig.COLD.newStrategy(),
                    error -> nodes.halts.add(error.toString()),
                    null,
                    nodes.node.snapshotAgent(() -> Long.MAX_VALUE))) {
                AgentRunner.startOnThread(snapshots, Nodes::daemon);
                await().until(() -> counters.purgedLogPosition() > 0 && counters.purgedJournalPosition() > 0);
            }
            assertEquals(List.of(), nodes.halts);
        }
        final List<Path> purged;
        try (Stream<Path> kept = Files.list(aside)) {
            purged = kept.filter(file -> !Files.exists(archive().resolve(file.getFileName())))
                    .filter(file -> file.toString().endsWith("-0.rec"))
                    .toList();
        }
        assertFalse(purged.isEmpty(), "nothing was purged");
        leftBehind = archive().resolve(purged.get(0).getFileName());
        Files.createLink(leftBehind, purged.get(0));
    }

    @Test
    void shouldTakeAwayWhatIsLeftAndFindNoHole() {
        final List<String> log = new ArrayList<>();
        try (DataDirectory data = DataDirectory.take(directory, config.durability(), 1)) {
            ArchiveRepair.afterUncleanStop(data, config.terms().segmentLength(), log::add);
        }
        assertFalse(Files.exists(leftBehind));
        assertEquals(List.of("took away " + leftBehind + ", which a purge had left behind"), log);
        try (Nodes nodes = Nodes.start(config)) {
            say(nodes);
            assertEquals(List.of(), nodes.halts);
            assertTrue(JournalCheck.check(nodes.client.journal()).answers() > 0);
        }
    }

    private static void say(final Nodes nodes) {
        try (Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            final long last = edge.say(60_000);
            edge.until(() -> edge.port.acknowledgedSeq() == last);
        }
    }

    private Path archive() {
        return directory.resolve("archive");
    }

    private List<Path> recordings() throws IOException {
        try (Stream<Path> files = Files.list(archive())) {
            return files.filter(file -> file.toString().endsWith(".rec")).toList();
        }
    }
}
