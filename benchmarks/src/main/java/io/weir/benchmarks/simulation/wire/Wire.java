package io.weir.benchmarks.simulation.wire;

import io.weir.benchmarks.simulation.time.Timeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;

/** A connection as the client has it. What it can do is what a socket can, and to vanish without a word. */
public final class Wire {
    private static final int TO_SERVER_WINDOW = 64 * 1024;

    final Pipe toServer;
    final Pipe toClient;
    final String address;
    private boolean closed;

    Wire(
            final Timeline timeline,
            final Random random,
            final String address,
            final Runnable onServer,
            final Runnable onClient) {
        this.address = address;
        toServer = new Pipe(timeline, random, TO_SERVER_WINDOW, onServer);
        toClient = new Pipe(timeline, random, 2_048 << random.nextInt(6), onClient);
    }

    /**
     * Sends bytes.
     *
     * @param bytes to send.
     * @return false if the connection is gone or takes no more: then it is to be given up.
     */
    public boolean send(final byte[] bytes) {
        return !closed && !toServer.isBroken() && toServer.write(ByteBuffer.wrap(bytes)) == bytes.length;
    }

    /**
     * Reads what has arrived.
     *
     * @param target to put it into.
     * @return bytes read; -1 when the connection has ended or is broken.
     */
    public int read(final ByteBuffer target) {
        try {
            return closed ? -1 : toClient.read(target);
        } catch (final IOException reset) {
            return -1;
        }
    }

    /** Closes in good order: what was sent arrives. */
    public void close() {
        closed = true;
        toServer.end();
        toClient.breakOff();
    }

    /** The connection breaks both ways; what is on its way is lost. */
    public void breakOff() {
        closed = true;
        toServer.breakOff();
        toClient.breakOff();
    }

    /** The client is gone and nobody hears of it: the other side waits. */
    public void vanish() {
        closed = true;
    }
}
