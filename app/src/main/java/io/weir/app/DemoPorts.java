package io.weir.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The ports of the demo's simulated venues. They are kept, so that after a restart the gateway and its venues can start at
 * the same time; a port that somebody else has taken meanwhile is replaced.
 *
 * @param fix  of the venue that speaks FIX.
 * @param rest of the venue that speaks REST and WebSocket.
 */
record DemoPorts(int fix, int rest) {
    private static final String FILE = "ports";

    /**
     * Takes the ports kept in a directory, or free ones.
     *
     * @param directory made if it is not there.
     * @return the ports; both are free at this moment.
     */
    static DemoPorts choose(final Path directory) {
        try {
            Files.createDirectories(directory);
            final Path file = directory.resolve(FILE);
            final List<String> kept = Files.exists(file) ? Files.readAllLines(file) : List.of();
            final DemoPorts ports = new DemoPorts(freePort(kept, 0), freePort(kept, 1));
            Files.write(file, List.of(String.valueOf(ports.fix), String.valueOf(ports.rest)));
            return ports;
        } catch (final IOException e) {
            throw new UncheckedIOException("the demo's directory " + directory + " cannot be used: " + e, e);
        }
    }

    private static int freePort(final List<String> kept, final int index) throws IOException {
        final boolean known = index < kept.size() && kept.get(index).matches("\\d{1,5}");
        if (known) {
            try (ServerSocket socket = open(Integer.parseInt(kept.get(index)))) {
                return socket.getLocalPort();
            } catch (final IOException | IllegalArgumentException taken) {
                return anyFreePort();
            }
        }
        return anyFreePort();
    }

    private static int anyFreePort() throws IOException {
        try (ServerSocket socket = open(0)) {
            return socket.getLocalPort();
        }
    }

    private static ServerSocket open(final int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }
}
