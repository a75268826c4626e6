package io.weir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.core.CoreLogic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.agrona.concurrent.AgentRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot counts once its tail is whole. Each start's journal is compared with the one recorded. */
@Timeout(60)
final class SnapshotTailTest {
    private static final int EDGE = 7;
    private static final int COMMANDS = 5_000;

    @TempDir
    Path directory;

    private final AtomicBoolean mayEndTail = new AtomicBoolean(true);
    private final CoreLogic logic = EchoCore.logic(1, 1, mayEndTail::get);
    private NodeConfig config;

    @BeforeEach
    void takeNoneAtStop() {
        config = Nodes.config(directory).withSnapshots(new SnapshotConfig(1L << 40, 1, false, 1L << 40));
    }

    @Test
    void shouldBeginFromASnapshotWithItsTail() {
        workAndSnapshot();
        try (Nodes nodes = Nodes.start(config, logic)) {
            say(nodes);
            assertTrue(
                    nodes.node.counters().commands() < 2 * COMMANDS,
                    "" + nodes.node.counters().commands());
            check(nodes, 2 * COMMANDS);
        }
    }

    @Test
    void shouldPassOverASnapshotWhoseTailIsNotWhole() {
        workAndSnapshot();
        final long first;
        try (Nodes nodes = Nodes.start(config, logic);
                AgentRunner agent = agent(nodes)) {
            first = nodes.node.counters().snapshotPosition();
            say(nodes);
            mayEndTail.set(false);
            final SnapshotAgent snapshots = (SnapshotAgent) agent.agent();
            snapshots.request();
            await().until(() -> files(".part").size() == 1);
            say(nodes); // the log goes on
            assertEquals(first, nodes.node.counters().snapshotPosition());
        }
        mayEndTail.set(true);
        try (Nodes nodes = Nodes.start(config, logic)) {
            assertTrue(
                    nodes.lines.stream().anyMatch(line -> line.contains("was not finished")), nodes.lines.toString());
            assertEquals(List.of(), files(".part"));
            say(nodes);
            assertTrue(nodes.node.counters().commands() > 3 * COMMANDS);
            check(nodes, 4 * COMMANDS);
        }
    }

    @Test
    void shouldPurgeTheTailsOfSnapshotsThatAreNotKept() {
        workAndSnapshot();
        workAndSnapshot();
        assertEquals(1, files(".tail").size(), "one is kept");
        try (Nodes nodes = Nodes.start(config, logic)) {
            say(nodes);
            assertTrue(nodes.node.counters().commands() < 2 * COMMANDS);
            assertEquals(List.of(), nodes.halts);
        }
    }

    @Test
    void shouldSayWhichTailIsDamagedAndBeginFromTheSnapshotBeforeIt() throws IOException {
        shouldPassOver(" is damaged", bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
    }

    @Test
    void shouldSayWhichTailIsCutAndBeginFromTheSnapshotBeforeIt() throws IOException {
        shouldPassOver(" is cut", bytes -> new byte[0]);
    }

    private void shouldPassOver(final String reason, final UnaryOperator<byte[]> harm) throws IOException {
        config = config.withSnapshots(new SnapshotConfig(1L << 40, 2, false, 1L << 40));
        workAndSnapshot();
        final Path older = files(".tail").get(0);
        workAndSnapshot();
        final Path newer = files(".tail").stream()
                .filter(file -> !file.equals(older))
                .findFirst()
                .orElseThrow();
        Files.write(newer, harm.apply(Files.readAllBytes(newer)), StandardOpenOption.TRUNCATE_EXISTING);
        try (Nodes nodes = Nodes.start(config, logic)) {
            await().until(() -> !nodes.halts.isEmpty());
            assertTrue(nodes.halts.get(0).contains(newer + reason), nodes.halts.toString());
        }
        try (Nodes nodes = Nodes.start(config, logic)) {
            assertFalse(Files.exists(newer));
            say(nodes);
            assertTrue(nodes.node.counters().commands() > 2 * COMMANDS);
            check(nodes, 3 * COMMANDS);
        }
    }

    private void workAndSnapshot() {
        try (Nodes nodes = Nodes.start(config, logic);
                AgentRunner agent = agent(nodes)) {
            say(nodes);
            ((SnapshotAgent) agent.agent()).request();
            await().until(() -> nodes.node.counters().snapshots() == 1);
            assertEquals(List.of(), nodes.halts);
        }
    }

    private static AgentRunner agent(final Nodes nodes) {
        final AgentRunner runner = new AgentRunner(
                IdleConfig.COLD.newStrategy(),
                error -> nodes.halts.add(error.toString()),
                null,
                nodes.node.snapshotAgent(() -> Long.MAX_VALUE));
        AgentRunner.startOnThread(runner, Nodes::daemon);
        return runner;
    }

    private static void say(final Nodes nodes) {
        try (Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            final long last = edge.say(COMMANDS);
            edge.until(() -> edge.port.acknowledgedSeq() == last);
        }
    }

    private static void check(final Nodes nodes, final int answers) {
        assertEquals(answers, JournalCheck.check(nodes.client.journal()).answers());
        assertEquals(List.of(), nodes.halts);
    }

    private List<Path> files(final String suffix) {
        try (Stream<Path> files = Files.list(directory.resolve("cluster"))) {
            return files.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
