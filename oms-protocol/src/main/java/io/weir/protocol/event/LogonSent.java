package io.weir.protocol.event;

/**
 * Our Logon(A) in reply.
 *
 * @param session the session, its number, its connection.
 * @param compId the client's comp id: TargetCompID(56).
 * @param heartBtIntS HeartBtInt(108), seconds.
 * @param resetSeqNum ResetSeqNumFlag(141) is Y.
 * @param nextExpectedMsgSeqNum NextExpectedMsgSeqNum(789), 0 for none.
 */
public record LogonSent(
        SessionHeader session, String compId, int heartBtIntS, boolean resetSeqNum, long nextExpectedMsgSeqNum)
        implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onLogonSent(this);
    }
}
