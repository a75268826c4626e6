package io.weir.protocol.command;

/**
 * A client's session Reject(3): it refused a message of ours.
 *
 * @param fix header of the FIX message.
 * @param refSeqNum RefSeqNum(45).
 * @param text Text(58) or "".
 */
public record RejectReceived(FixHeader fix, long refSeqNum, String text) implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onRejectReceived(this);
    }
}
