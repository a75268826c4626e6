package io.weir.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A node's directory, held by a lock for as long as the process lives. The lock is the only judge of whether an older
 * process is dead: nothing in the directory may be touched without it. A lock on NFS proves nothing.
 */
final class DataDirectory implements AutoCloseable {
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int MAX_LOCK_TEXT = 4096;
    private static final long FULL_BYTES = 8L << 20;

    private final Path path;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final StartKind startKind;

    private DataDirectory(
            final Path path, final FileChannel lockChannel, final FileLock lock, final StartKind startKind) {
        this.path = path;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.startKind = startKind;
    }

    /**
     * Takes the directory, creating it where it is missing.
     *
     * @param directory any path on a local disk.
     * @return the directory, locked.
     * @throws NodeRefusedException if another process holds it; the message names directory and process.
     */
    static DataDirectory take(final Path directory) {
        try {
            final Path path = Files.createDirectories(directory).toRealPath();
            final FileChannel channel = FileChannel.open(
                    path.resolve("LOCK"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            final Map<String, String> last = read(channel);
            final FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new NodeRefusedException("data directory " + path + " is in use by process "
                        + last.getOrDefault("pid", "unknown") + ", started "
                        + last.getOrDefault("started", "at an unknown time")
                        + "; stop that process first, or start this one with another data directory");
            }
            final StartKind startKind = startKind(path, last);
            Files.deleteIfExists(path.resolve("CLEAN"));
            write(channel);
            ProcessHalt.reserve(path);
            return new DataDirectory(path, channel, lock, startKind);
        } catch (final IOException e) {
            throw new UncheckedIOException("data directory " + directory + " cannot be taken: " + e.getMessage(), e);
        }
    }

    Path path() {
        return path;
    }

    StartKind startKind() {
        return startKind;
    }

    Path archive() {
        return path.resolve("archive");
    }

    Path cluster() {
        return path.resolve("cluster");
    }

    Path journalEpochs() {
        return path.resolve("journal-epochs");
    }

    /** {@return how much room is left, and whether that is too little to go on} */
    String describeFreeSpace() {
        return describeFreeSpace(path);
    }

    /**
     * Says how much room a disk has left.
     *
     * @param directory on it.
     * @return that, and whether it is too little to go on.
     */
    static String describeFreeSpace(final Path directory) {
        final long freeBytes = directory.toFile().getUsableSpace();
        return (freeBytes < FULL_BYTES ? "the disk is full, " : "") + freeBytes + " bytes are free in " + directory;
    }

    /** Notes that this run ends whole; called last before the lock is given up. */
    void noteCleanStop() {
        try {
            Files.writeString(path.resolve("CLEAN"), "stopped=" + Instant.now() + "\n");
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            lockChannel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileLock tryLock(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (final OverlappingFileLockException e) {
            return null;
        }
    }

    private static StartKind startKind(final Path path, final Map<String, String> last) {
        if (last.isEmpty()) {
            return StartKind.FIRST;
        }
        if (Files.exists(path.resolve("CLEAN"))) {
            return StartKind.CLEAN;
        }
        final String lastBoot = last.getOrDefault("boot", "");
        return lastBoot.isEmpty() || bootId().isEmpty() || lastBoot.equals(bootId())
                ? StartKind.KILLED
                : StartKind.POWER_LOST;
    }

    private static Map<String, String> read(final FileChannel channel) throws IOException {
        final ByteBuffer text = ByteBuffer.allocate(MAX_LOCK_TEXT);
        channel.read(text, 0);
        final Map<String, String> values = new HashMap<>();
        new String(text.array(), 0, text.position(), UTF_8).lines().forEach(line -> {
            final int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }

    private static void write(final FileChannel channel) throws IOException {
        final String text =
                "pid=" + ProcessHandle.current().pid() + "\nstarted=" + Instant.now() + "\nboot=" + bootId() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)), 0);
        channel.force(true);
    }

    /** {@return an id that changes with each boot of the machine, "" where there is none to be had} */
    private static String bootId() {
        try {
            return Files.readString(BOOT_ID).trim();
        } catch (final IOException e) {
            return "";
        }
    }
}
