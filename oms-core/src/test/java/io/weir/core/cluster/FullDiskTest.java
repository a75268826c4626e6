package io.weir.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.agrona.IoUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * A disk that fills up under load. Needs a small file system of its own, for example a tmpfs of 64 MiB, named by the system
 * property {@code weir.test.smallDisk}.
 */
@Timeout(120)
@EnabledIfSystemProperty(named = "weir.test.smallDisk", matches = ".+")
final class FullDiskTest {
    private static final int EDGE = 7;
    private static final long ROOM = 24L << 20;

    private final Path disk = Path.of(System.getProperty("weir.test.smallDisk"));

    @Test
    void shouldHaltWithAReasonAndLoseNothingAcknowledged() throws IOException {
        final Path directory = disk.resolve("node");
        final Path ballast = disk.resolve("ballast");
        IoUtil.delete(directory.toFile(), true);
        Files.write(ballast, new byte[(int) Math.max(0, disk.toFile().getUsableSpace() - ROOM)]);
        final long acknowledged;
        try (KilledProcess process = KilledProcess.start(directory)) {
            assertEquals(Halt.STATUS, process.awaitEnd());
            acknowledged = process.acknowledged();
        }
        assertTrue(reason(directory).contains("the disk is full"), reason(directory));

        Files.delete(ballast);
        try (Nodes nodes = Nodes.start(directory);
                Edge edge = new Edge(nodes.client, EDGE, (buffer, offset, length, position) -> {})) {
            edge.until(edge.port::isStarted);
            final long inJournal = JournalCheck.check(nodes.client.journal()).lastSeq(EDGE, 1);
            assertTrue(inJournal >= acknowledged, "acknowledged " + acknowledged + ", in the journal " + inJournal);
        } finally {
            IoUtil.delete(directory.toFile(), true);
        }
    }

    private static String reason(final Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return Files.readString(
                    files.filter(file -> file.getFileName().toString().startsWith("HALTED-"))
                            .findFirst()
                            .orElseThrow());
        }
    }
}
