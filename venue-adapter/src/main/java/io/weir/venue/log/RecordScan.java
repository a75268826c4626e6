package io.weir.venue.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** Reads a record file from its beginning to its end, or to the first record that is not whole. */
final class RecordScan {
    private static final int RECORD_HEADER = 8;

    private final FileChannel channel;
    private final CRC32C crc;
    private final ByteBuffer window = ByteBuffer.allocate(4 * RecordFile.MAX_PAYLOAD);

    /** Where in the file the window's position stands. */
    private long position;

    RecordScan(final FileChannel channel, final CRC32C crc) {
        this.channel = channel;
        this.crc = crc;
    }

    /** {@return the end of the last whole record} */
    long scan(final long from, final long size, final int maxPayload, final RecordHandler records) throws IOException {
        position = from;
        window.limit(0);
        while (size - position >= RECORD_HEADER) {
            if (!has(RECORD_HEADER)) {
                break;
            }
            final int length = window.getInt(window.position());
            if (length < 1 || length > maxPayload || !has(RECORD_HEADER + length)) {
                break;
            }
            final ByteBuffer payload = window.slice(window.position() + RECORD_HEADER, length);
            if (RecordFile.checksum(crc, length, payload) != window.getInt(window.position() + 4)) {
                break;
            }
            records.onRecord(payload);
            window.position(window.position() + RECORD_HEADER + length);
            position += RECORD_HEADER + length;
        }
        return position;
    }

    private boolean has(final int bytes) throws IOException {
        if (window.remaining() >= bytes) {
            return true;
        }
        window.compact();
        long readFrom = position + window.position();
        while (window.position() < bytes) {
            final int read = channel.read(window, readFrom);
            if (read <= 0) {
                break;
            }
            readFrom += read;
        }
        window.flip();
        return window.remaining() >= bytes;
    }
}
