package io.weir.app.fix;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** One TCP connection to the gateway. What comes is cut by BodyLength(9), so that a wrong one is seen. */
final class Wire implements AutoCloseable {
    /** How long something may take that has to come; far more than a quiet machine needs. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Socket socket;
    private final InputStream in;

    Wire(final int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) PATIENCE.toMillis());
            in = new BufferedInputStream(socket.getInputStream());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether TCP has taken all; false if the gateway has closed} */
    boolean send(final byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (final IOException e) {
            return false;
        }
    }

    /** {@return the next message, null if the gateway has closed} */
    Message read() {
        try {
            final byte[] bytes = frame();
            return bytes == null ? null : Message.of(bytes);
        } catch (final SocketTimeoutException e) {
            throw new AssertionError("the gateway says nothing for " + PATIENCE.toSeconds() + " s", e);
        } catch (final IOException e) {
            return null;
        }
    }

    /** Closes at once, whatever is on its way. */
    void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] frame() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!field(bytes)) {
            return null;
        }
        final int lengthAt = bytes.size();
        field(bytes);
        final String length = bytes.toString().substring(lengthAt).trim();
        if (!length.matches("9=\\d+")) {
            throw new AssertionError("no BodyLength(9) behind BeginString(8): " + bytes);
        }
        final int rest = Integer.parseInt(length.substring(2)) + "10=000|".length();
        bytes.writeBytes(in.readNBytes(rest));
        if (bytes.size() != lengthAt + length.length() + 1 + rest) {
            throw new AssertionError("half a message: " + bytes);
        }
        return bytes.toByteArray();
    }

    private boolean field(final ByteArrayOutputStream bytes) throws IOException {
        int next = in.read();
        while (next >= 0 && next != Fix.SOH) {
            bytes.write(next);
            next = in.read();
        }
        bytes.write(Fix.SOH);
        return next >= 0;
    }
}
