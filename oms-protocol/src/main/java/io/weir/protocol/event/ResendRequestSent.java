package io.weir.protocol.event;

/**
 * Our ResendRequest(2).
 *
 * @param session the session, its number, its connection.
 * @param beginSeqNo BeginSeqNo(7).
 * @param endSeqNo EndSeqNo(16), 0 is "to the end".
 */
public record ResendRequestSent(SessionHeader session, long beginSeqNo, long endSeqNo) implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onResendRequestSent(this);
    }
}
