package io.weir.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of loopback that were free a moment ago; what is killed and started again needs the same one each time. */
public final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 500;

    private FreePorts() {}

    /** {@return a TCP port, as the system gives it} */
    public static int tcp() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (final IOException e) {
            throw new UncheckedIOException("there is no free port", e);
        }
    }

    /**
     * Finds UDP ports in a row.
     *
     * @param count how many.
     * @return the first of them, below the range that systems hand out by themselves.
     */
    public static int udp(final int count) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final int first = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - count);
            if (areFree(first, count)) {
                return first;
            }
        }
        throw new IllegalStateException("no " + count + " free UDP ports in a row from " + LOWEST + " to " + HIGHEST);
    }

    private static boolean areFree(final int first, final int count) {
        for (int port = first; port < first + count; port++) {
            try (DatagramSocket socket = new DatagramSocket(null)) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (final IOException taken) {
                return false;
            }
        }
        return true;
    }
}
