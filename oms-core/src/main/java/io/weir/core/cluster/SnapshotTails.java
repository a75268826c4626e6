package io.weir.core.cluster;

import io.aeron.cluster.ConsensusModule;
import io.aeron.cluster.RecordingLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The tails of a node's snapshots, files in the cluster's directory named by log position. A snapshot counts once its tail is
 * whole: until then the start of a node passes it over and begins from the one before.
 */
final class SnapshotTails {
    private static final String PREFIX = "snapshot-";
    private static final String WHOLE = ".tail";
    private static final String PART = ".tail.part";
    private static final int CONSENSUS_MODULE =
            ConsensusModule.Configuration.SERVICE_ID; // noted last: only with it a snapshot is one

    private final Path directory;
    private final Durability durability;

    /**
     * The tails of a directory.
     *
     * @param directory  of the consensus module.
     * @param durability what a tail is to survive.
     */
    SnapshotTails(final Path directory, final Durability durability) {
        this.directory = directory;
        this.durability = durability;
    }

    /** Begins the tail of the snapshot at a log position. */
    TailFile create(final long logPosition) {
        return TailFile.create(part(logPosition), whole(logPosition), durability);
    }

    /** Opens the tail of the snapshot at a log position. */
    TailSource open(final long logPosition) {
        return new TailSource(whole(logPosition));
    }

    /** The next start passes the snapshot of a log position over, for its tail cannot be read. */
    void giveUp(final long logPosition) {
        try {
            if (Files.exists(whole(logPosition))) {
                Files.move(whole(logPosition), part(logPosition));
            } else {
                Files.createFile(part(logPosition));
            }
            Disk.forceNames(directory);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Deletes the tails of snapshots below a log position. */
    void deleteBelow(final long logPosition) {
        list(WHOLE).filter(file -> position(file, WHOLE) < logPosition).forEach(SnapshotTails::delete);
    }

    /**
     * Takes the snapshots whose tails are not whole out of the cluster's list. Before the node's parts start.
     *
     * @param log gets a line for each.
     */
    void dropUnfinished(final Consumer<String> log) {
        final List<Path> unfinished = list(PART)
                .sorted(Comparator.comparingLong((Path file) -> position(file, PART))
                        .reversed())
                .toList();
        for (final Path file : unfinished) {
            if (invalidate(position(file, PART))) {
                log.accept("the snapshot at log position " + position(file, PART)
                        + " was not finished: starting from the one before it");
            }
            delete(file);
        }
    }

    /** {@return whether the snapshot of a log position was the one that the next start would have begun from} */
    private boolean invalidate(final long logPosition) {
        if (!Files.exists(directory.resolve(RecordingLog.RECORDING_LOG_FILE_NAME))) {
            return false;
        }
        try (RecordingLog recordingLog = new RecordingLog(directory.toFile(), false)) {
            final boolean isLatest = Optional.ofNullable(recordingLog.getLatestSnapshot(CONSENSUS_MODULE))
                    .filter(entry -> entry.logPosition == logPosition)
                    .isPresent();
            if (isLatest) {
                recordingLog.invalidateLatestSnapshot();
                recordingLog.force(durability.fileSyncLevel());
            }
            return isLatest;
        }
    }

    private Stream<Path> list(final String suffix) {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files
                    .filter(file -> {
                        final String name = file.getFileName().toString();
                        return name.startsWith(PREFIX) && name.endsWith(suffix);
                    })
                    .toList()
                    .stream();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path whole(final long logPosition) {
        return directory.resolve(PREFIX + logPosition + WHOLE);
    }

    private Path part(final long logPosition) {
        return directory.resolve(PREFIX + logPosition + PART);
    }

    private static long position(final Path file, final String suffix) {
        final String name = file.getFileName().toString();
        return Long.parseLong(name.substring(PREFIX.length(), name.length() - suffix.length()));
    }

    private static void delete(final Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
