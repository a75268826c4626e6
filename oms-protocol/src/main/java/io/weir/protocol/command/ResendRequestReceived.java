package io.weir.protocol.command;

/**
 * A client's ResendRequest(2), its range unchecked.
 *
 * @param fix header of the FIX message.
 * @param beginSeqNo BeginSeqNo(7).
 * @param endSeqNo EndSeqNo(16), 0 is "to the end".
 */
public record ResendRequestReceived(FixHeader fix, long beginSeqNo, long endSeqNo) implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onResendRequestReceived(this);
    }
}
