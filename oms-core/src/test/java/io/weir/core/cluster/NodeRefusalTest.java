package io.weir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.protocol.command.ResendDone;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a node does when it must not start, must not go on, or finds what a kill has left. */
@Timeout(60)
final class NodeRefusalTest {
    private static final int EDGE = 7;

    @TempDir
    Path directory;

    @Test
    void shouldRefuseASecondStartAndNameDirectoryAndProcess() {
        try (Nodes nodes = Nodes.start(directory)) {
            final NodeRefusedException refused = assertThrows(NodeRefusedException.class, () -> Nodes.start(directory));
            assertTrue(refused.getMessage().contains(directory.toString()), refused.getMessage());
            assertTrue(
                    refused.getMessage()
                            .contains("process " + ProcessHandle.current().pid() + ","),
                    refused.getMessage());
            sayAndAwait(nodes, 100);
        }
    }

    @Test
    void shouldRefuseWhileAnotherProcessHoldsTheDirectory() {
        try (KilledProcess process = KilledProcess.start(directory)) {
            process.awaitAcknowledged(1);
            final NodeRefusedException refused = assertThrows(NodeRefusedException.class, () -> Nodes.start(directory));
            assertTrue(refused.getMessage().contains("process " + process.pid() + ","), refused.getMessage());
            process.awaitAcknowledged(process.acknowledged() + 1);
        }
    }

    @Test
    void shouldNameAPortThatIsTaken() throws IOException {
        try (DatagramSocket taken = new DatagramSocket(null)) {
            final int base = FreePorts.find("localhost", ClusterMember.PORTS);
            taken.bind(new InetSocketAddress(InetAddress.getByName("localhost"), base + 2));
            final NodeConfig config = NodeConfig.alone(directory, base).withTerms(TermConfig.SMALL);

            final NodeRefusedException refused = assertThrows(NodeRefusedException.class, () -> Nodes.start(config));
            assertTrue(refused.getMessage().contains("UDP port " + (base + 2)), refused.getMessage());
        }
        try (Nodes nodes = Nodes.start(directory)) {
            sayAndAwait(nodes, 1);
        }
    }

    @Test
    void shouldHaltWithWrittenReasonWhenTheStateMachineThrows() throws IOException {
        final List<Integer> exits = new ArrayList<>();
        final ProcessHalt halt = new ProcessHalt(directory, exits::add);
        final Node node = Node.start(Nodes.config(directory), EchoCore.logic(1), Nodes::daemon, line -> {}, halt);
        try (LogClient client = LogClient.connect(node, Nodes::daemon);
                Edge edge = new Edge(client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            edge.say(new ResendDone(1, 1));
            // what a halt finds said but not recorded is worked again at the next start
            edge.until(() -> edge.port.acknowledgedSeq() == 1);
            edge.say(Edge.POISON);
            edge.say(new ResendDone(2, 1));
            edge.until(() -> !exits.isEmpty());

            assertEquals(Halt.STATUS, exits.get(0));
            final String reason = Files.readString(halted().get(0));
            assertTrue(reason.contains("edgeId=7 epoch=1 seq=2"), reason);
            assertTrue(reason.contains("log position"), reason);
            assertTrue(reason.contains("poison from edge 7"), reason);
            assertEquals(1, edge.port.acknowledgedSeq(), "nothing behind the poison is worked");
        } finally {
            node.close();
        }
    }

    @Test
    void shouldHaltWhenReplayDiffersFromTheJournal() {
        try (Nodes nodes =
                Nodes.start(Nodes.config(directory).withSnapshots(new SnapshotConfig(1 << 30, 1, false, 1 << 30)))) {
            sayAndAwait(nodes, 10_000);
        }
        try (Nodes nodes = Nodes.start(Nodes.config(directory), EchoCore.logic(1, 2))) {
            await().until(() -> !nodes.halts.isEmpty());
            assertTrue(nodes.halts.get(0).contains("the journal drifts"), nodes.halts.get(0));
        }
    }

    @Test
    void shouldCutOffAHalfWrittenEntry() throws IOException {
        try (KilledProcess process = KilledProcess.start(directory)) {
            process.awaitAcknowledged(7_500);
            process.kill();
        }
        try (Stream<Path> files = Files.list(directory.resolve("archive"))) {
            for (final Path file :
                    files.filter(path -> path.toString().endsWith(".rec")).toList()) {
                tear(file);
            }
        }
        try (Nodes nodes = Nodes.start(directory)) {
            assertTrue(
                    nodes.lines.stream().anyMatch(line -> line.contains("cut off a half written entry")),
                    nodes.lines.toString());
            sayAndAwait(nodes, 1_000);
            assertTrue(JournalCheck.check(nodes.client.journal()).answers() > 8_000);
            assertEquals(List.of(), nodes.halts);
        }
    }

    @Test
    void shouldGoOnWhenKilledWhileTheNextFileWasMade() throws IOException {
        try (KilledProcess process = KilledProcess.start(directory)) {
            process.awaitAcknowledged(5_000);
            process.kill();
        }
        final Path archive = directory.resolve("archive");
        for (final int recordingId : new int[] {0, 1}) {
            long segment = 0;
            while (Files.exists(archive.resolve(recordingId + "-" + segment + ".rec"))) {
                segment += TermConfig.SMALL.segmentLength();
            }
            Files.createFile(archive.resolve(recordingId + "-" + segment + ".rec"));
        }
        try (Nodes nodes = Nodes.start(directory)) {
            sayAndAwait(nodes, 20_000);
            assertTrue(JournalCheck.check(nodes.client.journal()).answers() >= 25_000);
            assertEquals(List.of(), nodes.halts);
        }
    }

    /**
     * Writes, behind the last frame, the beginning of one that reaches over the end of its page and stops there. Where the
     * kill has left such a beginning itself nothing is added: nobody writes on behind half an entry.
     */
    private static void tear(final Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            final ByteBuffer frames = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(frames, 0);
            int end = 0;
            while (end + 32 < frames.capacity() && frames.getInt(end) > 0) {
                end += frames.getInt(end) + 31 & -32;
            }
            final boolean isTorn = end > 0 && !LastFrame.isWhole(file.toFile());
            final int pageEnd = (end / 4096 + 1) * 4096;
            if (!isTorn && pageEnd + 4096 < frames.capacity()) {
                final ByteBuffer header = ByteBuffer.allocate(pageEnd - end).order(ByteOrder.LITTLE_ENDIAN);
                header.putInt(0, pageEnd - end + 128).putShort(6, (short) 1);
                channel.write(header, end);
            }
        }
    }

    private List<Path> halted() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("HALTED-"))
                    .toList();
        }
    }

    private static void sayAndAwait(final Nodes nodes, final int count) {
        try (Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(() -> nodes.isRunning() && edge.port.isStarted());
            final long last = edge.say(count);
            edge.until(() -> nodes.isRunning() && edge.port.acknowledgedSeq() == last);
        }
    }
}
