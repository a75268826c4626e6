package io.weir.benchmarks.client;

import java.nio.charset.StandardCharsets;

/** One message that came in, as far as the load client looks at it. Filled again for each; the bytes stay in the reader's buffer. */
final class Inbound {
    private static final int SOH = 1;
    private static final int TEN = 10;
    private static final int TAG_CL_ORD_ID = 11;
    private static final int TAG_LAST_MKT = 30;
    private static final int TAG_MSG_SEQ_NUM = 34;
    private static final int TAG_MSG_TYPE = 35;
    private static final int TAG_ORD_STATUS = 39;
    private static final int TAG_TEXT = 58;
    private static final int TAG_TEST_REQ_ID = 112;
    private static final int TAG_EXEC_TYPE = 150;

    private byte[] bytes;
    private int start;
    private int end;
    private int clOrdIdAt;
    private int clOrdIdEnd;
    private int lastMktAt;
    private int lastMktEnd;
    private int textAt;
    private int textEnd;
    private int testReqIdAt;
    private int testReqIdEnd;
    private int msgSeqNum;
    private byte msgType;
    private byte execType;
    private byte ordStatus;

    /** Reads the fields of one whole message, first byte to the SOH behind CheckSum(10). */
    void read(final byte[] buffer, final int from, final int to) {
        bytes = buffer;
        start = from;
        end = to;
        clear();
        int at = from;
        while (at < to) {
            int tag = 0;
            while (buffer[at] != '=') {
                tag = tag * TEN + buffer[at++] - '0';
            }
            final int valueAt = ++at;
            while (buffer[at] != SOH) {
                at++;
            }
            onField(tag, valueAt, at);
            at++;
        }
    }

    private void clear() {
        clOrdIdAt = 0;
        clOrdIdEnd = 0;
        lastMktAt = 0;
        lastMktEnd = 0;
        textAt = 0;
        textEnd = 0;
        testReqIdAt = 0;
        testReqIdEnd = 0;
        msgSeqNum = 0;
        msgType = 0;
        execType = 0;
        ordStatus = 0;
    }

    private void onField(final int tag, final int at, final int to) {
        switch (tag) {
            case TAG_CL_ORD_ID -> {
                clOrdIdAt = at;
                clOrdIdEnd = to;
            }
            case TAG_LAST_MKT -> {
                lastMktAt = at;
                lastMktEnd = to;
            }
            case TAG_MSG_SEQ_NUM -> msgSeqNum = digits(at, to);
            case TAG_MSG_TYPE -> msgType = to - at == 1 ? bytes[at] : 0;
            case TAG_ORD_STATUS -> ordStatus = bytes[at];
            case TAG_TEXT -> {
                textAt = at;
                textEnd = to;
            }
            case TAG_TEST_REQ_ID -> {
                testReqIdAt = at;
                testReqIdEnd = to;
            }
            case TAG_EXEC_TYPE -> execType = bytes[at];
            default -> {}
        }
    }

    private int digits(final int at, final int to) {
        int value = 0;
        for (int i = at; i < to; i++) {
            value = value * TEN + bytes[i] - '0';
        }
        return value;
    }

    /** MsgType(35), or 0 if it has more than one character. */
    byte msgType() {
        return msgType;
    }

    int msgSeqNum() {
        return msgSeqNum;
    }

    /** ExecType(150), or 0. */
    byte execType() {
        return execType;
    }

    /** OrdStatus(39), or 0. */
    byte ordStatus() {
        return ordStatus;
    }

    /**
     * The number behind a prefix in ClOrdID(11).
     *
     * @return the number, or -1 if ClOrdID is not of that form.
     */
    int clOrdIdBehind(final byte[] prefix) {
        if (clOrdIdEnd - clOrdIdAt <= prefix.length) {
            return -1;
        }
        for (int i = 0; i < prefix.length; i++) {
            if (bytes[clOrdIdAt + i] != prefix[i]) {
                return -1;
            }
        }
        return digits(clOrdIdAt + prefix.length, clOrdIdEnd);
    }

    String lastMkt() {
        return text(lastMktAt, lastMktEnd);
    }

    String text() {
        return text(textAt, textEnd);
    }

    String testReqId() {
        return text(testReqIdAt, testReqIdEnd);
    }

    private String text(final int at, final int to) {
        return new String(bytes, at, to - at, StandardCharsets.US_ASCII);
    }

    /** The whole message, with {@code |} for SOH. */
    @Override
    public String toString() {
        return text(start, end).replace('\001', '|');
    }
}
