package io.weir.acceptor.message;

import java.nio.ByteBuffer;

/**
 * Cuts what comes from one socket into FIX messages: {@code 8=FIX…|9=n|35=…|…|10=nnn|}. What is garbled (one of the first
 * three fields, BodyLength or CheckSum is wrong) is stepped over to the next {@code 8=FIX} and counted; how the bytes arrive
 * makes no difference. For one thread; allocates nothing per message. Source: FIX 4.4 volume 2, garbled messages.
 */
public final class FixFramer {
    /** Bytes that wait for their message to be whole; no message is longer. */
    public static final int CAPACITY = 64 * 1024;

    /** The largest BodyLength(9) that is taken: with what stands around the body it fills the buffer. */
    public static final int MAX_BODY_LENGTH = CAPACITY - 64;

    /** Garbled messages without one good message between them. */
    public static final int MAX_GARBLED_IN_A_ROW = 100;

    /** Bytes without one good message. */
    public static final int MAX_BYTES_WITHOUT_MESSAGE = 1024 * 1024;

    private static final byte SOH = 1;
    private static final byte[] START = {'8', '=', 'F', 'I', 'X'};
    private static final int LONGEST_BEGIN_STRING = 16;
    private static final int MOST_LENGTH_DIGITS = 7;
    private static final int TRAILER_LENGTH = 7;

    /** What {@link #next} found. */
    public enum Found {
        /** Nothing more until more bytes come. */
        NOTHING,
        /** A whole message, from {@link #start} on. */
        MESSAGE,
        /** Something garbled was stepped over; ask again. */
        GARBLED,
        /** This is no FIX client: close; {@link #fault} says why. */
        HOPELESS
    }

    private final byte[] bytes = new byte[CAPACITY];
    private final ByteBuffer space = ByteBuffer.wrap(bytes);
    private int head;
    private int tail;
    private int bodyStart;
    private int bodyEnd;
    private int scanned;
    private int garbledInARow;
    private int bytesWithoutMessage;
    private boolean inGarbage;
    private String fault = "";

    /** {@return the buffer's free end, for a socket to fill; {@link #filled} has to follow} */
    public ByteBuffer space() {
        if (tail > CAPACITY / 2 && head > 0) {
            System.arraycopy(bytes, head, bytes, 0, tail - head);
            scanned -= head;
            tail -= head;
            head = 0;
        }
        return space.limit(CAPACITY).position(tail);
    }

    /** Takes over what was put into {@link #space}. */
    public void filled() {
        tail = space.position();
    }

    /** {@return looks for the next message; one found before has to be {@link #consume}d first} */
    public Found next() {
        final int start = findStart();
        if (start != head) {
            return stepOver(start);
        }
        return tail - head < START.length ? Found.NOTHING : frame();
    }

    /** Steps behind the message that was found. */
    public void consume() {
        head = bodyEnd + TRAILER_LENGTH;
        scanned = head;
        garbledInARow = 0;
        bytesWithoutMessage = 0;
        inGarbage = false;
        if (head == tail) {
            head = 0;
            tail = 0;
            scanned = 0;
        }
    }

    /** {@return the buffer; the message found is valid until {@link #consume}} */
    public byte[] bytes() {
        return bytes;
    }

    /** {@return where BeginString(8) begins} */
    public int start() {
        return head;
    }

    /** {@return where MsgType(35) begins} */
    public int bodyStart() {
        return bodyStart;
    }

    /** {@return where CheckSum(10) begins} */
    public int bodyEnd() {
        return bodyEnd;
    }

    /** {@return why the client is hopeless} */
    public String fault() {
        return fault;
    }

    /** Where {@code 8=FIX}, or as much of it as is there, stands next; {@code tail} if nowhere. */
    private int findStart() {
        for (int i = head; i < tail; i++) {
            if (bytes[i] == START[0] && isStartAt(i)) {
                return i;
            }
        }
        return tail;
    }

    private boolean isStartAt(final int index) {
        final int length = Math.min(START.length, tail - index);
        for (int i = 0; i < length; i++) {
            if (bytes[index + i] != START[i]) {
                return false;
            }
        }
        return true;
    }

