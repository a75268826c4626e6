package io.weir.core.snapshot;

import io.weir.protocol.Bounds;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Lays the values of a snapshot into pages of at most {@link SnapshotSink#MAX_PAGE_LENGTH} and hands each page on when it is
 * full. No number, command or event is split over two pages; long texts are. {@link #finish()} ends the snapshot. For one
 * thread, once.
 */
public final class BufferSnapshotWriter implements SnapshotWriter {
    static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
    static final int MAX_TEXT_BYTES = 0xFFFF;
    static final String END = "end";
    private static final int FIRST_NON_ASCII = 0x80;

    private final SnapshotSink sink;
    private final SnapshotWriter tail;
    private final byte[] bytes = new byte[SnapshotSink.MAX_PAGE_LENGTH];
    private final MutableDirectBuffer page = new UnsafeBuffer(bytes);
    private final MutableDirectBuffer message =
            new UnsafeBuffer(new byte[Math.max(Bounds.MAX_COMMAND_LENGTH, Bounds.MAX_EVENT_LENGTH)]);
    private final CommandWriter commands = new CommandWriter();
    private final EventWriter events = new EventWriter();
    private int length;

    public BufferSnapshotWriter(final SnapshotSink sink) {
        this(sink, null);
    }

    /**
     * Begins a snapshot with a tail.
     *
     * @param sink  of all that is written now.
     * @param tail  takes what may follow later; for the caller to finish.
     */
    public BufferSnapshotWriter(final SnapshotSink sink, final SnapshotWriter tail) {
        this.sink = sink;
        this.tail = tail;
    }

    @Override
    public void section(final String name) {
        putText(name);
    }

    @Override
    public void putBoolean(final boolean value) {
        makeRoom(1);
        page.putByte(length, (byte) (value ? 1 : 0));
        length += 1;
    }

    @Override
    public void putInt(final int value) {
        makeRoom(Integer.BYTES);
        page.putInt(length, value, ORDER);
        length += Integer.BYTES;
    }

    @Override
    public void putLong(final long value) {
        makeRoom(Long.BYTES);
        page.putLong(length, value, ORDER);
        length += Long.BYTES;
    }

    @Override
    public void putText(final String value) {
        if (!tryPutAscii(value)) {
            putUtf8(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Nearly all texts are ASCII and fit the page: they are copied, and nothing is made for it. */
    private boolean tryPutAscii(final String value) {
        final int count = value.length();
        final int from = length + Integer.BYTES;
        if (count > SnapshotSink.MAX_PAGE_LENGTH - from) {
            return false;
        }
        int bits = 0;
        for (int i = 0; i < count; i++) {
            final char c = value.charAt(i);
            bytes[from + i] = (byte) c;
            bits |= c;
        }
        if (bits >= FIRST_NON_ASCII) {
            return false;
        }
        putInt(count);
        length += count;
        return true;
    }

    private void putUtf8(final byte[] text) {
        if (text.length > MAX_TEXT_BYTES) {
            throw new IllegalStateException(
                    "text of " + text.length + " bytes in a snapshot, " + MAX_TEXT_BYTES + " is the most");
        }
        putInt(text.length);
        int done = 0;
        while (done < text.length) {
            makeRoom(1);
            final int part = Math.min(text.length - done, SnapshotSink.MAX_PAGE_LENGTH - length);
            page.putBytes(length, text, done, part);
            length += part;
            done += part;
        }
    }

    @Override
    public void putDecimal(final Decimal value) {
        putLong(value.mantissa());
        putInt(value.scale());
    }

    @Override
    public void putCommand(final Command value) {
        putMessage(commands.write(value, 0, 0, 0, message, 0));
    }

    @Override
    public void putEvent(final Event value) {
        putMessage(events.write(0, 0, 0, 0, 0, value, message, 0));
    }

    @Override
    public Optional<SnapshotWriter> tailWriter() {
        return Optional.ofNullable(tail);
    }

    /** Ends the snapshot and hands on its last page. */
    public void finish() {
        section(END);
        flush();
    }

    private void putMessage(final int messageLength) {
        putInt(messageLength);
        makeRoom(messageLength);
        page.putBytes(length, message, 0, messageLength);
        length += messageLength;
    }

    private void makeRoom(final int wanted) {
        if (length + wanted > SnapshotSink.MAX_PAGE_LENGTH) {
            flush();
        }
    }

    private void flush() {
        if (length > 0) {
            sink.write(page, 0, length);
            length = 0;
        }
    }
}
