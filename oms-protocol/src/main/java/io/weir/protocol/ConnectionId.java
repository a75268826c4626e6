package io.weir.protocol;

/**
 * The name of one TCP connection of a client: which acceptor (edge), which start of it (epoch), and a counter there, in one
 * long: 12 bits edge, 20 bits epoch, 32 bits counter. The log decides by it who owns a session.
 */
public final class ConnectionId {
    /** No connection. */
    public static final long NONE = 0;

    private ConnectionId() {}

    /**
     * Makes a name.
     *
     * @param edgeId 1 to 4095.
     * @param epoch  1 to 1,048,575.
     * @param number 1 and more, counted by the edge.
     * @return the name, never {@link #NONE}.
     */
    public static long of(final int edgeId, final int epoch, final int number) {
        if (edgeId < 1 || edgeId > 0xFFF || epoch < 1 || epoch > 0xF_FFFF) {
            throw new IllegalArgumentException("edgeId " + edgeId + " or epoch " + epoch + " out of range");
        }
        return (long) edgeId << 52 | (long) epoch << 32 | number & 0xFFFF_FFFFL;
    }

    /** {@return the edge that has the connection} */
    public static int edgeId(final long connectionId) {
        return (int) (connectionId >>> 52);
    }

    /** {@return the start of that edge} */
    public static int epoch(final long connectionId) {
        return (int) (connectionId >>> 32) & 0xF_FFFF;
    }

    /** {@return text for logs, for example {@code 2.1.17}} */
    public static String toText(final long connectionId) {
        return edgeId(connectionId) + "." + epoch(connectionId) + "." + (connectionId & 0xFFFF_FFFFL);
    }
}
