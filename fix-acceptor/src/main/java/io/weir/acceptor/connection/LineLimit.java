package io.weir.acceptor.connection;

/** How many log lines of one kind may be written in a second; strangers can cause as many as they like. For one thread. */
final class LineLimit {
    private static final int LINES_PER_SECOND = 20;
    private static final long NS_PER_S = 1_000_000_000L;

    private long second;
    private int lines;

    boolean allows(final long nowNs) {
        final long nowSecond = nowNs / NS_PER_S;
        if (nowSecond != second) {
            second = nowSecond;
            lines = 0;
        }
        return ++lines <= LINES_PER_SECOND;
    }
}
