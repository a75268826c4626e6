package io.weir.benchmarks.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Consumer;

/** Cuts a stream of bytes into FIX messages by BodyLength(9) and checks CheckSum(10) of each. One thread. */
final class FixReader {
    private static final byte SOH = 1;
    private static final int BUFFER = 1 << 18;
    private static final int LENGTH_AT = "8=FIX.4.4|9=".length();
    private static final int TRAILER = "10=000|".length();
    private static final int MODULO = 256;
    private static final int TEN = 10;
    private static final int HUNDRED = 100;

    private final ReadableByteChannel channel;
    private final Consumer<Inbound> messages;
    private final byte[] bytes = new byte[BUFFER];
    private final ByteBuffer buffer = ByteBuffer.wrap(bytes);
    private final Inbound inbound = new Inbound();

    FixReader(final ReadableByteChannel channel, final Consumer<Inbound> messages) {
        this.channel = channel;
        this.messages = messages;
    }

    /**
     * Waits for bytes and hands on each whole message.
     *
     * @return false when the other side has closed.
     * @throws LoadException if a message is garbled.
     */
    boolean read() throws IOException {
        if (channel.read(buffer) < 0) {
            return false;
        }
        final int end = buffer.position();
        int at = 0;
        int to = messageEnd(at, end);
        while (to > 0) {
            check(at, to);
            inbound.read(bytes, at, to);
            messages.accept(inbound);
            at = to;
            to = messageEnd(at, end);
        }
        if (at > 0) {
            System.arraycopy(bytes, at, bytes, 0, end - at);
            buffer.position(end - at);
        }
        return true;
    }

    /** Where the message ends that begins here, or -1 if it is not whole yet. */
    private int messageEnd(final int at, final int end) {
        int i = at + LENGTH_AT;
        int length = 0;
        while (i < end && bytes[i] != SOH) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new LoadException("no BodyLength(9) where it has to be: " + shown(at, end));
            }
            length = length * TEN + bytes[i++] - '0';
        }
        final int to = i + 1 + length + TRAILER;
        if (to - at > BUFFER) {
            throw new LoadException("BodyLength(9) " + length + " is above what this client takes");
        }
        return i < end && to <= end ? to : -1;
    }

    private void check(final int at, final int to) {
        final int sumEnd = to - TRAILER;
        int sum = 0;
        for (int i = at; i < sumEnd; i++) {
            sum += bytes[i];
        }
        final int said = (bytes[to - 4] - '0') * HUNDRED + (bytes[to - 3] - '0') * TEN + bytes[to - 2] - '0';
        if ((sum & (MODULO - 1)) != said || bytes[to - 1] != SOH) {
            throw new LoadException("CheckSum(10) " + said + " is not " + sum % MODULO + ": " + shown(at, to));
        }
    }

    private String shown(final int at, final int to) {
        return new String(
                        bytes, at, Math.min(to - at, FixWriter.MAX_MESSAGE), java.nio.charset.StandardCharsets.US_ASCII)
                .replace('\001', '|');
    }
}
