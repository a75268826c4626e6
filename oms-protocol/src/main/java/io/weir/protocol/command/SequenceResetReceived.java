package io.weir.protocol.command;

/**
 * A client's SequenceReset(4).
 *
 * @param fix header of the FIX message.
 * @param gapFill GapFillFlag(123) is Y.
 * @param newSeqNo NewSeqNo(36).
 */
public record SequenceResetReceived(FixHeader fix, boolean gapFill, long newSeqNo) implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onSequenceResetReceived(this);
    }
}
