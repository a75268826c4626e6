package io.weir.core.cluster;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ThreadLocalRandom;

/** Looks for UDP ports that nobody uses, one behind the other. */
final class FreePorts {
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 200;

    private FreePorts() {}

    /**
     * Finds ports. They lie below the range that systems hand out by themselves; the search begins at a random one, so
     * that nodes started together hardly meet.
     *
     * @param host  to listen on.
     * @param count how many.
     * @return the first of them.
     */
    static int find(final String host, final int count) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            final int base = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST - count);
            if (firstTaken(host, base, count) < 0) {
                return base;
            }
        }
        throw new NodeRefusedException(
                "no " + count + " free UDP ports in a row found from " + LOWEST + " to " + HIGHEST);
    }

    /**
     * Looks whether ports can be had.
     *
     * @param host  to listen on.
     * @param base  the first.
     * @param count how many.
     * @return the first that cannot, -1 if all can.
     */
    static int firstTaken(final String host, final int base, final int count) {
        for (int port = base; port < base + count; port++) {
            try (DatagramSocket socket = new DatagramSocket(null)) {
                socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            } catch (final IOException e) {
                return port;
            }
        }
        return -1;
    }
}
