package io.weir.acceptor.connection;

import io.weir.acceptor.logon.ClientConfig;
import io.weir.acceptor.message.FixFramer;
import io.weir.acceptor.message.SessionIdentity;
import io.weir.acceptor.report.OutBuffer;
import io.weir.acceptor.stream.SessionStream;
import io.weir.protocol.ConnectionId;
import io.weir.protocol.command.FixInbound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One TCP connection and what is known of it here; it dies with the process. For one thread. */
final class Connection {
    /** How far a connection has come. */
    enum State {
        /** Nothing but a Logon is taken. */
        NEW,
        /** The Logon waits: for its turn after wrong passwords, for the helper, or for the end of an older connection. */
        LOGGING_ON,
        /** The core has been told of it; messages go into the log. */
        TOLD,
        /** The core knows that it ends; what is numbered for it is still written, for a while. */
        FLUSHING,
        /** No more is written; what the client still sends is thrown away until it closes too. */
        LINGERING,
        /** Gone. */
        CLOSED
    }

    final long id;
    final SocketChannel channel;
    final SelectionKey key;
    final String address;
    final long openedNs;
    final FixFramer framer = new FixFramer();

    State state = State.NEW;
    /** Nothing more is read: the client has closed, or we have given it up. */
    boolean readEnded;
    /** What comes is no FIX; the core is told so, and nothing of it is worked. */
    boolean hopeless;
    /** Why, for the log and for ops. */
    String reason = "";
    /** Of FLUSHING and LINGERING: until when. */
    long deadlineNs;
    /** The core has said that it is closed: it may end as soon as everything is written. */
    boolean closedByCore;

    /** The Logon on its way, in LOGGING_ON only. */
    LogonTry logonTry;
    /** Whose it is; known from LOGGING_ON on. */
    ClientConfig client;

    SessionIdentity identity;

    /** What was read and has to wait: a command that the log did not take, or messages behind it. */
    FixInbound waiting;

    boolean hasMore;
    Unacknowledged unacknowledged;
    final Throttle throttle = new Throttle();
    /** How often something was read. */
    long reads;
    /** Monotonic, of the last bytes read. */
    long lastReadNs;
    /** Wall clock, of the last bytes read. */
    long receivedNs;

    /** From TOLD on. */
    OutBuffer out;

    SessionStream stream;
    boolean writeBlocked;
    boolean outputShut;
    /** Monotonic, when TCP last took something or nothing was waiting for it. */
    long lastWriteNs;

    long lastEventCycle;

    Connection(
            final long id,
            final SocketChannel channel,
            final SelectionKey key,
            final String address,
            final long nowNs) {
        this.id = id;
        this.channel = channel;
        this.key = key;
        this.address = address;
        this.openedNs = nowNs;
        this.lastReadNs = nowNs;
        this.lastWriteNs = nowNs;
    }

    /** {@return whether the core has been told of it and not yet that it ends} */
    boolean isTold() {
        return state == State.TOLD;
    }

    /** {@return whether the client is there, as far as can be known} */
    boolean isLive() {
        return state == State.TOLD && !readEnded;
    }

    boolean mayRead() {
        return !readEnded && !hasMore && (state == State.NEW || state == State.TOLD);
    }

    boolean mayWrite() {
        return channel.isOpen() && !outputShut && (state == State.TOLD || state == State.FLUSHING);
    }

    /** {@return bytes read; -1 at the end of what the client sends} */
    int read() throws IOException {
        final ByteBuffer space = framer.space();
        if (!space.hasRemaining()) {
            return 0;
        }
        final int bytes = channel.read(space);
        framer.filled();
        return bytes;
    }

    /** Tells the selector what there is to look for. */
    void updateInterest() {
        if (!key.isValid()) {
            return;
        }
        final boolean reads = mayRead() || state == State.LINGERING;
        final int ops = (reads ? SelectionKey.OP_READ : 0) | (writeBlocked ? SelectionKey.OP_WRITE : 0);
        if (key.interestOps() != ops) {
            key.interestOps(ops);
        }
    }

    /** {@return ids for a log line} */
    @Override
    public String toString() {
        return "client=" + (client == null ? "-" : client.compId()) + " session="
                + (stream == null ? 0 : stream.sessionId()) + " connection=" + ConnectionId.toText(id) + " address="
                + address;
    }
}
