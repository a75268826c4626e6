package io.weir.acceptor.connection;

import io.weir.acceptor.Fix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A client's end of a real socket; messages are kept as text with {@code |} for the delimiter. */
final class FixClient implements AutoCloseable {
    final List<String> received = new ArrayList<>();
    /** Numbers of those that are no possible duplicates. */
    final List<Integer> live = new ArrayList<>();

    boolean closed;
    boolean reads = true;

    private final SocketChannel channel;
    private final ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private final StringBuilder text = new StringBuilder();

    FixClient(final InetSocketAddress address) throws IOException {
        channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 256 * 1024);
        channel.connect(address);
        channel.configureBlocking(false);
    }

    /** Sends what TCP takes at once; {@return bytes sent} */
    int send(final byte[] bytes) {
        try {
            return channel.write(ByteBuffer.wrap(bytes));
        } catch (final IOException e) {
            closed = true;
            return 0;
        }
    }

    void poll() {
        if (!reads || closed) {
            return;
        }
        try {
            int bytes = channel.read(in.clear());
            while (bytes > 0) {
                text.append(new String(in.array(), 0, bytes, StandardCharsets.ISO_8859_1).replace('\u0001', '|'));
                bytes = channel.read(in.clear());
            }
            closed = bytes < 0;
        } catch (final IOException e) {
            closed = true;
        }
        cut();
    }

    /** Messages behind the first ones. */
    List<String> since(final int index) {
        return received.subList(index, received.size());
    }

    String last() {
        return received.get(received.size() - 1);
    }

    void finish() {
        try {
            channel.shutdownOutput();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void cut() {
        int start = 0;
        int trailer = text.indexOf("|10=");
        while (trailer >= 0 && text.length() >= trailer + 8) {
            take(text.substring(start, trailer + 8));
            start = trailer + 8;
            trailer = text.indexOf("|10=", start);
        }
        text.delete(0, start);
    }

    private void take(final String message) {
        received.add(message);
        if (!message.contains("|43=Y|")) {
            live.add(Integer.valueOf(Fix.value(message, 34)));
        }
    }
}
