package io.weir.app;

import io.weir.acceptor.connection.AcceptorAgent;
import io.weir.core.cluster.Bed;

/**
 * Has the acceptor's thread sleep at its sockets: what a client sends wakes it.
 *
 * @param acceptor whose sockets they are.
 */
record SocketBed(AcceptorAgent acceptor) implements Bed {
    @Override
    public void sleep(final long ns) {
        acceptor.await(ns);
    }

    @Override
    public void wake() {
        acceptor.wake();
    }
}
