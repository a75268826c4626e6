package io.weir.benchmarks.simulation.wire;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayDeque;
import java.util.Set;

/** A listening socket: hands out who is waiting. */
final class MemoryServerSocket extends ServerSocketChannel implements MemorySelector.Selectable {
    private final ArrayDeque<Wire> waiting = new ArrayDeque<>();

    MemoryServerSocket(final SelectorProvider provider) {
        super(provider);
    }

    void knock(final Wire wire) {
        waiting.add(wire);
    }

    @Override
    public int readyOps() {
        return waiting.isEmpty() ? 0 : SelectionKey.OP_ACCEPT;
    }

    @Override
    public SocketChannel accept() {
        final Wire wire = waiting.poll();
        return wire == null ? null : new MemorySocket(provider(), wire);
    }

    @Override
    public SocketAddress getLocalAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), MemorySockets.PORT);
    }

    @Override
    public ServerSocketChannel bind(final SocketAddress local, final int backlog) {
        return this;
    }

    @Override
    public <T> ServerSocketChannel setOption(final SocketOption<T> name, final T value) {
        return this;
    }

    @Override
    public <T> T getOption(final SocketOption<T> name) {
        return null;
    }

    @Override
    public Set<SocketOption<?>> supportedOptions() {
        return Set.of();
    }

    @Override
    public ServerSocket socket() {
        throw new UnsupportedOperationException("there is only the channel");
    }

    @Override
    protected void implCloseSelectableChannel() {
        waiting.forEach(wire -> {
            wire.toClient.breakOff();
            wire.toServer.breakOff();
        });
        waiting.clear();
    }

    @Override
    protected void implConfigureBlocking(final boolean block) {
        // Nothing here ever blocks.
    }
}
