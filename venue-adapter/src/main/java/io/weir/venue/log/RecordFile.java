package io.weir.venue.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * An append-only file of records, each with its length and checksum. What {@link #commit} has returned from survives the
 * death of the process, and with {@code forced} the loss of power too. A record that a crash tore is cut off at the next
 * {@link #open}, with whatever stands behind it. For one thread.
 *
 * <p>Form: 8 bytes magic, then records of 4 bytes length, 4 bytes CRC-32C of length and payload, payload; big-endian.
 */
public final class RecordFile implements AutoCloseable {
    /** The longest payload, in bytes. */
    public static final int MAX_PAYLOAD = 64 * 1024;

    private static final int FILE_HEADER = 8;
    private static final int RECORD_HEADER = 8;
    private static final int BATCH = 256 * 1024;

    private final Path file;
    private final long magic;
    private final boolean forced;
    private final CRC32C crc = new CRC32C();
    private final ByteBuffer batch = ByteBuffer.allocateDirect(BATCH);
    private FileChannel channel;
    private long length;
    private long cutBytes;
    private long forcedLength;

    private RecordFile(final Path file, final long magic, final boolean forced) {
        this.file = file;
        this.magic = magic;
        this.forced = forced;
    }

    /**
     * Opens a file, makes it if it is not there, and hands on its records.
     *
     * @param file    its directory is made if need be.
     * @param magic   says what kind of file it is.
     * @param forced  whether {@link #commit} waits for the disk.
     * @param records gets every whole record, in order.
     * @return the file, at its end.
     * @throws IOException if it cannot be read or written, or is of another kind.
     */
    public static RecordFile open(final Path file, final long magic, final boolean forced, final RecordHandler records)
            throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        final RecordFile opened = new RecordFile(file, magic, forced);
        opened.channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            opened.load(records);
        } catch (final IOException | RuntimeException e) {
            opened.channel.close();
            throw e;
        }
        return opened;
    }

    private void load(final RecordHandler records) throws IOException {
        final long size = channel.size();
        if (size < FILE_HEADER) {
            begin(size);
            return;
        }
        final ByteBuffer header = ByteBuffer.allocate(FILE_HEADER);
        readFully(header, 0);
        if (header.getLong(0) != magic) {
            throw new IOException(file + " is not a file of this kind");
        }
        length = new RecordScan(channel, crc).scan(FILE_HEADER, size, MAX_PAYLOAD, records);
        cutBytes = size - length;
        if (cutBytes > 0) {
            channel.truncate(length);
            force();
        }
    }

    private void begin(final long size) throws IOException {
        cutBytes = size;
        channel.truncate(0);
        final ByteBuffer header = ByteBuffer.allocate(FILE_HEADER).putLong(0, magic);
        writeFully(header, 0);
        length = FILE_HEADER;
        force();
        forceDirectory();
    }

    /**
     * Adds a record to the batch that the next {@link #commit} writes.
     *
     * @param payload from position to limit, 1 to {@link #MAX_PAYLOAD} bytes; not changed.
     * @throws IOException if the batch was full and could not be written.
     */
    public void append(final ByteBuffer payload) throws IOException {
        final int size = payload.remaining();
        if (size < 1 || size > MAX_PAYLOAD) {
            throw new IllegalArgumentException("a record of " + size + " bytes is not within 1 to " + MAX_PAYLOAD);
        }
        if (batch.remaining() < RECORD_HEADER + size) {
            write();
        }
        batch.putInt(size).putInt(checksum(crc, size, payload)).put(payload.duplicate());
    }

    /**
     * Writes the batch; with {@code forced} waits for the disk.
     *
     * @throws IOException if it cannot; the batch is dropped then, and the file is as before it.
     */
    public void commit() throws IOException {
        if (batch.position() > 0) {
            write();
            force();
        }
    }

    /**
     * Writes the batch without waiting for the disk: for records whose loss does no harm.
     *
     * @throws IOException as {@link #commit}.
     */
    public void write() throws IOException {
        if (batch.position() == 0) {
            return;
        }
        batch.flip();
        final int size = batch.limit();
        try {
            writeFully(batch, length);
            length += size;
        } catch (final IOException e) {
            cutTo(length, e);
            throw e;
        } finally {
            batch.clear();
        }
    }

    private void cutTo(final long goodLength, final IOException cause) {
        try {
            channel.truncate(goodLength);
        } catch (final IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** What {@link #rewrite} calls to fill the new file. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Appends all that is to be kept.
         *
         * @param target the new file.
         * @throws IOException if it cannot be written.
         */
        void writeTo(RecordFile target) throws IOException;
    }

    /**
     * Replaces the whole contents in one step: a crash leaves the old ones or the new ones.
     *
     * @param writer appends what the new file holds.
     * @throws IOException if it cannot be written; the old file goes on.
     */
    public void rewrite(final Writer writer) throws IOException {
        batch.clear();
        final Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        final RecordFile target = open(next, magic, forced, payload -> {});
        try {
            writer.writeTo(target);
            target.write();
            target.channel.force(forced);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (final IOException | RuntimeException e) {
            target.channel.close();
            Files.deleteIfExists(next);
            throw e;
        }
        channel.close();
        channel = target.channel;
        length = target.length;
        forceDirectory();
        forcedLength = forced ? length : 0;
    }

    /** {@return bytes in the file, without the batch} */
    public long length() {
        return length;
    }

    /** {@return bytes that {@link #open} cut off because a crash had torn them} */
    public long cutBytes() {
        return cutBytes;
    }

    /** {@return bytes of the file that a loss of power leaves, as far as this run has waited for the disk; 0 without} */
    public long forcedLength() {
        return forcedLength;
    }

    private void force() throws IOException {
        if (forced) {
            channel.force(false);
            forcedLength = length;
        }
    }

    private void forceDirectory() throws IOException {
        if (forced) {
            try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                directory.force(true);
            }
        }
    }

    private void readFully(final ByteBuffer target, final long position) throws IOException {
        while (target.hasRemaining() && channel.read(target, position + target.position()) > 0) {
            // a read may be short
        }
    }

    private void writeFully(final ByteBuffer source, final long position) throws IOException {
        final int begin = source.position();
        while (source.hasRemaining()) {
            channel.write(source, position + source.position() - begin);
        }
    }

    static int checksum(final CRC32C crc, final int size, final ByteBuffer payload) {
        crc.reset();
        crc.update(size >>> 24);
        crc.update(size >>> 16);
        crc.update(size >>> 8);
        crc.update(size);
        crc.update(payload.duplicate());
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        try {
            commit();
            channel.force(true); // an orderly end outlasts a loss of power, whatever the durability
        } finally {
            channel.close();
        }
    }
}
