package io.weir.simulator.client;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import quickfix.field.ExecID;
import quickfix.field.MsgType;
import quickfix.field.PossDupFlag;
import quickfix.field.PossResend;
import quickfix.field.Text;

/**
 * What came over the wire, repeats included, which an engine drops before its application hears of them: a report that is said
 * again has to say the same. Not thread-safe; its {@link StreamingDesk} guards it.
 */
final class SeenReports {
    private static final String NO_EXEC_ID = "0";

    private final Map<String, String> contentByExecId = new HashMap<>();
    private long possDups;
    private long possResends;
    private long resendRequests;

    /** Takes a message; {@return whether it says something new} */
    boolean take(final String text, final List<String> faults, final List<String> doubled) {
        final String msgType = FixText.field(text, MsgType.FIELD);
        if ("Y".equals(FixText.field(text, PossDupFlag.FIELD))) {
            possDups++;
        }
        if (MsgType.RESEND_REQUEST.equals(msgType)) {
            resendRequests++;
        }
        judgeSession(msgType, text, "the gateway", faults);
        if (!MsgType.EXECUTION_REPORT.equals(msgType)) {
            return true;
        }
        if ("Y".equals(FixText.field(text, PossResend.FIELD))) {
            possResends++;
        }
        final String execId = FixText.field(text, ExecID.FIELD);
        if (execId.isEmpty() || NO_EXEC_ID.equals(execId)) {
            return true;
        }
        final String content = FixText.content(text);
        final String earlier = contentByExecId.putIfAbsent(execId, content);
        if (earlier != null && !earlier.equals(content)) {
            doubled.add("ExecID " + execId + " has two contents:\n    " + earlier + "\n    " + content);
        }
        return earlier == null;
    }

    /** Judges what the client's own engine says. */
    void judgeOut(final String text, final List<String> faults) {
        judgeSession(FixText.field(text, MsgType.FIELD), text, "the client's engine", faults);
    }

    /** Between two sound engines there is nothing to refuse; a Logout that gives a reason is a refusal, too. */
    private static void judgeSession(
            final String msgType, final String text, final String who, final List<String> faults) {
        final boolean refusal = MsgType.REJECT.equals(msgType)
                || MsgType.LOGOUT.equals(msgType)
                        && !FixText.field(text, Text.FIELD).isEmpty();
        if (refusal) {
            faults.add(who + " refuses: " + FixText.readable(text));
        }
    }

    long possDups() {
        return possDups;
    }

    long possResends() {
        return possResends;
    }

    long resendRequests() {
        return resendRequests;
    }
}
