package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.codec.Events;
import io.weir.protocol.log.JournalReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.agrona.CloseHelper;
import org.agrona.IoUtil;
import org.agrona.concurrent.IdleStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes, and an edge that reaches them by network only: a leader goes, the edge goes on, nothing is lost or doubled. */
@Timeout(120)
final class ThreeNodesTest {
    private static final int EDGE = 7;
    private static final int MEMBERS = 3;

    @TempDir
    Path directory;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> halts = new CopyOnWriteArrayList<>();
    private final List<Long> eventSeqs = new ArrayList<>();
    private final List<Long> echoed = new ArrayList<>();
    private final List<ClusterMember> members = new ArrayList<>();
    private final Node[] nodes = new Node[MEMBERS];
    private LogClient client;
    private Edge edge;

    @AfterEach
    void stopAll() {
        CloseHelper.quietCloseAll(edge, client);
        CloseHelper.quietCloseAll(nodes);
    }

    @BeforeEach
    void startAll() {
        final int portBase = FreePorts.find("localhost", MEMBERS * ClusterMember.PORTS);
        for (int id = 0; id < MEMBERS; id++) {
            members.add(new ClusterMember(id, "localhost", portBase + id * ClusterMember.PORTS));
        }
        for (int id = 0; id < MEMBERS; id++) {
            start(id);
        }
        client = LogClient.connect(
                new LogClientConfig(directory.resolve("edge"), "localhost", members, TermConfig.SMALL, IdleConfig.COLD),
                Nodes::daemon,
                lines::add);
        edge = new Edge(client, EDGE, (buffer, offset, length, position) -> {
            eventSeqs.add(Events.eventSeq(buffer, offset));
            if (Events.causeSeq(buffer, offset) > 0) {
                echoed.add(Events.causeSeq(buffer, offset));
            }
        });
        edge.until(edge.port::isStarted);
    }

    @Test
    void shouldGoOnWithTheNextLeaderAndItsJournal() {
        sayAndAwait(2_000);
        final int first = leader();
        edge.say(500);
        nodes[first].close();
        sayAndAwait(1_500);
        start(first);
        sayAndAwait(1_000);
        final int second = leader();
        nodes[second].close();
        sayAndAwait(1_000);
        assertTrue(second != first, "the node that came back leads though the term was not its own");
        assertOnceAndInOrder(6_000);
        assertCaughtUp(first);
        assertEquals(List.of(), halts);
    }

    /** A node that has lost its disk is made again from the directory of one that was stopped. */
    @Test
    void shouldReplaceANodeByACopyOfAnother() throws IOException {
        sayAndAwait(1_000);
        final int leader = leader();
        final int lost = (leader + 1) % MEMBERS;
        final int model = (leader + 2) % MEMBERS;
        nodes[lost].close();
        IoUtil.delete(directory.resolve("node-" + lost).toFile(), false);
        sayAndAwait(1_000);
        nodes[model].close();
        copy(directory.resolve("node-" + model), directory.resolve("node-" + lost));
        start(model);
        start(lost);
        sayAndAwait(1_000);
        assertOnceAndInOrder(3_000);
        assertCaughtUp(lost);
        assertCaughtUp(model);
        assertEquals(List.of(), halts);
    }

    private static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (final Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private void start(final int id) {
        nodes[id] = Node.start(
                new NodeConfig(
                        directory.resolve("node-" + id),
                        id,
                        members,
                        Durability.PROCESS,
                        ThreadLayout.COMPACT,
                        IdleConfig.COLD,
                        TermConfig.SMALL,
                        SnapshotConfig.STANDARD),
                EchoCore.logic(1),
                Nodes::daemon,
                lines::add,
                (reason, cause) -> halts.add("node " + id + ": " + reason));
    }

    private int leader() {
        for (int id = 0; id < MEMBERS; id++) {
            if (nodes[id].counters().isLeader()) {
                return id;
            }
        }
        throw new AssertionError("no leader");
    }

    private void sayAndAwait(final int count) {
        final long last = edge.say(count);
        edge.until(() -> edge.port.acknowledgedSeq() == last);
    }

    private void assertOnceAndInOrder(final long commands) {
        for (int i = 1; i < eventSeqs.size(); i++) {
            assertEquals(eventSeqs.get(i - 1) + 1, eventSeqs.get(i));
        }
        assertEquals(commands, echoed.stream().distinct().count());
        assertEquals(commands, echoed.size());
    }

    /** Reads the journal of a node that was away from its first event on, where it lies. */
    private void assertCaughtUp(final int id) {
        final List<Long> read = new ArrayList<>();
        final IdleStrategy idle = IdleConfig.COLD.newStrategy();
        try (LogClient local = LogClient.connect(nodes[id], Nodes::daemon);
                JournalReader reader = local.journal().open(0)) {
            while (read.isEmpty() || read.get(read.size() - 1) < eventSeqs.get(eventSeqs.size() - 1)) {
                idle.idle(reader.poll(
                        (buffer, offset, length, position) -> read.add(Events.eventSeq(buffer, offset)), 100));
                assertEquals("", reader.failure());
            }
        }
        for (int i = 0; i < read.size(); i++) {
            assertEquals(i + 1, read.get(i));
        }
    }
}
