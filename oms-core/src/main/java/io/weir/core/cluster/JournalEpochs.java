package io.weir.core.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * How often the journal of this node was cut back because a power cut took the log's tail: one line a time in a file beside
 * the archive. A reader whose place lies beyond such a cut has read what never happened.
 */
final class JournalEpochs {
    private final Path file;
    private int current;

    JournalEpochs(final Path file) {
        this.file = file;
        this.current = countLines(file);
    }

    /** {@return 0 for a journal that was never cut, one more for each cut} */
    int current() {
        return current;
    }

    /**
     * Notes a cut.
     *
     * @param position    that the journal goes on from.
     * @param eventSeq    of the last event that stays.
     * @param oldPosition that it had come to.
     */
    void begin(final long position, final long eventSeq, final long oldPosition) {
        current++;
        final String line = "epoch=" + current + " position=" + position + " eventSeq=" + eventSeq + " cutFrom="
                + oldPosition + " at=" + Instant.now() + "\n";
        try {
            Files.writeString(
                    file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
            Disk.forceNames(file.toAbsolutePath().getParent());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int countLines(final Path file) {
        try {
            final List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return lines.size();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
