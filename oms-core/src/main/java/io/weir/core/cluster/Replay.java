package io.weir.core.cluster;

import io.aeron.Subscription;

/**
 * A replay that the archive has begun.
 *
 * @param subscription that it arrives on, for one reader alone.
 * @param replayId     of the archive; its lower half is the image's session id.
 * @param openedNs     monotonic time at which it was asked for.
 */
record Replay(Subscription subscription, long replayId, long openedNs) {
    int sessionId() {
        return (int) replayId;
    }
}
