package io.weir.core.snapshot;

import io.weir.protocol.Bounds;
import io.weir.protocol.codec.CommandWriter;
import io.weir.protocol.codec.EventWriter;
import io.weir.protocol.command.Command;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.event.Event;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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

    private final SnapshotSink sink;
    private final MutableDirectBuffer page = new UnsafeBuffer(new byte[SnapshotSink.MAX_PAGE_LENGTH]);
    private final MutableDirectBuffer message =
            new UnsafeBuffer(new byte[Math.max(Bounds.MAX_COMMAND_LENGTH, Bounds.MAX_EVENT_LENGTH)]);
    private final CommandWriter commands = new CommandWriter();
    private final EventWriter events = new EventWriter();
    private int length;

    public BufferSnapshotWriter(final SnapshotSink sink) {
        this.sink = sink;
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
        final byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_TEXT_BYTES) {
            throw new IllegalStateException(
                    "text of " + bytes.length + " bytes in a snapshot, " + MAX_TEXT_BYTES + " is the most");
        }
        putInt(bytes.length);
        int done = 0;
        while (done < bytes.length) {
            makeRoom(1);
            final int part = Math.min(bytes.length - done, SnapshotSink.MAX_PAGE_LENGTH - length);
            page.putBytes(length, bytes, done, part);
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
