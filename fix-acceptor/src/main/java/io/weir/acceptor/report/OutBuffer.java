package io.weir.acceptor.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import uk.co.real_logic.artio.builder.Encoder;
import uk.co.real_logic.artio.util.MutableAsciiBuffer;

/**
 * What is written to one connection and not yet with TCP. Of fixed size: who is to write asks {@link #hasRoom} first and
 * keeps its place in the journal if there is none. For one thread.
 */
public final class OutBuffer {
    /** Size in bytes. */
    public static final int CAPACITY = 256 * 1024;

    /** No message of ours is longer, the gap fill that may stand before it included. */
    public static final int MAX_WRITE = 8 * 1024;

    private final MutableAsciiBuffer bytes = new MutableAsciiBuffer(new byte[CAPACITY]);
    private final ByteBuffer view = ByteBuffer.wrap(bytes.byteArray());
    private int head;
    private int tail;

    /** {@return whether another message fits} */
    public boolean hasRoom() {
        if (CAPACITY - tail >= MAX_WRITE) {
            return true;
        }
        if (CAPACITY - (tail - head) < MAX_WRITE) {
            return false;
        }
        bytes.putBytes(0, bytes, head, tail - head);
        tail -= head;
        head = 0;
        return true;
    }

    /** {@return how many messages surely fit} */
    public int room() {
        return (CAPACITY - (tail - head)) / MAX_WRITE;
    }

    /** {@return whether nothing waits for TCP} */
    public boolean isEmpty() {
        return head == tail;
    }

    /** {@return bytes that wait for TCP} */
    public int pending() {
        return tail - head;
    }

    /**
     * Writes a message. There has to be room.
     *
     * @param message filled in whole.
     */
    void write(final Encoder message) {
        final long result = message.encode(bytes, tail);
        final int offset = Encoder.offset(result);
        final int length = Encoder.length(result);
        // The text begins a few bytes behind where it was asked for: the length of the body is not known before.
        bytes.putBytes(tail, bytes, offset, length);
        tail += length;
    }

    /**
     * Hands on to TCP what it takes.
     *
     * @param channel non-blocking.
     * @return bytes taken.
     * @throws IOException if the connection is gone.
     */
    public int flush(final WritableByteChannel channel) throws IOException {
        if (head == tail) {
            return 0;
        }
        final int written = channel.write(view.limit(tail).position(head));
        head += written;
        if (head == tail) {
            head = 0;
            tail = 0;
        }
        return written;
    }
}
