package io.weir.core.cluster;

import io.aeron.archive.CatalogView;
import io.aeron.archive.client.AeronArchive;
import io.aeron.logbuffer.FrameDescriptor;
import io.aeron.protocol.DataHeaderFlyweight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.agrona.BitUtil;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The files of an archive's recordings. A recording goes on in its next file only when the one before is full, so a file
 * that ends early and is followed by another is a hole: entries that were acted on are gone, and a replay would stand still
 * before it for ever.
 */
final class RecordingFiles {
    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)\\.rec");

    private RecordingFiles() {}

    /**
     * Takes away files that a purge has left behind. It first notes in the catalog where a recording begins from now on, and
     * then deletes what lies before: a kill in between leaves files that no later purge looks for.
     *
     * @param archive the archive's directory.
     * @param log     gets a line for each file.
     */
    static void takeAwayLeftBehind(final Path archive, final Consumer<String> log) {
        for (final Map.Entry<Long, NavigableMap<Long, Path>> recording :
                byRecording(archive).entrySet()) {
            final OptionalLong first = firstFile(archive, recording.getKey());
            if (first.isPresent()) {
                for (final Path file :
                        recording.getValue().headMap(first.getAsLong()).values()) {
                    delete(file);
                    log.accept("took away " + file + ", which a purge had left behind");
                }
            }
        }
    }

    /**
     * Looks for a hole. Each file but the last of its recording is walked from frame to frame. A recording that the catalog
     * does not know any more is being deleted, and may have any.
     *
     * @param archive the archive's directory.
     * @return where the first hole is, in words; empty if there is none.
     */
    static Optional<String> findHole(final Path archive) {
        for (final Map.Entry<Long, NavigableMap<Long, Path>> recording :
                byRecording(archive).entrySet()) {
            if (firstFile(archive, recording.getKey()).isEmpty()) {
                continue;
            }
            final NavigableMap<Long, Path> files = recording.getValue();
            for (final Map.Entry<Long, Path> file :
                    files.headMap(files.lastKey()).entrySet()) {
                final long end = endOfFrames(file.getValue());
                final long next = files.higherKey(file.getKey());
                if (file.getKey() + end != next) {
                    return Optional.of("recording " + recording.getKey() + " has a hole from position "
                            + (file.getKey() + end) + " to " + next + ": " + file.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** {@return the position that the recording's first file begins at, by the catalog; empty if it does not know the recording} */
    private static OptionalLong firstFile(final Path archive, final long recordingId) {
        final long[] first = new long[1];
        final boolean isKnown = CatalogView.listRecording(
                archive.toFile(),
                recordingId,
                (session, correlation, id, began, ended, start, stop, initial, segment, term, mtu, s, st, c, oc, src) ->
                        first[0] = AeronArchive.segmentFileBasePosition(start, start, term, segment));
        return isKnown ? OptionalLong.of(first[0]) : OptionalLong.empty();
    }

    private static void delete(final Path file) {
        try {
            Files.delete(file);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Long, NavigableMap<Long, Path>> byRecording(final Path archive) {
        final Map<Long, NavigableMap<Long, Path>> recordings = new TreeMap<>();
        try (Stream<Path> files = Files.list(archive)) {
            files.forEach(file -> {
                final Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    recordings
                            .computeIfAbsent(Long.parseLong(name.group(1)), id -> new TreeMap<>())
                            .put(Long.parseLong(name.group(2)), file);
                }
            });
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return recordings;
    }

    private static long endOfFrames(final Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            final MappedByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            try {
                return endOfFrames(new UnsafeBuffer(mapped));
            } finally {
                IoUtil.unmap(mapped);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int endOfFrames(final UnsafeBuffer frames) {
        int end = 0;
        while (end + DataHeaderFlyweight.HEADER_LENGTH <= frames.capacity()) {
            final int length = FrameDescriptor.frameLength(frames, end);
            if (length <= 0) {
                break;
            }
            end += BitUtil.align(length, FrameDescriptor.FRAME_ALIGNMENT);
        }
        return end;
    }
}
