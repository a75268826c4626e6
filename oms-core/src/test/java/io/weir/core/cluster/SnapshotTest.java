package io.weir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.AgentRunner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots, what they let go of, and starts from them. */
@Timeout(60)
final class SnapshotTest {
    private static final int EDGE = 7;

    @TempDir
    Path directory;

    @Test
    void shouldStartFromTheSnapshotOfACleanStop() {
        try (Nodes nodes = Nodes.start(directory)) {
            sayAndAwait(nodes, 10_000);
        }
        try (Nodes nodes = Nodes.start(directory)) {
            assertEquals(StartKind.CLEAN, nodes.node.startKind());
            sayAndAwait(nodes, 1_000);

            assertTrue(
                    nodes.node.counters().commands() < 2_000,
                    "replayed " + nodes.node.counters().commands());
            assertEquals(11_000, JournalCheck.check(nodes.client.journal()).answers());
            assertEquals(List.of(), nodes.halts);
        }
    }

    @Test
    void shouldPurgeLogAndJournalBelowTheSnapshotAndTheReaders() {
        final AtomicLong needed = new AtomicLong(Long.MAX_VALUE);
        final NodeConfig config =
                Nodes.config(directory).withSnapshots(new SnapshotConfig(1 << 20, 1, false, 1L << 30));
        try (Nodes nodes = Nodes.start(config)) {
            final NodeCounters counters = nodes.node.counters();
            try (AgentRunner snapshots = agentRunner(nodes, needed)) {
                AgentRunner.startOnThread(snapshots, Nodes::daemon);
                sayAndAwait(nodes, 60_000);
                await().until(() -> counters.purgedLogPosition() > 0 && counters.purgedJournalPosition() > 0);
            }
            assertEquals(0, counters.failedPurges());
            assertEquals(
                    counters.purgedJournalPosition(), nodes.client.journal().startPosition());
            assertTrue(JournalCheck.check(nodes.client.journal()).answers() < 60_000);

            needed.set(counters.purgedJournalPosition());
            try (AgentRunner snapshots = agentRunner(nodes, needed)) {
                AgentRunner.startOnThread(snapshots, Nodes::daemon);
                sayAndAwait(nodes, 40_000);
                await().until(() -> counters.heldBackBytes() > 0);
            }
            assertEquals(needed.get(), nodes.client.journal().startPosition(), "a reader holds the purge back");
        }
        try (Nodes nodes = Nodes.start(config)) {
            sayAndAwait(nodes, 1_000);
            final JournalCheck check = JournalCheck.check(nodes.client.journal());
            assertTrue(nodes.node.counters().commands() < 101_000);
            assertTrue(check.eventSeq() > 101_000);
            assertEquals(List.of(), nodes.halts);
        }
    }

    private static AgentRunner agentRunner(final Nodes nodes, final AtomicLong needed) {
        return new AgentRunner(
                IdleConfig.COLD.newStrategy(),
                error -> nodes.halts.add(error.toString()),
                null,
                nodes.node.snapshotAgent(needed::get));
    }

    private static void sayAndAwait(final Nodes nodes, final int count) {
        try (Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            final long last = edge.say(count);
            edge.until(() -> edge.port.acknowledgedSeq() == last);
        }
    }
}
