package io.weir.protocol.event;

import io.weir.protocol.fix.BusinessRejectReason;

/**
 * Our BusinessMessageReject(j).
 *
 * @param session the session, its number, its connection.
 * @param refSeqNum RefSeqNum(45).
 * @param refMsgType RefMsgType(372).
 * @param businessRejectRefId BusinessRejectRefID(379) or "".
 * @param reason BusinessRejectReason(380).
 * @param text Text(58) or "".
 */
public record BusinessMessageReject(
        SessionHeader session,
        long refSeqNum,
        String refMsgType,
        String businessRejectRefId,
        BusinessRejectReason reason,
        String text)
        implements SessionEvent {
    @Override
    public void to(final EventHandler handler) {
        handler.onBusinessMessageReject(this);
    }
}
