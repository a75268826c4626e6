package io.weir.acceptor.connection;

import io.weir.acceptor.stream.CatchUpReaders;
import io.weir.acceptor.stream.JournalRing;
import io.weir.acceptor.stream.SessionStream;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.codec.EventReader;
import io.weir.protocol.codec.Events;
import io.weir.protocol.command.ProbeAnswered;
import io.weir.protocol.command.ResendDone;
import io.weir.protocol.event.Closed;
import io.weir.protocol.event.EventHandler;
import io.weir.protocol.event.EventHeader;
import io.weir.protocol.event.Probe;
import io.weir.protocol.log.EventFragmentHandler;
import org.agrona.DirectBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * From the journal to sockets: keeps the newest session events, hands each to the one connection that it names, and lets
 * those that are behind go on. For one thread.
 */
final class Outbound implements EventFragmentHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Outbound.class);

    /** While reports keep coming, a write to TCP waits for as much as this: a system call costs as much as several reports. */
    private static final int WORTH_A_WRITE = 16 * 1024;

    private final int edgeId;
    private final Connections connections;
    private final Notices notices;
    private final JournalRing ring;
    private final EventReader reader;
    private final CatchUpReaders catchUp;
    private final ConnectionEvents connectionEvents = new ConnectionEvents();
    private long nowNs;
    private long cycle;

    Outbound(
            final int edgeId,
            final Connections connections,
            final Notices notices,
            final JournalRing ring,
            final EventReader reader,
            final CatchUpReaders catchUp) {
        this.edgeId = edgeId;
        this.connections = connections;
        this.notices = notices;
        this.ring = ring;
        this.reader = reader;
        this.catchUp = catchUp;
    }

    /** Begins a cycle at a time of a monotonic clock. */
    void at(final long monotonicNs) {
        nowNs = monotonicNs;
        cycle++;
    }

    @Override
    public void onFragment(final DirectBuffer buffer, final int offset, final int length, final long position) {
        final long connectionId = Events.connectionId(buffer, offset);
        if (Events.isSessionEvent(buffer, offset)) {
            ring.append(buffer, offset, length, position, Events.sessionId(buffer, offset));
            final Connection connection = connections.byId(connectionId);
            if (connection != null && connection.stream != null) {
                live(connection, buffer, offset, length, position);
            }
        } else if (connectionId != ConnectionId.NONE) {
            reader.read(buffer, offset, length, position, connectionEvents);
        }
        ring.advance(position);
    }

    /** Lets those that are behind write on, and hands everything to TCP; {@return work done} */
    int write() {
        int work = 0;
        for (int i = connections.size() - 1; i >= 0; i--) {
            final Connection connection = connections.get(i);
            if (connection.mayWrite()) {
                work += write(connection);
            }
        }
        return work + catchUp.poll(nowNs);
    }

    private void live(
            final Connection connection,
            final DirectBuffer buffer,
            final int offset,
            final int length,
            final long position) {
        if (!connection.out.hasRoom() && connection.mayWrite() && !connection.writeBlocked) {
            connections.flush(connection, nowNs);
        }
        final boolean begins = !connection.stream.hasSession();
        connection.stream.onLive(buffer, offset, length, position);
        connection.lastEventCycle = cycle;
        if (begins && connection.isTold()) {
            connections.holdIfFree(connection);
            LOG.info("{} has its session", connection);
        }
    }

    private int write(final Connection connection) {
        final SessionStream stream = connection.stream;
        int work = 0;
        if (!stream.isUpToDate()) {
            work = stream.pump();
            if (stream.needsReader()) {
                catchUp.request(stream);
            }
        }
        final long resendId = stream.takeDoneResend();
        if (resendId != SessionStream.NO_RESEND) {
            notices.say(new ResendDone(connection.id, resendId));
        }
        if (isWorthAWrite(connection)) {
            work += connections.flush(connection, nowNs) ? 1 : 0;
        }
        connections.endIfFlushed(connection, nowNs);
        return work;
    }

    /** One cycle without an event for it, and what there is goes. */
    private boolean isWorthAWrite(final Connection connection) {
        final int least = connection.lastEventCycle == cycle ? WORTH_A_WRITE : 1;
        return connection.out.pending() >= least && !connection.writeBlocked;
    }

    /** Events of connections that are no messages. */
    private final class ConnectionEvents implements EventHandler {
        @Override
        public boolean onEvent(final EventHeader header) {
            return true;
        }

        @Override
        public void onClosed(final Closed event) {
            final Connection connection = connections.byId(event.connectionId());
            if (connection != null) {
                connections.closedByCore(connection, event.afterFlush(), event.text(), nowNs);
            }
        }

        @Override
        public void onProbe(final Probe event) {
            if (ConnectionId.edgeId(event.connectionId()) == edgeId) {
                final Connection connection = connections.byId(event.connectionId());
                notices.say(new ProbeAnswered(event.connectionId(), connection != null && connection.isLive()));
            }
        }
    }
}
