package io.weir.app.fix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.function.IntSupplier;
import java.util.regex.Pattern;

/**
 * A client of the gateway, played by a test. Lines of a conversation are FIX with {@code |} for the delimiter; the header
 * is filled in where a line does not write it itself, and {@code {now}} is the time. Whatever comes is held against
 * {@link MessageRules}, {@link ReportRules} and the next number. It answers nothing of its own accord.
 */
final class Trader implements AutoCloseable {
    /** Seconds; longer than any conversation, so that no heartbeat comes between. */
    static final int HEART_BT_INT = 120;

    private static final Pattern PENDING = Pattern.compile("[A6E]");

    /** MsgSeqNum(34) of what is said next. */
    long nextOut = 1;
    /** MsgSeqNum(34) of what comes next. */
    long nextIn = 1;

    private final String compId;
    private final IntSupplier port;
    private final ReportRules reports;
    private final String name;
    private Wire wire;
    private int tests;

    Trader(final String compId, final IntSupplier port, final ReportRules reports) {
        this.compId = compId;
        this.port = port;
        this.reports = reports;
        this.name = compId;
    }

    String compId() {
        return compId;
    }

    /** Another connection in the name of the same client, with the numbers that it would use next. */
    Trader again() {
        final Trader again = new Trader(compId, port, reports);
        again.nextOut = nextOut;
        again.nextIn = nextIn;
        return again.connects();
    }

    Trader connects() {
        close();
        wire = new Wire(port.getAsInt());
        return this;
    }

    /** Connects and logs on with the numbers as they stand. */
    Trader logsOn() {
        connects();
        says(logon(""));
        hears("35=A|98=0|108=" + HEART_BT_INT);
        return this;
    }

    /** {@return a right Logon with more fields behind it} */
    String logon(final String more) {
        return "35=A|98=0|108=" + HEART_BT_INT + "|553=" + name + "|554=demo" + (more.isEmpty() ? "" : "|" + more);
    }

    void logsOut() {
        says("35=5");
        hears("35=5");
        isCutOff();
    }

    /** The connection breaks, without a Logout. */
    void hangsUp() {
        wire.close();
    }

    /** The connection breaks by a TCP reset. */
    void breaksOff() {
        wire.reset();
    }

    /** Says a message; its number is the next unless the line writes 34 itself. */
    void says(final String line) {
        saysBytes(bytes(line));
    }

    /** {@return the bytes of a line; the next number is used unless the line writes 34 itself} */
    byte[] bytes(final String line) {
        return Fix.frame(body(line));
    }

    /** {@return what stands between BodyLength and CheckSum of a line; the next number is used as by {@link #bytes}} */
    String body(final String line) {
        final String now = Fix.now(Duration.ZERO);
        final String said = "|" + line.replace("{now}", now) + "|";
        final int typeEnd = said.indexOf('|', 1);
        final StringBuilder body = new StringBuilder(said.substring(1, typeEnd + 1));
        header(body, said, "49=", compId);
        header(body, said, "56=", "GATEWAY");
        if (!said.contains("|34=")) {
            header(body, said, "34=", String.valueOf(nextOut++));
        }
        header(body, said, "52=", now);
        return body.append(said.substring(typeEnd + 1)).toString();
    }

    void saysBytes(final byte[] bytes) {
        wire.send(bytes);
    }

    /** Says bytes one by one, each in a segment of its own. */
    void saysSlowly(final byte[] bytes) {
        for (final byte b : bytes) {
            assertTrue(wire.send(new byte[] {b}), "the gateway has closed");
        }
    }

    /**
     * Hears the next message, and nothing else first.
     *
     * @param script what it has to say, see {@link Script}.
     * @return the message.
     */
    Message hears(final String script) {
        final Message message = hearsOrIsCutOff(script);
        assertNotNull(message, () -> compId + ": the gateway has closed, instead of " + script);
        return message;
    }

    /** {@return the next message; null if the gateway closes the connection and says nothing before} */
    Message hearsOrIsCutOff(final String script) {
        final Message message = wire.read();
        if (message == null) {
            wire.close();
            return null;
        }
        MessageRules.check(message, compId);
        Script.check(script, message);
        number(message);
        reports.check(message);
        return message;
    }

    /** Hears a report, behind Pending New, Pending Cancel or Pending Replace if they are sent. */
    Message hearsInTheEnd(final String script) {
        Message message = hears("35*");
        while (message.is(35, "8") && PENDING.matcher(message.value(150)).matches()) {
            message = hears("35*");
        }
        Script.check(script, message);
        return message;
    }

    /** Hears a message whose number is higher than the next: what lies between was missed, and stays to be asked for. */
    Message hearsAhead(final String script) {
        final long missed = nextIn;
        final Message message = wire.read();
        assertNotNull(message, () -> compId + ": the gateway has closed, instead of " + script);
        assertTrue(message.number(34) > missed, () -> "nothing was missed: " + message);
        MessageRules.check(message, compId);
        Script.check(script, message);
        nextIn = message.number(34) + 1;
        return message;
    }

    /** All that the gateway had to say has been heard: its answer to a TestRequest comes next, with the next number. */
    void hearsNothingMore() {
        final String test = compId + "-" + ++tests;
        says("35=1|112=" + test);
        hears("35=0|112=" + test);
    }

    /** The gateway closes the connection and says nothing before. */
    void isCutOff() {
        final Message message = wire.read();
        assertNull(message, () -> compId + ": instead of closing the gateway says " + message);
        wire.close();
    }

    @Override
    public void close() {
        if (wire != null) {
            wire.close();
        }
    }

    private void number(final Message message) {
        final long msgSeqNum = message.number(34);
        if (message.isPossDup()) {
            assertTrue(msgSeqNum < nextIn, () -> "43=Y, and never sent before: " + message);
            return;
        }
        if (message.is(35, "A") && message.is(141, "Y")) {
            nextIn = 1;
        }
        assertEquals(nextIn, msgSeqNum, () -> compId + ": MsgSeqNum(34) of " + message);
        nextIn++;
    }

    private static void header(final StringBuilder body, final String said, final String tag, final String value) {
        if (!said.contains("|" + tag)) {
            body.append(tag).append(value).append('|');
        }
    }
}
