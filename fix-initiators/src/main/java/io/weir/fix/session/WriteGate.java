package io.weir.fix.session;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.filterchain.IoFilterChain;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.write.DefaultWriteRequest;
import org.apache.mina.core.write.WriteRequest;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * Stands before the socket of a session, one connection after the other. While it is held it gathers what is to leave, and
 * lets it go as one write: a system call for each message would cost more than all the rest. Whoever sends, the order stays.
 * Any thread.
 */
final class WriteGate extends IoFilterAdapter {
    private static final int USUAL_BYTES = 4 * 1024;

    private NextFilter next;
    private IoSession connection;
    private IoBuffer waiting;
    private boolean held;

    /**
     * Takes its place in the chain of a connection, which has QuickFIX/J's codec already: the gate gathers bytes, so it stands between
     * codec and socket. Behind the codec it would see texts and let them all pass.
     */
    void standIn(final IoFilterChain chain) {
        chain.addBefore(FIXProtocolCodecFactory.FILTER_NAME, "gate", this);
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
            if (connection != session) {
                waiting = null; // what waits for a connection that is gone never leaves
                connection = session;
                next = nextFilter;
            }
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
        forget(session);
        nextFilter.sessionClosed(session);
    }

    private synchronized void forget(final IoSession session) {
        if (connection == session) {
            waiting = null;
            connection = null;
            next = null;
        }
    }
}
