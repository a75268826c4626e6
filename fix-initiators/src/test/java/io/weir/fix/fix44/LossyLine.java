package io.weir.fix.fix44;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** A line between two sockets on loopback that can lose what goes towards the venue, as a dying network does. */
final class LossyLine implements Closeable {
    private final ServerSocket listener;
    private final int venuePort;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicLong lostBytes = new AtomicLong();
    private volatile boolean losing;

    LossyLine(final int venuePort) throws IOException {
        this.venuePort = venuePort;
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start("lossy-line-accept", this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on nothing reaches the venue. */
    void lose() {
        losing = true;
    }

    long lostBytes() {
        return lostBytes.get();
    }

    /** Cuts all connections; new ones carry again. */
    void cut() {
        sockets.forEach(LossyLine::closeQuietly);
        sockets.clear();
        losing = false;
    }

    private void accept() {
        try {
            while (true) {
                final Socket customer = listener.accept();
                final Socket venue = new Socket(InetAddress.getLoopbackAddress(), venuePort);
                sockets.add(customer);
                sockets.add(venue);
                start("lossy-line-out", () -> carry(customer, venue, true));
                start("lossy-line-in", () -> carry(venue, customer, false));
            }
        } catch (final IOException e) {
            closeQuietly(listener);
        }
    }

    private void carry(final Socket from, final Socket to, final boolean canLose) {
        final byte[] bytes = new byte[8_192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
                if (canLose && losing) {
                    lostBytes.addAndGet(count);
                } else {
                    out.write(bytes, 0, count);
                    out.flush();
                }
            }
        } catch (final IOException e) {
            closeQuietly(from);
        }
        closeQuietly(to);
    }

    private static void start(final String name, final Runnable task) {
        final Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(final Closeable closeable) {
        try {
            closeable.close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        cut();
    }
}
