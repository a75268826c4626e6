package io.weir.core.cluster;

import io.weir.core.snapshot.SnapshotSink;
import io.weir.core.snapshot.SnapshotSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.agrona.MutableDirectBuffer;

/** Reads what a {@link TailFile} was written; whoever reads knows where it ends and asks for nothing behind. For one thread, once. */
final class TailSource implements SnapshotSource, AutoCloseable {
    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer header =
            ByteBuffer.allocateDirect(TailFile.HEADER_LENGTH).order(TailFile.ORDER);
    private final ByteBuffer body = ByteBuffer.allocateDirect(SnapshotSink.MAX_PAGE_LENGTH);
    private final CRC32C crc = new CRC32C();

    /**
     * Opens a tail.
     *
     * @param file that was sealed.
     * @throws DamagedTailException if it is not there.
     */
    TailSource(final Path file) {
        this.file = file;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
        } catch (final IOException e) {
            throw new DamagedTailException(file + " cannot be opened", e);
        }
    }

    @Override
    public int read(final MutableDirectBuffer page) {
        try {
            final long position = channel.position();
            if (!fill(header.clear())) {
                throw new DamagedTailException(file + " is cut at " + position, null);
            }
            final int length = header.getInt(0);
            if (length < 1
                    || length > SnapshotSink.MAX_PAGE_LENGTH
                    || !fill(body.clear().limit(length))) {
                throw new DamagedTailException(
                        file + " is cut or damaged at " + position + ": a page of " + length + " bytes", null);
            }
            crc.reset();
            crc.update(body.flip());
            if ((int) crc.getValue() != header.getInt(Integer.BYTES)) {
                throw new DamagedTailException(
                        file + " is damaged: the page of " + length + " bytes at " + position
                                + " is not what was written",
                        null);
            }
            page.putBytes(0, body, 0, length);
            return length;
        } catch (final IOException e) {
            throw new DamagedTailException(file + " cannot be read", e);
        }
    }

    private boolean fill(final ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new DamagedTailException(file + " cannot be closed", e);
        }
    }
}
