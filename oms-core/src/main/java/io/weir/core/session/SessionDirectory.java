package io.weir.core.session;

/** What the rest of the core may know of clients' sessions. Sessions are numbered 1, 2, 3 … and never go away. */
public interface SessionDirectory {
    /**
     * Names the account of orders without Account(1).
     *
     * @param sessionId a session that exists.
     * @return its default account.
     */
    String defaultAccount(int sessionId);

    /**
     * Says whether a session may trade for an account.
     *
     * @param sessionId a session that exists.
     * @param account   Account(1), not "".
     * @return whether it is one of its own.
     */
    boolean mayUse(int sessionId, String account);

    /**
     * Says how old an order may be when the core takes it.
     *
     * @param sessionId a session that exists.
     * @return ns between the acceptor's reading and the core's wall clock; an older one is refused.
     */
    long maxOrderAgeNs(int sessionId);

    /**
     * Names the client.
     *
     * @param sessionId a session that exists.
     * @return the client's SenderCompID(49).
     */
    String compId(int sessionId);
}
