package io.weir.acceptor.message;

import io.weir.protocol.Bounds;
import io.weir.protocol.command.FixHeader;
import io.weir.protocol.command.InvalidReceived;
import io.weir.protocol.command.Verdict;
import io.weir.protocol.fix.BusinessRejectReason;
import io.weir.protocol.fix.SessionRejectReason;

/**
 * What is wrong with a message.
 *
 * @param verdict             what has to follow, once the core has judged the number.
 * @param reason              SessionRejectReason(373) or BusinessRejectReason(380), as the verdict says.
 * @param refTagId            RefTagID(371), 0 if none.
 * @param refMsgType          RefMsgType(372).
 * @param businessRejectRefId BusinessRejectRefID(379) or "".
 * @param text                names field, value and bound.
 */
public record Fault(
        Verdict verdict, int reason, int refTagId, String refMsgType, String businessRejectRefId, String text) {

    /**
     * A value that FIX allows and this gateway does not.
     *
     * @return a fault whose verdict is a Reject 5.
     */
    public static Fault incorrect(final int tag, final String msgType, final String text) {
        return reject(SessionRejectReason.VALUE_IS_INCORRECT, tag, msgType, text);
    }

    static Fault reject(final SessionRejectReason reason, final int tag, final String msgType, final String text) {
        return new Fault(Verdict.REJECT, reason.code(), tag, msgType, "", text);
    }

    static Fault rejectAndLogout(
            final SessionRejectReason reason, final int tag, final String msgType, final String text) {
        return new Fault(Verdict.REJECT_AND_LOGOUT, reason.code(), tag, msgType, "", text);
    }

    /**
     * What ends the session.
     *
     * @return a fault whose verdict is a Logout with the text.
     */
    public static Fault logout(final int tag, final String msgType, final String text) {
        return new Fault(Verdict.LOGOUT, SessionRejectReason.OTHER.code(), tag, msgType, "", text);
    }

    static Fault unsupported(final String msgType, final String refId, final String text) {
        return new Fault(
                Verdict.BUSINESS_REJECT, BusinessRejectReason.UNSUPPORTED_MESSAGE_TYPE.code(), 0, msgType, refId, text);
    }

    /** {@return the command that tells the core} */
    public InvalidReceived command(final FixHeader header) {
        return new InvalidReceived(
                header, verdict, reason, refTagId, refMsgType, businessRejectRefId, Bounds.cutText(text));
    }
}
