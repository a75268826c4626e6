package io.weir.benchmarks.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP line between one client and the gateway that can be cut in the middle of a message: what is on its way is lost and both
 * ends see a reset. It passes bytes on and knows nothing of them. Its threads end with {@link #close}.
 */
final class Line implements AutoCloseable {
    private static final int BUFFER = 16 << 10;
    private static final int CONNECT_MS = 1_000;

    private final ServerSocket door;
    private final int gatewayPort;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

    /** @param gatewayPort on loopback; nobody has to listen there yet. */
    Line(final int gatewayPort) {
        this.gatewayPort = gatewayPort;
        try {
            door = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        spawn("torture-line", this::accept);
    }

    private static void spawn(final String name, final Runnable task) {
        final Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** {@return where the client connects} */
    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (final IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void connect(final Socket client) {
        final Socket gateway = new Socket();
        sockets.add(client);
        sockets.add(gateway);
        try {
            gateway.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), gatewayPort), CONNECT_MS);
            client.setTcpNoDelay(true);
            gateway.setTcpNoDelay(true);
        } catch (final IOException nobodyThere) {
            reset(client);
            reset(gateway);
            return;
        }
        spawn("torture-line-in", () -> pass(client, gateway));
        spawn("torture-line-out", () -> pass(gateway, client));
    }

    private void pass(final Socket from, final Socket to) {
        final byte[] buffer = new byte[BUFFER];
        try {
            for (int read = from.getInputStream().read(buffer);
                    read > 0;
                    read = from.getInputStream().read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
            close(from);
            close(to); // what was written before still arrives: a Logout, for example
        } catch (final IOException broken) {
            reset(from);
            reset(to);
        }
    }

    /** Cuts every connection of this line. */
    void cut() {
        sockets.forEach(this::reset);
    }

    private void reset(final Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (final IOException alreadyClosed) {
            // Nothing is on its way any more.
        }
        close(socket);
    }

    private void close(final Socket socket) {
        sockets.remove(socket);
        try {
            socket.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
