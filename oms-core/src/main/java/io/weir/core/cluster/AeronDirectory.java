package io.weir.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.agrona.IoUtil;

/**
 * Where the media driver keeps its buffers: in shared memory if they fit there, else beside the data. The name is made of
 * the data directory's, so that nodes side by side never meet.
 */
final class AeronDirectory {
    private static final Path SHARED_MEMORY = Path.of("/dev/shm");

    private AeronDirectory() {}

    /**
     * Chooses the place and clears what a dead process has left there. To be called with the data directory locked.
     *
     * @param dataDirectory the node's.
     * @param neededBytes   that the buffers may come to use.
     * @return a path that does not exist.
     */
    static Path choose(final Path dataDirectory, final long neededBytes) {
        clear(dataDirectory);
        return usableSharedMemoryBytes() >= neededBytes ? shared(dataDirectory) : beside(dataDirectory);
    }

    /**
     * Clears what a dead process has left there. To be called with the data directory locked.
     *
     * @param dataDirectory the node's, as a real path.
     */
    static void clear(final Path dataDirectory) {
        delete(shared(dataDirectory));
        delete(beside(dataDirectory));
    }

    private static Path shared(final Path dataDirectory) {
        final UUID name = UUID.nameUUIDFromBytes(dataDirectory.toString().getBytes(UTF_8));
        return SHARED_MEMORY.resolve("weir-" + name.toString().substring(0, 18));
    }

    private static Path beside(final Path dataDirectory) {
        return dataDirectory.resolve("aeron");
    }

    private static void delete(final Path path) {
        final File old = path.toFile();
        if (old.exists()) {
            IoUtil.delete(old, false);
        }
    }

    private static long usableSharedMemoryBytes() {
        if (!Files.isDirectory(SHARED_MEMORY) || !Files.isWritable(SHARED_MEMORY)) {
            return 0;
        }
        try {
            return Files.getFileStore(SHARED_MEMORY).getUsableSpace();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