    private Found stepOver(final int to) {
        bytesWithoutMessage += to - head;
        head = to;
        scanned = to;
        if (bytesWithoutMessage > MAX_BYTES_WITHOUT_MESSAGE) {
            return hopeless(MAX_BYTES_WITHOUT_MESSAGE + " bytes came without one message");
        }
        if (inGarbage) {
            return head == tail ? Found.NOTHING : next();
        }
        inGarbage = true;
        return countGarbled();
    }

    private Found frame() {
        final int beginStringEnd = indexOfSoh(head, Math.min(tail, head + LONGEST_BEGIN_STRING));
        if (beginStringEnd < 0) {
            return tail - head < LONGEST_BEGIN_STRING ? Found.NOTHING : garbled();
        }
        final int lengthAt = beginStringEnd + 1;
        if (tail < lengthAt + 2) {
            return startsWith(lengthAt, '9', '=') ? Found.NOTHING : garbled();
        }
        return startsWith(lengthAt, '9', '=') ? frameBody(lengthAt + 2) : garbled();
    }

    private Found frameBody(final int digitsAt) {
        int bodyLength = 0;
        int i = digitsAt;
        for (; i < tail && isDigit(bytes[i]); i++) {
            if (i - digitsAt == MOST_LENGTH_DIGITS) {
                return hopeless("BodyLength(9) has more than " + MOST_LENGTH_DIGITS + " digits");
            }
            bodyLength = bodyLength * 10 + bytes[i] - '0';
        }
        if (bodyLength > MAX_BODY_LENGTH) {
            return hopeless("BodyLength(9) " + bodyLength + " is above " + MAX_BODY_LENGTH);
        }
        if (i == tail) {
            return Found.NOTHING;
        }
        if (i == digitsAt || bytes[i] != SOH) {
            return garbled();
        }
        bodyStart = i + 1;
        bodyEnd = bodyStart + bodyLength;
        if (!startsWith(bodyStart, '3', '5') || !startsWith(bodyStart + 1, '5', '=')) {
            return garbled();
        }
        return tail < bodyEnd + TRAILER_LENGTH ? waitForRest() : judge();
    }

    private Found judge() {
        final boolean whole = bytes[bodyEnd - 1] == SOH
                && startsWith(bodyEnd, '1', '0')
                && bytes[bodyEnd + 2] == '='
                && bytes[bodyEnd + TRAILER_LENGTH - 1] == SOH;
        return whole && checkSum() == writtenCheckSum() ? Found.MESSAGE : garbled();
    }

    /**
     * A BodyLength that is too large would swallow the messages behind it, for as long as they are few. So a trailer with
     * the start of another message behind it proves it wrong.
     */
    private Found waitForRest() {
        for (int i = Math.max(scanned, bodyStart); i + TRAILER_LENGTH + 1 + START.length <= tail; i++) {
            if (bytes[i] == SOH
                    && startsWith(i + 1, '1', '0')
                    && bytes[i + 3] == '='
                    && bytes[i + 7] == SOH
                    && isStartAt(i + 8)) {
                return garbled();
            }
            scanned = i + 1;
        }
        return Found.NOTHING;
    }

    private Found garbled() {
        bytesWithoutMessage++;
        head++;
        scanned = head;
        inGarbage = true;
        return countGarbled();
    }

    private Found countGarbled() {
        return ++garbledInARow > MAX_GARBLED_IN_A_ROW
                ? hopeless("more than " + MAX_GARBLED_IN_A_ROW + " garbled messages came in a row")
                : Found.GARBLED;
    }

    private Found hopeless(final String why) {
        fault = why;
        return Found.HOPELESS;
    }

    private int checkSum() {
        int sum = 0;
        for (int i = head; i < bodyEnd; i++) {
            sum += bytes[i];
        }
        return sum & 0xFF;
    }

    private int writtenCheckSum() {
        int value = 0;
        for (int i = bodyEnd + 3; i < bodyEnd + TRAILER_LENGTH - 1; i++) {
            if (!isDigit(bytes[i])) {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Also true where the bytes end too early to tell. */
    private boolean startsWith(final int index, final char first, final char second) {
        return (index >= tail || bytes[index] == first) && (index + 1 >= tail || bytes[index + 1] == second);
    }

    private int indexOfSoh(final int from, final int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == SOH) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isDigit(final byte value) {
        return value >= '0' && value <= '9';
    }
}
