package io.weir.benchmarks.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * A long line between a client and the gateway: each FIX message arrives a set time after it was sent, in order, and one that
 * is asked for is lost whole. Takes one connection. Its threads are its own and end with it.
 */
final class DelayedLink implements AutoCloseable {
    private static final int BUFFER = 1 << 18;
    private static final Item END = new Item(0, new byte[0]);

    private final ServerSocket door;
    private final int port;
    private final long delayNs;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final AtomicReference<String> dropOut = new AtomicReference<>("");
    private final AtomicReference<String> dropIn = new AtomicReference<>("");

    private record Item(long dueNs, byte[] message) {}

    /**
     * Opens the line's near end.
     *
     * @param port    of the gateway at the far end.
     * @param delayNs of each direction.
     */
    DelayedLink(final int port, final long delayNs) {
        this.port = port;
        this.delayNs = delayNs;
        try {
            door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.push(door);
        start("link-door", this::connect);
    }

    /** {@return the port that the client connects to} */
    int nearPort() {
        return door.getLocalPort();
    }

    /** Loses the next message of that MsgType(35) on its way to the gateway. */
    void loseNextOut(final String msgType) {
        dropOut.set(msgType);
    }

    /** Loses the next message of that MsgType(35) on its way to the client. */
    void loseNextIn(final String msgType) {
        dropIn.set(msgType);
    }

    /** {@return whether all that was to be lost is lost} */
    boolean hasLost() {
        return dropOut.get().isEmpty() && dropIn.get().isEmpty();
    }

    private void connect() {
        try {
            final Socket near = door.accept();
            final Socket far = new Socket(InetAddress.getLoopbackAddress(), port);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            synchronized (parts) {
                parts.push(near);
                parts.push(far);
            }
            carry("out", near, far, dropOut);
            carry("in", far, near, dropIn);
        } catch (final IOException e) {
            return; // closed before anybody came
        }
    }

    private void carry(final String way, final Socket from, final Socket to, final AtomicReference<String> drop) {
        final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
        start("link-" + way + "-read", () -> read(from, queue, drop));
        start("link-" + way + "-write", () -> write(to, queue));
    }

    private static void start(final String name, final Runnable task) {
        final Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(final Socket from, final BlockingQueue<Item> queue, final AtomicReference<String> drop) {
        final byte[] bytes = new byte[BUFFER];
        int length = 0;
        try {
            final InputStream in = from.getInputStream();
            for (int read = in.read(bytes, 0, BUFFER); read >= 0; read = in.read(bytes, length, BUFFER - length)) {
                length += read;
                final int left = take(bytes, length, queue, drop);
                System.arraycopy(bytes, length - left, bytes, 0, left);
                length = left;
            }
        } catch (final IOException e) {
            // one of the two has closed: so does the other
        }
        queue.add(END);
    }

    private int take(
            final byte[] bytes, final int length, final BlockingQueue<Item> queue, final AtomicReference<String> drop) {
        final long dueNs = System.nanoTime() + delayNs;
        int from = 0;
        for (int end = FixText.end(bytes, from, length); end > 0; end = FixText.end(bytes, from, length)) {
            final byte[] message = Arrays.copyOfRange(bytes, from, end);
            final String lost = drop.get();
            if (lost.isEmpty() || !lost.equals(FixText.field(message, 35))) {
                queue.add(new Item(dueNs, message));
            } else {
                drop.set("");
            }
            from = end;
        }
        return length - from;
    }

    private static void write(final Socket to, final BlockingQueue<Item> queue) {
        try {
            final OutputStream out = to.getOutputStream();
            for (Item item = queue.take(); item != END; item = queue.take()) {
                for (long left = item.dueNs() - System.nanoTime(); left > 0; left = item.dueNs() - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                out.write(item.message());
            }
            to.close();
        } catch (final IOException e) {
            return; // closed
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        synchronized (parts) {
            parts.forEach(DelayedLink::quietly);
            parts.clear();
        }
    }

    private static void quietly(final AutoCloseable part) {
        try {
            part.close();
        } catch (final Exception e) {
            return; // it is gone either way
        }
    }
}
