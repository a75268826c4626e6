package io.weir.core.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The file whose lock says who has a directory, and whose text says of which run and which boot of the machine it is. What
 * is written is on the disk when the call returns, and is never half there: the text is overwritten in place.
 */
final class LockFile implements AutoCloseable {
    /** Pid of the process that wrote it. */
    static final String PID = "pid";

    /** When that began; names the run. */
    static final String STARTED = "started";

    /** Boot of the machine, "" where it cannot be told. */
    static final String BOOT = "boot";

    /** {@link Durability} of the run. */
    static final String DURABILITY = "durability";

    /** Version of the logic whose commands lie behind the last snapshot, "" if none has worked any. */
    static final String LOGIC = "logic";

    /** Durability of a run that lost power, until what it means is settled; "" if none is to be settled. */
    static final String LOST = "lost";

    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
    private static final int MAX_TEXT = 4096;

    private final FileChannel channel;
    private FileLock lock;

    private LockFile(final FileChannel channel) {
        this.channel = channel;
    }

    static LockFile open(final Path file) throws IOException {
        return new LockFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** {@return whether no other process has the lock; this one has it then} */
    boolean tryLock() throws IOException {
        try {
            lock = channel.tryLock();
            return lock != null;
        } catch (final OverlappingFileLockException e) {
            return false;
        }
    }

    /** {@return the text as it stands, by key; empty if nobody has written it} */
    Map<String, String> read() throws IOException {
        final ByteBuffer text = ByteBuffer.allocate(MAX_TEXT);
        channel.read(text, 0);
        return parse(new String(text.array(), 0, text.position(), UTF_8));
    }

    /** {@return lines of {@code key=value}} */
    static Map<String, String> parse(final String text) {
        final Map<String, String> values = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            final int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }

    void write(final Map<String, String> values) throws IOException {
        final StringBuilder text = new StringBuilder();
        values.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        final byte[] bytes = text.toString().getBytes(UTF_8);
        channel.write(ByteBuffer.wrap(bytes), 0);
        channel.truncate(bytes.length);
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        if (lock != null) {
            lock.release();
        }
        channel.close();
    }

    /** {@return an id that changes with each boot of the machine, "" where there is none to be had} */
    static String bootId() {
        try {
            return Files.readString(BOOT_ID).trim();
        } catch (final IOException e) {
            return "";
        }
    }
}
