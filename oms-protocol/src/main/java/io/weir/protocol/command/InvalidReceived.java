package io.weir.protocol.command;

/**
 * A well-framed message that the acceptor found wrong. The core judges its number first, then does what the verdict
 * says. Source: fix/SESSIONS.md §1.
 *
 * @param fix msgSeqNum is 0 where the message has none.
 * @param verdict what has to follow.
 * @param reason SessionRejectReason(373) or BusinessRejectReason(380), as the verdict says.
 * @param refTagId RefTagID(371), 0 if none.
 * @param refMsgType RefMsgType(372).
 * @param businessRejectRefId BusinessRejectRefID(379) or "".
 * @param text for the client: names field, value and bound.
 */
public record InvalidReceived(
        FixHeader fix,
        Verdict verdict,
        int reason,
        int refTagId,
        String refMsgType,
        String businessRejectRefId,
        String text)
        implements FixInbound {
    @Override
    public void to(final CommandHandler handler) {
        handler.onInvalidReceived(this);
    }
}
