package io.weir.core.cluster;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A machine that lost power before the command log's tail was on disk, while the journal's was. */
@Timeout(60)
final class PowerLossTest {
    private static final int EDGE = 7;
    private static final int LOG_STREAM_ID = 100;

    @TempDir
    Path directory;

    private long acknowledged;

    @BeforeEach
    void runAndLoseTheTailOfTheLog() throws IOException {
        try (KilledProcess process = KilledProcess.start(directory)) {
            process.awaitAcknowledged(6_000);
            process.kill();
            acknowledged = process.acknowledged();
        }
        final List<Path> log = filesOfTheLog();
        for (final Path behind : log.subList(1, log.size())) {
            Files.delete(behind);
        }
        loseHalf(log.get(0));
    }

    @Test
    void shouldCutTheJournalBackAndGoOn() throws IOException {
        pretendAnotherBoot();
        try (Nodes nodes = Nodes.start(directory);
                Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            assertEquals(StartKind.POWER_LOST, nodes.node.startKind());
            edge.until(edge.port::isStarted);
            final long last = edge.say(1_000);
            edge.until(() -> edge.port.acknowledgedSeq() == last);

            assertEquals(1, nodes.node.journalEpoch());
            final JournalCheck check = JournalCheck.check(nodes.client.journal());
            assertTrue(check.lastSeq(EDGE, 1) < acknowledged, "kept " + check.lastSeq(EDGE, 1));
            assertEquals(1_000, check.lastSeq(EDGE, 2));
            assertEquals(List.of(), nodes.halts);
        }
        try (Nodes nodes = Nodes.start(directory)) {
            assertEquals(1, nodes.node.journalEpoch(), "it stays so");
        }
    }

    @Test
    void shouldHaltWhenTheMachineKeptPower() {
        try (Nodes nodes = Nodes.start(directory)) {
            await().until(() -> !nodes.halts.isEmpty());
            assertTrue(nodes.halts.get(0).contains("the log has lost entries"), nodes.halts.get(0));
        }
    }

    /** As when a file in the middle is lost: what lies behind it is there and of no use. */
    @Test
    void shouldRefuseALogWithAHole() throws IOException {
        final List<Path> log = filesOfTheLog();
        final String first = log.get(0).toString();
        final Path behind =
                Path.of(first.substring(0, first.length() - "0.rec".length()) + Files.size(log.get(0)) + ".rec");
        Files.write(behind, new byte[(int) Files.size(log.get(0))]);
        final NodeRefusedException refused = assertThrows(
                NodeRefusedException.class, () -> Nodes.start(directory).close());
        assertTrue(refused.getMessage().contains("has a hole from position"), refused.getMessage());
    }

    private void pretendAnotherBoot() throws IOException {
        final Path lock = directory.resolve("LOCK");
        Files.writeString(lock, Files.readString(lock).replaceAll("boot=.*", "boot=another"));
    }

    /** The command log's files in their order; the last may hold nothing yet and does not tell of which stream it is. */
    private List<Path> filesOfTheLog() throws IOException {
        try (Stream<Path> all = Files.list(directory.resolve("archive"))) {
            final List<Path> recordings =
                    all.filter(file -> file.toString().endsWith(".rec")).toList();
            final Path first = recordings.stream()
                    .filter(file ->
                            file.toString().endsWith("-0.rec") && read(file).getInt(16) == LOG_STREAM_ID)
                    .findFirst()
                    .orElseThrow();
            final String prefix = first.getFileName().toString().replace("-0.rec", "-");
            return recordings.stream()
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted(Comparator.comparingLong(PowerLossTest::positionOf))
                    .toList();
        }
    }

    private static long positionOf(final Path file) {
        final String name = file.getFileName().toString();
        return Long.parseLong(name.substring(name.indexOf('-') + 1, name.indexOf('.')));
    }

    /** Overwrites the second half of a file's frames with zeros. */
    private static void loseHalf(final Path file) throws IOException {
        final ByteBuffer frames = read(file);
        final List<Integer> begins = new ArrayList<>();
        int next = 0;
        while (next < frames.capacity() && frames.getInt(next) > 0) {
            begins.add(next);
            next += frames.getInt(next) + 31 & -32;
        }
        final int half = begins.get(begins.size() / 2);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(frames.capacity() - half), half);
        }
    }

    private static ByteBuffer read(final Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
