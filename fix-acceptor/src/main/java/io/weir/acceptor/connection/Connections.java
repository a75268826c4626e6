package io.weir.acceptor.connection;

import io.weir.acceptor.AcceptorBounds;
import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.Connection.State;
import io.weir.protocol.command.Disconnected;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.agrona.collections.Long2ObjectHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections, and how they end. A connection that the core knows ends by {@link Disconnected}, behind everything that
 * was read from it, or because the core has closed it. Sockets are closed gently where the client may still be sending, so
 * that what was written last is not lost to a reset. For one thread.
 */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final long FLUSH_NS = 2_000_000_000L;
    private static final long LINGER_NS = 1_000_000_000L;

    private final AcceptorBounds bounds;
    private final Notices notices;
    private final AcceptorCounters counters;
    private final LineLimit refusals = new LineLimit();
    private final List<Connection> all = new ArrayList<>();
    private final Long2ObjectHashMap<Connection> byId = new Long2ObjectHashMap<>();
    private final Map<String, Integer> byAddress = new HashMap<>();
    private final Map<String, Connection> holders = new HashMap<>();
    private final ByteBuffer rubbish = ByteBuffer.allocate(64 * 1024);

    Connections(final AcceptorBounds bounds, final Notices notices, final AcceptorCounters counters) {
        this.bounds = bounds;
        this.notices = notices;
        this.counters = counters;
    }

    /** {@return whether one more from the address is too many} */
    boolean isFull(final String address) {
        return all.size() >= bounds.maxConnections()
                || byAddress.getOrDefault(address, 0) >= bounds.maxConnectionsPerAddress();
    }

    void add(final Connection connection) {
        all.add(connection);
        byId.put(connection.id, connection);
        byAddress.merge(connection.address, 1, Integer::sum);
        counters.connections.set(all.size());
    }

    int size() {
        return all.size();
    }

    Connection get(final int index) {
        return all.get(index);
    }

    /** {@return the connection of that name, null if it is gone} */
    Connection byId(final long connectionId) {
        return byId.get(connectionId);
    }

    /** {@return the connection that the core was last told of for a client, null if none is left} */
    Connection holder(final String compId) {
        return holders.get(compId);
    }

    /** Takes note of a client's connection, unless another one is still in its place. */
    void holdIfFree(final Connection connection) {
        holders.putIfAbsent(connection.client.compId(), connection);
    }

    /** Closes a connection that the core has not heard of, and writes nothing. */
    void refuse(final Connection connection, final String reason, final long nowNs) {
        counters.refusedLogons.increment();
        if (refusals.allows(nowNs)) {
            LOG.warn("{} refused: {}", connection, reason);
        }
        linger(connection, nowNs);
    }

    /** Forgets a connection that has closed before it said anything that counts; port scanners do. */
    void left(final Connection connection) {
        LOG.debug("{} left without a Logon", connection);
        remove(connection);
    }

    /** Gives up a connection; what was read from it is still said. */
    void giveUp(final Connection connection, final String reason, final long nowNs) {
        if (!connection.isTold()) {
            refuse(connection, reason, nowNs);
            return;
        }
        connection.readEnded = true;
        connection.reason = reason;
        connection.hasMore = true;
        shutdownOutput(connection);
        connection.updateInterest();
    }

    /** The socket has failed; what was read is still said. */
    void broken(final Connection connection, final IOException failure, final long nowNs) {
        closeChannel(connection);
        if (connection.isTold()) {
            connection.readEnded = true;
            connection.reason = connection.reason.isEmpty() ? text(failure) : connection.reason;
            connection.hasMore = true;
        } else {
            remove(connection);
        }
    }

    /** Everything that was read is said: tells the core that the connection is gone. */
    void ended(final Connection connection, final long nowNs) {
        final String reason = connection.reason.isEmpty() ? "the client closed" : connection.reason;
        LOG.info("{} disconnected: {}", connection, reason);
        notices.say(new Disconnected(connection.id, reason));
        holders.remove(connection.client.compId(), connection);
        if (connection.channel.isOpen() && !connection.outputShut) {
            connection.state = State.FLUSHING;
            connection.deadlineNs = nowNs + LINGER_NS;
            connection.updateInterest();
        } else {
            linger(connection, nowNs);
        }
    }

    /**
     * The core has closed a connection. Said again, because something came from it behind its Logout, it changes nothing:
     * what is being flushed is still flushed, for the core counts on that.
     */
    void closedByCore(final Connection connection, final boolean afterFlush, final String text, final long nowNs) {
        if (connection.closedByCore || connection.state == State.LINGERING) {
            return;
        }
        LOG.info("{} closed: {}", connection, text);
        connection.closedByCore = true;
        connection.waiting = null;
        connection.hasMore = false;
        if (connection.client != null) {
            holders.remove(connection.client.compId(), connection);
        }
        if (afterFlush && connection.mayWrite()) {
            connection.state = State.FLUSHING;
            connection.deadlineNs = nowNs + FLUSH_NS;
            connection.updateInterest();
        } else {
            linger(connection, nowNs);
        }
    }

    /** Ends what has waited long enough; {@return ended} */
    int tick(final long nowNs) {
        int ended = 0;
        int sessions = 0;
        for (int i = all.size() - 1; i >= 0; i--) {
            final Connection connection = all.get(i);
            ended += tick(connection, nowNs) ? 1 : 0;
            sessions += connection.isTold() && connection.stream.hasSession() ? 1 : 0;
        }
        counters.sessions.set(sessions);
        return ended;
    }

    /** Hands on to TCP what waits; {@return whether something went} */
    boolean flush(final Connection connection, final long nowNs) {
        try {
            final int written = connection.out.flush(connection.channel);
            if (written > 0) {
                connection.lastWriteNs = nowNs;
                counters.bytesOut.add(written);
            }
            connection.writeBlocked = !connection.out.isEmpty();
            connection.updateInterest();
            return written > 0;
        } catch (final IOException e) {
            broken(connection, e, nowNs);
            return true;
        }
    }

    /** Goes on with the end of a connection that the core has closed, once everything is written. */
    void endIfFlushed(final Connection connection, final long nowNs) {
        if (connection.state == State.FLUSHING && isFlushed(connection)) {
            linger(connection, nowNs);
        }
    }

    /** Throws away what a client sends after all is over. */
    void discard(final Connection connection) {
        try {
            rubbish.clear();
            if (connection.channel.read(rubbish) < 0) {
                remove(connection);
            }
        } catch (final IOException e) {
            remove(connection);
        }
    }

    /** Closes all at once, without a word. */
    void closeAll() {
        for (int i = all.size() - 1; i >= 0; i--) {
            remove(all.get(i));
        }
    }

    private boolean tick(final Connection connection, final long nowNs) {
        switch (connection.state) {
            case NEW:
            case LOGGING_ON:
                if (nowNs - connection.openedNs > bounds.logonTimeout().toNanos()) {
                    counters.logonTimeouts.increment();
                    refuse(
                            connection,
                            "no Logon within " + bounds.logonTimeout().toMillis() + " ms",
                            nowNs);
                    return true;
                }
                return false;
            case TOLD:
                return tickTold(connection, nowNs);
            case FLUSHING:
                if (nowNs >= connection.deadlineNs || !connection.channel.isOpen()) {
                    linger(connection, nowNs);
                    return true;
                }
                return false;
            case LINGERING:
                if (nowNs >= connection.deadlineNs) {
                    remove(connection);
                    return true;
                }
                return false;
            default:
                return false;
        }
    }

    private boolean tickTold(final Connection connection, final long nowNs) {
        if (connection.out.isEmpty()) {
            connection.lastWriteNs = nowNs;
        }
        if (connection.readEnded) {
            return false;
        }
        if (nowNs - connection.lastWriteNs > bounds.stallTimeout().toNanos()) {
            counters.stalled.increment();
            giveUp(connection, "TCP took nothing for " + bounds.stallTimeout().toMillis() + " ms", nowNs);
            return true;
        }
        if (connection.stream.bytesBehind() > bounds.maxBehindBytes()) {
            counters.stalled.increment();
            giveUp(connection, "more than " + bounds.maxBehindBytes() + " bytes of journal behind", nowNs);
            return true;
        }
        return false;
    }

    private static boolean isFlushed(final Connection connection) {
        return connection.closedByCore && connection.stream.isUpToDate() && connection.out.isEmpty();
    }

    private void linger(final Connection connection, final long nowNs) {
        if (!connection.channel.isOpen()) {
            remove(connection);
            return;
        }
        connection.logonTry = null;
        connection.readEnded = true;
        connection.writeBlocked = false;
        closeStream(connection);
        connection.state = State.LINGERING;
        connection.deadlineNs = nowNs + LINGER_NS;
        shutdownOutput(connection);
        connection.updateInterest();
    }

    private void remove(final Connection connection) {
        closeChannel(connection);
        if (connection.state == State.CLOSED) {
            return;
        }
        connection.state = State.CLOSED;
        connection.logonTry = null;
        closeStream(connection);
        if (connection.client != null) {
            holders.remove(connection.client.compId(), connection);
        }
        all.remove(connection);
        byId.remove(connection.id);
        byAddress.computeIfPresent(connection.address, (address, count) -> count == 1 ? null : count - 1);
        counters.connections.set(all.size());
    }

    private static void shutdownOutput(final Connection connection) {
        connection.outputShut = true;
        try {
            connection.channel.shutdownOutput();
        } catch (final IOException e) {
            closeChannel(connection);
        }
    }

    private static void closeStream(final Connection connection) {
        if (connection.stream != null) {
            connection.stream.close();
        }
    }

    private static void closeChannel(final Connection connection) {
        connection.key.cancel();
        try {
            connection.channel.close();
        } catch (final IOException e) {
            LOG.debug("{} did not close cleanly", connection, e);
        }
    }

    private static String text(final IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
