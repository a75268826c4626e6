package io.weir.simulator.fix;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.agrona.collections.LongArrayList;

/**
 * One file of an {@link AppendStore}: records of a kind or length, a number, and for messages their bytes. Every 64th message's place
 * is kept in memory. Writes name their place, so that reads may move the channel's. Not thread-safe.
 */
final class StoreFile implements Closeable {
    /** The sender's next number. */
    static final int SENDER = -1;

    /** The target's next number. */
    static final int TARGET = -2;

    /** When the session was made, seconds since 1970. */
    static final int CREATED = -3;

    /** A message with its number. */
    static final int MESSAGE = 0;

    private static final int HEADER = 8;
    private static final int SPACING = 64;
    private static final int MAX_MESSAGE = 16 << 20;
    private static final int READ_BYTES = 1 << 18;
    private static final int WRITE_BYTES = 16 << 10;

    private final FileChannel channel;
    private final LongArrayList indexedNumbers = new LongArrayList();
    private final LongArrayList indexedPlaces = new LongArrayList();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(WRITE_BYTES);
    private long size;
    private long written;
    private int sinceIndexed;
    private int lastMessage = -1;

    private StoreFile(final FileChannel channel) {
        this.channel = channel;
    }

    /** Hears each record of a file as it is opened. */
    interface Records {
        /** @param kind one of the constants. */
        void on(int kind, int number);
    }

    /** Reads all whole records and cuts off a torn one. */
    static StoreFile open(final Path path, final Records records) throws IOException {
        final StoreFile store = new StoreFile(
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        final Scan scan = new Scan(store.channel, 0);
        while (scan.next()) {
            if (scan.length >= 0) {
                store.noteMessage(scan.number, store.size);
            }
            records.on(Math.min(scan.length, MESSAGE), scan.number);
            store.size = scan.position;
        }
        store.channel.truncate(store.size);
        store.written = store.size;
        return store;
    }

    /** Bytes, those that wait for {@link #write} included. */
    long size() {
        return size;
    }

    /** The number of the last message written, or -1. */
    int lastMessage() {
        return lastMessage;
    }

    /** Adds a record, for the next {@link #write}. */
    void append(final int kind, final int number) throws IOException {
        makeRoom(HEADER);
        buffer.putInt(kind).putInt(number);
        size += HEADER;
    }

    /** Adds a message, for the next {@link #write}. */
    void append(final int number, final byte[] message) throws IOException {
        makeRoom(HEADER + message.length);
        noteMessage(number, size);
        buffer.putInt(message.length).putInt(number).put(message);
        size += HEADER + message.length;
    }

    private void makeRoom(final int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            write();
            if (buffer.capacity() < bytes) {
                buffer = ByteBuffer.allocateDirect(2 * bytes);
            }
        }
    }

    /** Writes what was added since the last call, by one write. */
    void write() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                written += channel.write(buffer, written);
            }
        } finally {
            buffer.clear();
            size = written;
        }
    }

    private void noteMessage(final int number, final long place) {
        if (sinceIndexed++ % SPACING == 0) {
            indexedNumbers.addLong(number);
            indexedPlaces.addLong(place);
        }
        lastMessage = number;
    }

    /** Adds the messages numbered {@code from} to {@code to} that are here. */
    void read(final int from, final int to, final List<String> messages) throws IOException {
        write();
        final Scan scan = new Scan(channel, placeBefore(from));
        while (scan.next()) {
            if (scan.length >= 0 && scan.number > to) {
                return;
            }
            if (scan.length >= 0 && scan.number >= from) {
                messages.add(new String(scan.bytes, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /** Where the last indexed message at or below {@code number} begins. */
    private long placeBefore(final int number) {
        int low = 0;
        int high = indexedNumbers.size();
        while (low < high) {
            final int middle = low + high >>> 1;
            if (indexedNumbers.getLong(middle) <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? 0 : indexedPlaces.getLong(low - 1);
    }

    @Override
    public void close() throws IOException {
        write();
        channel.close();
    }

    /** A walk over whole records. */
    private static final class Scan {
        private final DataInputStream in;
        private final long end;
        private long position;
        private int length;
        private int number;
        private byte[] bytes;

        Scan(final FileChannel channel, final long position) throws IOException {
            this.in = new DataInputStream(
                    new BufferedInputStream(Channels.newInputStream(channel.position(position)), READ_BYTES));
            this.end = channel.size();
            this.position = position;
        }

        boolean next() throws IOException {
            if (end - position < HEADER) {
                return false;
            }
            length = in.readInt();
            number = in.readInt();
            final int size = Math.max(length, 0);
            if (length < CREATED || length > MAX_MESSAGE || end - position - HEADER < size) {
                return false;
            }
            bytes = in.readNBytes(size);
            position += HEADER + size;
            return bytes.length == size;
        }
    }
}
