package io.weir.protocol.event;

/**
 * A recovery has raised our next MsgSeqNum(34) of a session, which is not connected: numbers that the client may have seen
 * before the power was lost are not used again. No message stands for the numbers between; a resend fills them.
 *
 * @param ofSessionId the session, 1 and more.
 * @param compId      the client.
 * @param fromSeqNum  MsgSeqNum(34) that would have been next.
 * @param toSeqNum    MsgSeqNum(34) that is next.
 */
public record NumbersRaised(int ofSessionId, String compId, long fromSeqNum, long toSeqNum) implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onNumbersRaised(this);
    }
}
