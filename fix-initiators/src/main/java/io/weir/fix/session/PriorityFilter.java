package io.weir.fix.session;

import org.apache.mina.core.filterchain.IoFilterAdapter;
import org.apache.mina.core.session.IoSession;

/**
 * Has the thread that reads and writes a venue's socket give way to those before the log. MINA makes it, and takes no wish as
 * to its priority; this is called on it first of all.
 */
final class PriorityFilter extends IoFilterAdapter {
    @Override
    public void sessionCreated(final NextFilter nextFilter, final IoSession session) {
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        nextFilter.sessionCreated(session);
    }
}
