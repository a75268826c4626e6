package io.weir.benchmarks.simulation.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.Set;

/** The accepting side's end of a {@link Wire}, as a non-blocking channel. */
final class MemorySocket extends SocketChannel implements MemorySelector.Selectable {
    private final Wire wire;
    private boolean outputShut;

    MemorySocket(final SelectorProvider provider, final Wire wire) {
        super(provider);
        this.wire = wire;
    }

    @Override
    public int read(final ByteBuffer target) throws IOException {
        checkOpen();
        return wire.toServer.read(target);
    }

    @Override
    public long read(final ByteBuffer[] targets, final int offset, final int length) throws IOException {
        return read(targets[offset]);
    }

    @Override
    public int write(final ByteBuffer source) throws IOException {
        checkOpen();
        if (outputShut) {
            throw new ClosedChannelException();
        }
        if (wire.toClient.isBroken()) {
            throw new IOException("Broken pipe");
        }
        return wire.toClient.write(source);
    }

    @Override
    public long write(final ByteBuffer[] sources, final int offset, final int length) throws IOException {
        return write(sources[offset]);
    }

    @Override
    public int readyOps() {
        return (wire.toServer.isReadable() ? SelectionKey.OP_READ : 0)
                | (wire.toClient.isWritable() ? SelectionKey.OP_WRITE : 0);
    }

    @Override
    public SocketChannel shutdownOutput() {
        outputShut = true;
        wire.toClient.end();
        return this;
    }

    @Override
    protected void implCloseSelectableChannel() {
        wire.toClient.end();
        wire.toServer.breakOff();
    }

    @Override
    protected void implConfigureBlocking(final boolean block) {
        // Nothing here ever blocks.
    }

    private void checkOpen() throws IOException {
        if (!isOpen()) {
            throw new ClosedChannelException();
        }
    }

    @Override
    public SocketAddress getRemoteAddress() throws IOException {
        return new InetSocketAddress(InetAddress.getByName(wire.address), 40_000);
    }

    @Override
    public SocketAddress getLocalAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), MemorySockets.PORT);
    }

    @Override
    public boolean isConnected() {
        return isOpen();
    }

    @Override
    public <T> SocketChannel setOption(final SocketOption<T> name, final T value) {
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
    public SocketChannel bind(final SocketAddress local) {
        throw new UnsupportedOperationException("an accepted connection is bound");
    }

    @Override
    public SocketChannel shutdownInput() {
        return this;
    }

    @Override
    public Socket socket() {
        throw new UnsupportedOperationException("there is only the channel");
    }

    @Override
    public boolean isConnectionPending() {
        return false;
    }

    @Override
    public boolean connect(final SocketAddress remote) {
        throw new UnsupportedOperationException("an accepted connection is connected");
    }

    @Override
    public boolean finishConnect() {
        return true;
    }
}
