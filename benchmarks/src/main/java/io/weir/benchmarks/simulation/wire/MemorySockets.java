package io.weir.benchmarks.simulation.wire;

import io.weir.benchmarks.simulation.time.Timeline;
import java.io.IOException;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The sockets of one simulated process: what an acceptor gets its selector and its listening socket from. */
public final class MemorySockets extends SelectorProvider {
    static final int PORT = 9_880;

    private final Timeline timeline;
    private final Random random;
    private final Runnable onServer;
    private final List<Wire> wires = new ArrayList<>();
    private MemoryServerSocket server;

    /**
     * A process without sockets.
     *
     * @param timeline of the simulation.
     * @param random   of this process.
     * @param onServer called when something has arrived for it.
     */
    public MemorySockets(final Timeline timeline, final Random random, final Runnable onServer) {
        this.timeline = timeline;
        this.random = random;
        this.onServer = onServer;
    }

    /**
     * Connects a client.
     *
     * @param address  source address of the client, as text.
     * @param onClient called when something has arrived for the client.
     * @return its end of the connection.
     */
    public Wire connect(final String address, final Runnable onClient) {
        final Wire wire = new Wire(timeline, random, address, onServer, onClient);
        wires.add(wire);
        server.knock(wire);
        timeline.in(1_000, onServer);
        return wire;
    }

    /** The process is dead: every connection breaks. */
    public void die() {
        for (final Wire wire : wires) {
            wire.toClient.breakOff();
            wire.toServer.breakOff();
        }
        wires.clear();
        server = null;
    }

    @Override
    public AbstractSelector openSelector() {
        return new MemorySelector(this);
    }

    @Override
    public ServerSocketChannel openServerSocketChannel() {
        server = new MemoryServerSocket(this);
        return server;
    }

    @Override
    public SocketChannel openSocketChannel() throws IOException {
        throw new IOException("a simulated process does not connect to others");
    }

    @Override
    public DatagramChannel openDatagramChannel() throws IOException {
        throw new IOException("there are no datagrams here");
    }

    @Override
    public DatagramChannel openDatagramChannel(final ProtocolFamily family) throws IOException {
        throw new IOException("there are no datagrams here");
    }

    @Override
    public Pipe openPipe() throws IOException {
        throw new IOException("there are no pipes here");
    }
}
