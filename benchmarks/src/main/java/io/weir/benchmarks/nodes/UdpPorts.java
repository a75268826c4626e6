package io.weir.benchmarks.nodes;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;

/** Rows of UDP ports of loopback that were free a moment ago. */
final class UdpPorts {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 500;

    private UdpPorts() {}

    /** {@return the first of so many free ports in a row, below the range that systems hand out by themselves} */
    static int find(final int count) {
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
