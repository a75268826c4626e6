package io.weir.protocol.event;

import io.weir.protocol.fix.SessionRejectReason;

/**
 * Our session Reject(3).
 *
 * @param session the session, its number, its connection.
 * @param refSeqNum RefSeqNum(45).
 * @param refTagId RefTagID(371), 0 for none.
 * @param refMsgType RefMsgType(372) or "".
 * @param reason SessionRejectReason(373).
 * @param text Text(58) or "".
 */
public record RejectSent(
        SessionHeader session, long refSeqNum, int refTagId, String refMsgType, SessionRejectReason reason, String text)
        implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onRejectSent(this);
    }
}
