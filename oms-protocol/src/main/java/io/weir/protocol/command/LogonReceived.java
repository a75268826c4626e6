package io.weir.protocol.command;

/**
 * A Logon(A) that passed the acceptor's own checks: form, comp ids, password, SendingTime.
 *
 * @param fix header of the FIX message.
 * @param senderCompId SenderCompID(49): the session.
 * @param heartBtIntS HeartBtInt(108), seconds, 0 or 1 to 300.
 * @param resetSeqNum ResetSeqNumFlag(141) is Y.
 * @param nextExpectedMsgSeqNum NextExpectedMsgSeqNum(789), 0 if absent.
 */
public record LogonReceived(
        FixHeader fix, String senderCompId, int heartBtIntS, boolean resetSeqNum, long nextExpectedMsgSeqNum)
        implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onLogonReceived(this);
    }
}
