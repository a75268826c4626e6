package io.weir.acceptor.connection;

import io.weir.acceptor.AcceptorCounters;
import io.weir.acceptor.connection.Connection.State;
import io.weir.acceptor.message.Fault;
import io.weir.acceptor.message.FixFramer.Found;
import io.weir.acceptor.message.FixRequestReader;
import io.weir.acceptor.message.MessageCheck;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.log.EdgePort;
import java.io.IOException;
import org.agrona.concurrent.EpochNanoClock;

/**
 * From sockets into the log: reads, frames, checks, translates, says. What the log does not take waits in its connection,
 * and that socket is not read meanwhile. For one thread.
 */
final class Inbound {
    private static final int MOST_MESSAGES_A_CYCLE = 512;

    private final EdgePort port;
    private final MessageCheck check;
    private final Logons logons;
    private final Connections connections;
    private final EpochNanoClock clock;
    private final AcceptorCounters counters;

    Inbound(
            final EdgePort port,
            final MessageCheck check,
            final Logons logons,
            final Connections connections,
            final EpochNanoClock clock,
            final AcceptorCounters counters) {
        this.port = port;
        this.check = check;
        this.logons = logons;
        this.connections = connections;
        this.clock = clock;
        this.counters = counters;
    }

    /** Reads what the socket has, once, and works it. */
    void read(final Connection connection, final long nowNs) {
        try {
            final int bytes = connection.read();
            if (bytes > 0) {
                connection.reads++;
                connection.lastReadNs = nowNs;
                connection.receivedNs = clock.nanoTime();
                counters.bytesIn.add(bytes);
            } else if (bytes < 0) {
                connection.readEnded = true;
            }
        } catch (final IOException e) {
            connections.broken(connection, e, nowNs);
        }
        work(connection, nowNs);
    }

    /**
     * Works what was read, as far as it goes.
     *
     * @return messages worked.
     */
    int work(final Connection connection, final long nowNs) {
        int messages = 0;
        connection.hasMore = false;
        while (connection.state == State.NEW || connection.state == State.TOLD) {
            if (messages == MOST_MESSAGES_A_CYCLE || !isFree(connection, nowNs)) {
                connection.hasMore = true;
                break;
            }
            if (connection.hopeless) {
                connections.ended(connection, nowNs);
                break;
            }
            final Found found = connection.framer.next();
            if (found == Found.NOTHING) {
                atEnd(connection, nowNs);
                break;
            }
            if (found == Found.HOPELESS) {
                counters.hopeless.increment();
                hopeless(connection, nowNs);
                continue;
            }
            if (found == Found.GARBLED) {
                counters.garbled.increment();
            } else {
                message(connection, nowNs);
            }
            messages++;
        }
        connection.updateInterest();
        return messages;
    }

    /** Whether the next message may be taken up: nothing of this connection waits. */
    private boolean isFree(final Connection connection, final long nowNs) {
        if (connection.state == State.NEW) {
            return true;
        }
        if (connection.unacknowledged.isFull(port.acknowledgedSeq())) {
            counters.unacknowledgedFull.increment();
            return false;
        }
        if (connection.waiting != null && !say(connection)) {
            return false;
        }
        if (!connection.throttle.allows(connection.client.maxMessagesPerSecond(), nowNs)) {
            counters.throttled.increment();
            return false;
        }
        return !connection.unacknowledged.isFull(port.acknowledgedSeq());
    }

    private void message(final Connection connection, final long nowNs) {
        counters.messagesIn.increment();
        final Fault fault = fault(connection);
        final FixHeader header = check.header(connection.id, connection.receivedNs);
        if (fault != null) {
            counters.faultyIn.increment();
        }
        if (connection.state == State.NEW) {
            logons.first(connection, check, fault, header, nowNs);
        } else {
            connection.throttle.count();
            connection.waiting = fault == null
                    ? FixRequestReader.read(check.message(), check.msgType(), header)
                    : fault.command(header);
            say(connection);
        }
        connection.framer.consume();
    }

    private Fault fault(final Connection connection) {
        final Fault fault = check.check(connection.framer, connection.identity, connection.receivedNs);
        final boolean logonAgain = connection.isTold() && fault == null && "A".equals(check.msgType());
        return logonAgain ? logons.again(check.message()) : fault;
    }

    private boolean say(final Connection connection) {
        final long seq = port.trySay(connection.waiting);
        if (seq == EdgePort.BACK_PRESSURED) {
            counters.backPressured.increment();
            return false;
        }
        connection.unacknowledged.add(seq);
        connection.waiting = null;
        return true;
    }

    private void atEnd(final Connection connection, final long nowNs) {
        if (!connection.readEnded) {
            return;
        }
        if (connection.isTold()) {
            connections.ended(connection, nowNs);
        } else {
            connections.left(connection);
        }
    }

    /** The core says why in a Logout, then the connection ends; there is nothing in what came that has a number. */
    private void hopeless(final Connection connection, final long nowNs) {
        final String fault = connection.framer.fault();
        if (!connection.isTold()) {
            connections.refuse(connection, fault, nowNs);
            return;
        }
        connection.hopeless = true;
        connection.readEnded = true;
        connection.reason = fault;
        final FixHeader header = new FixHeader(connection.id, 0, false, false, connection.receivedNs);
        connection.waiting = Fault.logout(0, "", fault).command(header);
    }
}
