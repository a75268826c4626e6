package io.weir.simulator.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import quickfix.Session;
import quickfix.mina.SessionConnector;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * Stands before the socket of one connection. What one read brings is a batch of the venue's; what is sent meanwhile is gathered and
 * leaves as one write, for a system call for each message would cost more than all the rest. Any thread.
 */
final class ConnectionGate extends IoFilterAdapter {
    private static final int USUAL_BYTES = 4 * 1024;

    private final FixVenue venue;
    private NextFilter next;
    private IoSession connection;
    private IoBuffer waiting;
    private boolean held;

    ConnectionGate(final FixVenue venue) {
        this.venue = venue;
    }

    /** Takes its place in the chain of its connection: between the socket and QuickFIX/J's codec, where a read is bytes and not a message. */
    void standIn(final IoFilterChain chain) {
        chain.addBefore(FIXProtocolCodecFactory.FILTER_NAME, "gate", this);
    }

    @Override
    public void messageReceived(final NextFilter nextFilter, final IoSession session, final Object bytes) {
        final Session fixSession = (Session) session.getAttribute(SessionConnector.QF_SESSION);
        final Customer customer = fixSession == null ? null : venue.beginBatch(fixSession.getSessionID(), this);
        try {
            nextFilter.messageReceived(session, bytes);
        } finally {
            venue.endBatch(customer);
        }
    }

    /** From now on nothing leaves. */
    synchronized void hold() {
        held = true;
    }

    /** What waits leaves, and all that comes later leaves at once. */
    synchronized void release() {
        held = false;
        if (waiting != null) {
            final IoBuffer leaving = waiting.flip();
            waiting = null;
            next.filterWrite(connection, new DefaultWriteRequest(leaving));
        }
    }

    /** What waits never leaves; all that comes later leaves at once. */
    synchronized void drop() {
        held = false;
        waiting = null;
    }

    @Override
    public synchronized void filterWrite(
            final NextFilter nextFilter, final IoSession session, final WriteRequest request) {
        if (held && request.getMessage() instanceof IoBuffer bytes) {
            next = nextFilter;
            connection = session;
            gather(bytes);
            request.getFuture().setWritten();
        } else {
            nextFilter.filterWrite(session, request);
        }
    }

    /** An empty buffer is MINA's mark behind a message. */
    private void gather(final IoBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return;
        }
        if (waiting == null) {
            waiting = IoBuffer.allocate(USUAL_BYTES).setAutoExpand(true);
        }
        waiting.put(bytes);
    }

    @Override
    public void sessionClosed(final NextFilter nextFilter, final IoSession session) {
        drop();
        nextFilter.sessionClosed(session);
    }
}
