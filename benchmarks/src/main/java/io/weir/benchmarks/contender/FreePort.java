package io.weir.benchmarks.contender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds a port that nobody listens on. */
final class FreePort {
    private FreePort() {}

    /** {@return a port on 127.0.0.1, free at this moment} */
    static int take() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }
}
