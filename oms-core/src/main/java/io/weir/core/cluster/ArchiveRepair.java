package io.weir.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.aeron.archive.ArchiveTool;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.function.Consumer;

/**
 * Makes the recordings of a process that was killed fit to start from: finds where each ends, and cuts off a last entry
 * that was only half written. Such an entry was never committed, so nobody has acted on it.
 */
final class ArchiveRepair {
    private ArchiveRepair() {}

    /**
     * Repairs. To be called with the data directory locked and nothing running.
     *
     * @param data the directory.
     * @param log  gets a line for each repair.
     * @throws NodeRefusedException if a recording is damaged in a way that is no half written end.
     */
    static void afterUncleanStop(final DataDirectory data, final Consumer<String> log) {
        if (!Files.exists(data.archive().resolve("archive.catalog"))) {
            return;
        }
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
            throw new NodeRefusedException("the archive in " + data.archive() + " is damaged:\n"
                    + report.toString(UTF_8) + "restore it from a backup or from another node");
        }
    }
}
