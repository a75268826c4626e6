package io.weir.acceptor.connection;

import io.weir.acceptor.AcceptorCounters;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.log.EdgePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listening socket: takes connections within the bounds and names them. For one thread. */
final class Doorway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Doorway.class);
    private static final int BACKLOG = 128;
    private static final int MOST_A_CYCLE = 16;
    /** Left to itself the kernel keeps several MB for a client that does not read. */
    private static final int SEND_BUFFER = 256 * 1024;

    private final LineLimit failures = new LineLimit();

    private final EdgePort port;
    private final Connections connections;
    private final AcceptorCounters counters;
    private final ServerSocketChannel server;
    private int lastNumber;

    /**
     * Listens.
     *
     * @throws UncheckedIOException if the address cannot be listened on; names it.
     */
    Doorway(
            final SelectorProvider sockets,
            final InetSocketAddress address,
            final EdgePort port,
            final Connections connections,
            final AcceptorCounters counters) {
        this.port = port;
        this.connections = connections;
        this.counters = counters;
        try {
            server = sockets.openServerSocketChannel();
            server.configureBlocking(false);
            bind(address);
        } catch (final IOException e) {
            throw new UncheckedIOException(
                    "cannot listen for FIX on " + address.getHostString() + ":" + address.getPort() + ": "
                            + e.getMessage(),
                    e);
        }
    }

    /** {@return the address listened on} */
    InetSocketAddress address() {
        try {
            return (InetSocketAddress) server.getLocalAddress();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on the selector tells who is waiting. */
    void open(final Selector selector) {
        try {
            server.register(selector, SelectionKey.OP_ACCEPT);
        } catch (final IOException e) {
            throw new UncheckedIOException("nobody listens any more", e);
        }
    }

    /** Takes who is waiting; {@return how many} */
    int accept(final Selector selector, final long nowNs) {
        int taken = 0;
        try {
            for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
                take(channel, selector, nowNs);
                if (++taken == MOST_A_CYCLE) {
                    break;
                }
            }
        } catch (final IOException e) {
            // A client that was gone before it was taken, or no file handle is free: the next cycle asks again.
            if (failures.allows(nowNs)) {
                LOG.warn("a connection could not be taken: {}", e.getMessage());
            }
        }
        return taken;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (final IOException e) {
            LOG.debug("the listening socket did not close cleanly", e);
        }
    }

    private void bind(final InetSocketAddress address) throws IOException {
        try {
            server.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            server.bind(address, BACKLOG);
        } catch (final IOException e) {
            server.close();
            throw e;
        }
    }

    private void take(final SocketChannel channel, final Selector selector, final long nowNs) throws IOException {
        final String address =
                ((InetSocketAddress) channel.getRemoteAddress()).getAddress().getHostAddress();
        if (connections.isFull(address)) {
            counters.overLimit.increment();
            channel.close();
            return;
        }
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.setOption(StandardSocketOptions.SO_SNDBUF, SEND_BUFFER);
        final SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        final long id = ConnectionId.of(port.edgeId(), port.epoch(), ++lastNumber);
        final Connection connection = new Connection(id, channel, key, address, nowNs);
        key.attach(connection);
        connections.add(connection);
        counters.accepted.increment();
    }
}
