package io.weir.benchmarks.client;

/**
 * Who the load client is, and its numbers: they go on over connections, as FIX has it. Used by the one thread that measures;
 * {@code nextIn} by the thread that reads, between log on and log out.
 */
public final class LoadSession {
    /** HeartBtInt(108) that is asked for, in seconds. */
    public static final int HEART_BT_INT_S = 60;

    private final String senderCompId;
    private final String targetCompId;
    private final String password;
    private int nextOut = 1;
    private volatile int nextIn = 1;

    /**
     * A session that has not said anything yet.
     *
     * @param senderCompId SenderCompID(49), and Username(553).
     * @param targetCompId TargetCompID(56).
     * @param password     Password(554).
     */
    public LoadSession(final String senderCompId, final String targetCompId, final String password) {
        this.senderCompId = senderCompId;
        this.targetCompId = targetCompId;
        this.password = password;
    }

    String senderCompId() {
        return senderCompId;
    }

    String targetCompId() {
        return targetCompId;
    }

    String password() {
        return password;
    }

    /** {@return the number for the next message out; it is used up} */
    int takeNextOut() {
        return nextOut++;
    }

    /** {@return the number that the next message in has to have} */
    int nextIn() {
        return nextIn;
    }

    /** The expected message is here; called by the thread that reads, which alone writes the number. */
    void countIn(final int taken) {
        nextIn = taken + 1;
    }

    @Override
    public String toString() {
        return senderCompId + "->" + targetCompId;
    }
}
