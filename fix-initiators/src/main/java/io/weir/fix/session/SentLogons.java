package io.weir.fix.session;

import quickfix.InvalidMessage;
import quickfix.Message;

/** Logons as they may be kept: without credentials. They are never sent again; their place is gap-filled. */
final class SentLogons {
    private static final String MSG_TYPE_LOGON = "\u000135=A\u0001";
    private static final int[] SECRET_TAGS = {95, 96, 553, 554, 925};

    private SentLogons() {}

    /** {@return the message as it is, or, if it is a Logon, without what proves who we are} */
    static String withoutSecrets(final String message) {
        if (!message.contains(MSG_TYPE_LOGON)) {
            return message;
        }
        try {
            final Message logon = new Message(message, false);
            for (final int tag : SECRET_TAGS) {
                logon.removeField(tag);
            }
            return logon.toString();
        } catch (final InvalidMessage e) {
            return FixSecrets.mask(message);
        }
    }
}
