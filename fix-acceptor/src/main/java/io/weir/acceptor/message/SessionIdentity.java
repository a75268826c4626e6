package io.weir.acceptor.message;

import java.nio.charset.StandardCharsets;

/** The comp ids of a session, as the client writes them in each message. Immutable. */
public final class SessionIdentity {
    private final String senderCompId;
    private final String targetCompId;
    private final byte[] senderCompIdBytes;
    private final byte[] targetCompIdBytes;

    /**
     * Makes the identity of a client.
     *
     * @param senderCompId the client's SenderCompID(49).
     * @param targetCompId ours, its TargetCompID(56).
     */
    public SessionIdentity(final String senderCompId, final String targetCompId) {
        this.senderCompId = senderCompId;
        this.targetCompId = targetCompId;
        this.senderCompIdBytes = senderCompId.getBytes(StandardCharsets.US_ASCII);
        this.targetCompIdBytes = targetCompId.getBytes(StandardCharsets.US_ASCII);
    }

    /** {@return SenderCompID(49) of the client} */
    public String senderCompId() {
        return senderCompId;
    }

    /** {@return TargetCompID(56) of the client: our own} */
    public String targetCompId() {
        return targetCompId;
    }

    byte[] senderCompIdBytes() {
        return senderCompIdBytes;
    }

    byte[] targetCompIdBytes() {
        return targetCompIdBytes;
    }
}
