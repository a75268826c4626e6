package io.weir.core.cluster;

import io.aeron.Subscription;

/**
 * A replay that an archive has begun for one reader. The reader's thread polls it and lets go of it; the thread of the desk
 * that began it ends it after that.
 */
final class Replay {
    private final Subscription subscription;
    private final long replayId;
    private volatile boolean isOver;

    /**
     * A replay that nobody reads yet.
     *
     * @param subscription that it arrives on, for one reader alone.
     * @param replayId     of the archive; its lower half is the image's session id.
     */
    Replay(final Subscription subscription, final long replayId) {
        this.subscription = subscription;
        this.replayId = replayId;
    }

    Subscription subscription() {
        return subscription;
    }

    long replayId() {
        return replayId;
    }

    int sessionId() {
        return (int) replayId;
    }

    /** The reader reads it no more. */
    void letGo() {
        isOver = true;
    }

    /** {@return whether the reader has let go of it} */
    boolean isOver() {
        return isOver;
    }
}
