package io.weir.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aeron.archive.ArchiveTool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.agrona.BitUtil;

/**
 * Makes the recordings of a process that was killed fit to start from: finds where each ends, cuts off a last entry that was
 * only half written, and takes away what a purge had begun to delete. Such an entry was never committed, so nobody has acted on
 * it.
 */
final class ArchiveRepair {
    private ArchiveRepair() {}

    /**
     * Repairs. To be called with the data directory locked and nothing running.
     *
     * @param data          the directory.
     * @param segmentLength of a recording's files, in bytes.
     * @param log           gets a line for each repair.
     * @throws NodeRefusedException if a recording is damaged in a way that is no half written end.
     */
    static void afterUncleanStop(final DataDirectory data, final int segmentLength, final Consumer<String> log) {
        if (!Files.exists(data.archive().resolve("archive.catalog"))) {
            return;
        }
        finishBegunFiles(data.archive(), segmentLength, log);
        final ByteArrayOutputStream report = new ByteArrayOutputStream();
        final boolean isWhole = ArchiveTool.verify(
                new PrintStream(report, true, UTF_8),
                data.archive().toFile(),
                EnumSet.noneOf(ArchiveTool.VerifyOption.class),
                null,
                file -> {
                    if (LastFrame.isWhole(file)) {
                        return false;
                    }
                    log.accept("cut off a half written entry at the end of " + file
                            + "; it was never acknowledged and will be sent again by its edge");
                    return true;
                });
        if (!isWhole) {
            throw damaged(data.archive(), report.toString(UTF_8).strip());
        }
        RecordingFiles.takeAwayLeftBehind(data.archive(), log);
        RecordingFiles.findHole(data.archive()).ifPresent(hole -> {
            throw damaged(data.archive(), hole);
        });
    }

    private static NodeRefusedException damaged(final Path archive, final String what) {
        return new NodeRefusedException("the archive in " + archive + " is damaged:\n" + what
                + "\nrestore it from a backup or from another node");
    }

    /**
     * A recording's next file is made empty and then given its length; a kill can fall in between, and the tools take such a
     * file for damage. An empty one holds nothing; one that was being cut is given its length again.
     */
    private static void finishBegunFiles(final Path archive, final int segmentLength, final Consumer<String> log) {
        try (Stream<Path> files = Files.list(archive)) {
            for (final Path file :
                    files.filter(path -> path.toString().endsWith(".rec")).toList()) {
                finish(file, segmentLength, log);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void finish(final Path file, final int segmentLength, final Consumer<String> log)
            throws IOException {
        final long length = Files.size(file);
        if (length == 0) {
            Files.delete(file);
            log.accept("took away " + file + ", which was begun and held nothing yet");
        } else if (!BitUtil.isPowerOfTwo(length)) {
            try (RandomAccessFile shortened = new RandomAccessFile(file.toFile(), "rw")) {
                shortened.setLength(segmentLength);
            }
            log.accept("gave " + file + " its length of " + segmentLength + " bytes again");
        }
    }
}
