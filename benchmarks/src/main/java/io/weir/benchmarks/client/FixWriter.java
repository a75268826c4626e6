package io.weir.benchmarks.client;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes FIX 4.4 messages of one session into bytes: some 200 ns each, so that the client is not what is measured. One thread. */
public final class FixWriter {
    /** The most bytes that one message of this client takes. */
    static final int MAX_MESSAGE = 1_024;

    private static final byte SOH = 1;
    private static final byte[] BEGIN = bytes("8=FIX.4.4\0019=");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final int TEN = 10;
    private static final int CHECKSUM_MODULO = 256;
    private static final int HUNDRED = 100;

    private final LoadSession session;
    private final byte[] compIds;
    private final byte[] body = new byte[MAX_MESSAGE];
    private final byte[] digits = new byte[TEN + TEN];
    private byte[] time = {};
    private long timeMs = -1;
    private int end;

    FixWriter(final LoadSession session) {
        this.session = session;
        this.compIds = bytes("\00149=" + session.senderCompId() + "\00156=" + session.targetCompId() + "\00134=");
    }

    /**
     * Bytes of fields as they go over the wire.
     *
     * @param text ASCII; {@code |} stands for SOH.
     * @return the bytes.
     */
    public static byte[] fields(final String text) {
        return bytes(text.replace('|', '\001'));
    }

    private static byte[] bytes(final String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    /** Begins a message: MsgType(35), comp ids, the session's next MsgSeqNum(34), SendingTime(52). */
    void begin(final String msgType, final long nowMs) {
        end = 0;
        put(bytes("35="));
        put(bytes(msgType));
        put(compIds);
        number(session.takeNextOut());
        put(SENDING_TIME);
        put(timeAt(nowMs));
        body[end++] = SOH;
    }

    private static final byte[] SENDING_TIME = bytes("\00152=");

    /**
     * Adds bytes as they are.
     *
     * @param fields whole fields or the beginning of one.
     * @return this.
     */
    public FixWriter put(final byte[] fields) {
        System.arraycopy(fields, 0, body, end, fields.length);
        end += fields.length;
        return this;
    }

    /**
     * Adds a number in decimal.
     *
     * @param value from 0.
     * @return this.
     */
    public FixWriter number(final long value) {
        int at = digits.length;
        long rest = value;
        do {
            digits[--at] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        } while (rest > 0);
        System.arraycopy(digits, at, body, end, digits.length - at);
        end += digits.length - at;
        return this;
    }

    /** Adds a number in so many decimal digits. */
    FixWriter number(final int value, final int width) {
        int rest = value;
        for (int at = end + width - 1; at >= end; at--) {
            body[at] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        end += width;
        return this;
    }

    /**
     * Ends a field.
     *
     * @return this.
     */
    public FixWriter soh() {
        body[end++] = SOH;
        return this;
    }

    /** Adds a time of FIX, without the end of its field. */
    FixWriter time(final long nowMs) {
        return put(timeAt(nowMs));
    }

    private byte[] timeAt(final long nowMs) {
        if (nowMs != timeMs) {
            time = bytes(TIME.format(Instant.ofEpochMilli(nowMs)));
            timeMs = nowMs;
        }
        return time;
    }

    /**
     * Puts the whole message, with BodyLength(9) and CheckSum(10), into other bytes.
     *
     * @param out room for {@link #MAX_MESSAGE}.
     * @param at  where it begins.
     * @return where it ends.
     */
    int finish(final byte[] out, final int at) {
        System.arraycopy(BEGIN, 0, out, at, BEGIN.length);
        int to = decimal(end, out, at + BEGIN.length);
        out[to++] = SOH;
        System.arraycopy(body, 0, out, to, end);
        to += end;
        int sum = 0;
        for (int i = at; i < to; i++) {
            sum += out[i];
        }
        final int checkSum = sum % CHECKSUM_MODULO;
        out[to++] = '1';
        out[to++] = '0';
        out[to++] = '=';
        out[to++] = (byte) ('0' + checkSum / HUNDRED);
        out[to++] = (byte) ('0' + checkSum / TEN % TEN);
        out[to++] = (byte) ('0' + checkSum % TEN);
        out[to++] = SOH;
        return to;
    }

    private static int decimal(final int value, final byte[] out, final int at) {
        final int width = value < TEN ? 1 : value < HUNDRED ? 2 : value < TEN * HUNDRED ? 3 : 4;
        int rest = value;
        for (int i = at + width - 1; i >= at; i--) {
            out[i] = (byte) ('0' + rest % TEN);
            rest /= TEN;
        }
        return at + width;
    }
}
