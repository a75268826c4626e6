package io.weir.simulator.floor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Holds a venue's data directory for one venue at a time; the operating system lets go when the process dies. */
final class DirectoryLock implements AutoCloseable {
    private static final String LOCK_FILE = "LOCK";

    private final FileChannel channel;

    private DirectoryLock(final FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock or throws {@link IllegalStateException} naming the directory. */
    static DirectoryLock acquire(final Path directory) {
        final Path file = directory.resolve(LOCK_FILE);
        try {
            final FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new IllegalStateException("another simulated venue is using the data directory " + directory);
            }
            return new DirectoryLock(channel);
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot lock the data directory " + directory, e);
        }
    }

    private static FileLock tryLock(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (final OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException("cannot let go of the data directory", e);
        }
    }
}
