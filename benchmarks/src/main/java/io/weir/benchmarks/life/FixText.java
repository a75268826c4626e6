package io.weir.benchmarks.life;

import java.nio.charset.StandardCharsets;

/** FIX messages as text: made whole from their fields, cut from a stream, asked for a field. Pure functions. */
final class FixText {
    static final char SOH = 1;

    private static final String BEGIN = "8=FIX.4.4" + SOH + "9=";
    private static final int TRAILER = "10=000|".length();

    private FixText() {}

    /**
     * Makes a message whole.
     *
     * @param body fields from MsgType(35) on, each with its SOH.
     * @return the message with BodyLength(9) and CheckSum(10).
     */
    static byte[] whole(final CharSequence body) {
        final String head = BEGIN + body.length() + SOH;
        final byte[] message = new byte[head.length() + body.length() + TRAILER];
        int at = 0;
        int sum = 0;
        for (int i = 0; i < head.length(); i++) {
            message[at++] = (byte) head.charAt(i);
            sum += head.charAt(i);
        }
        for (int i = 0; i < body.length(); i++) {
            message[at++] = (byte) body.charAt(i);
            sum += body.charAt(i);
        }
        final byte[] trailer = String.format("10=%03d%c", sum & 0xFF, SOH).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(trailer, 0, message, at, TRAILER);
        return message;
    }

    /**
     * Finds the end of a message.
     *
     * @param bytes a stream.
     * @param from  where the message begins.
     * @param end   of what is there.
     * @return where it ends, -1 if it is not whole yet.
     */
    static int end(final byte[] bytes, final int from, final int end) {
        int at = from + BEGIN.length();
        int length = 0;
        while (at < end && bytes[at] != SOH) {
            length = length * 10 + bytes[at++] - '0';
        }
        final int to = at + 1 + length + TRAILER;
        return at < end && to <= end ? to : -1;
    }

    /**
     * Reads a field of a message without groups.
     *
     * @param message whole.
     * @param tag     its number.
     * @return its value, "" if the message does not have it.
     */
    static String field(final byte[] message, final int tag) {
        int at = 0;
        while (at < message.length) {
            int found = 0;
            while (message[at] != '=') {
                found = found * 10 + message[at++] - '0';
            }
            final int begin = ++at;
            while (message[at] != SOH) {
                at++;
            }
            if (found == tag) {
                return new String(message, begin, at - begin, StandardCharsets.US_ASCII);
            }
            at++;
        }
        return "";
    }

    /** {@return the field as a number, 0 if the message does not have it} */
    static int number(final byte[] message, final int tag) {
        final String value = field(message, tag);
        return value.isEmpty() ? 0 : Integer.parseInt(value);
    }
}
