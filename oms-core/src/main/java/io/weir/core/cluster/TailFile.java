package io.weir.core.cluster;

import io.weir.core.snapshot.SnapshotSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.DirectBuffer;

/**
 * The tail of a snapshot on its way into a file: pages, each behind its length and CRC. Until it is sealed its name says that it
 * is not whole. Written by one thread, sealed by one that may be another.
 */
final class TailFile implements SnapshotSink {
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    static final int HEADER_LENGTH = 2 * Integer.BYTES;

    private final Path part;
    private final Path whole;
    private final Durability durability;
    private final FileChannel channel;
    private final ByteBuffer page =
            ByteBuffer.allocateDirect(HEADER_LENGTH + MAX_PAGE_LENGTH).order(ORDER);
    private final CRC32C crc = new CRC32C();

    private TailFile(final Path part, final Path whole, final Durability durability, final FileChannel channel) {
        this.part = part;
        this.whole = whole;
        this.durability = durability;
        this.channel = channel;
    }

    /**
     * Begins a file; from here on, whatever happens, it can be seen that it is not whole.
     *
     * @param part       its name until it is.
     * @param whole      its name from then on, in the same directory.
     * @param durability what that is to survive.
     * @return the file, empty.
     */
    static TailFile create(final Path part, final Path whole, final Durability durability) {
        try {
            final FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            if (durability == Durability.DISK) {
                Disk.forceNames(part.getParent());
            }
            return new TailFile(part, whole, durability, channel);
        } catch (final IOException e) {
            throw new UncheckedIOException(part + " cannot be made", e);
        }
    }

    @Override
    public void write(final DirectBuffer buffer, final int offset, final int length) {
        page.clear().position(HEADER_LENGTH);
        buffer.getBytes(offset, page, length);
        page.flip();
        crc.reset();
        crc.update(page.duplicate().position(HEADER_LENGTH));
        page.putInt(0, length).putInt(Integer.BYTES, (int) crc.getValue());
        try {
            while (page.hasRemaining()) {
                channel.write(page);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(part + " cannot be written", e);
        }
    }

    /** All is written: the file gets its name. Waits for the disk where it has to survive a loss of power. */
    void seal() {
        try (channel) {
            if (durability == Durability.DISK) {
                channel.force(true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            if (durability == Durability.DISK) {
                Disk.forceNames(whole.getParent());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(part + " cannot be given its name", e);
        }
    }
}
