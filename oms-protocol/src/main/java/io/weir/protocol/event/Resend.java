package io.weir.protocol.event;

/**
 * The acceptor is to write a range of the session again, at this place in its stream. No FIX message itself.
 *
 * @param session the session, its number, its connection.
 * @param resendId named by {@code ResendDone}.
 * @param fromSeqNo first number.
 * @param toSeqNo last number, fixed when the request was taken.
 * @param startPosition of the journal, from which a reader meets every message of the range.
 */
public record Resend(SessionHeader session, long resendId, long fromSeqNo, long toSeqNo, long startPosition)
        implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onResend(this);
    }
}
