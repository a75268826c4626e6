package io.weir.benchmarks.simulation.client;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

/** One FIX message as text: written by a client, or read from the gateway field by field. */
final class FixLine {
    static final char SOH = 1;

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final long NS_PER_MS = 1_000_000;

    private final Map<Integer, String> fields = new HashMap<>();
    private final String text;

    /**
     * Reads a message.
     *
     * @param text whole, from 8= to the end of 10=.
     * @throws IllegalArgumentException if BodyLength(9) or CheckSum(10) is wrong.
     */
    FixLine(final String text) {
        this.text = text;
        int start = 0;
        while (start < text.length()) {
            final int equals = text.indexOf('=', start);
            final int end = text.indexOf(SOH, equals);
            fields.putIfAbsent(Integer.parseInt(text, start, equals, 10), text.substring(equals + 1, end));
            start = end + 1;
        }
        final int body = text.indexOf(SOH + "35=") + 1;
        final int trailer = text.lastIndexOf(SOH + "10=") + 1;
        if (number(9) != trailer - body || number(10) != sum(text.substring(0, trailer))) {
            throw new IllegalArgumentException("BodyLength(9) or CheckSum(10) is wrong: " + this);
        }
    }

    /** {@return one field as it stands in a message} */
    static String field(final int tag, final String value) {
        return tag + "=" + value + SOH;
    }

    /** {@return a time in ns since 1970 as FIX writes it, to the millisecond} */
    static String utc(final long timeNs) {
        return UTC.format(Instant.ofEpochMilli(timeNs / NS_PER_MS));
    }

    /** {@return the length of the message that begins a text, 0 if it is not whole} */
    static int length(final StringBuilder text) {
        final int end = text.indexOf(SOH + "10=");
        return end < 0 || text.length() < end + 8 ? 0 : end + 8;
    }

    /**
     * Writes a message.
     *
     * @param msgType MsgType(35).
     * @param header  the fields behind it, each ended by SOH.
     * @param body    the rest, each ended by SOH.
     * @return the bytes.
     */
    static byte[] write(final String msgType, final String header, final String body) {
        final String content = "35=" + msgType + SOH + header + body;
        final String head = "8=FIX.4.4" + SOH + "9=" + content.length() + SOH + content;
        final int sum = sum(head);
        final String digits = Integer.toString(1_000 + sum).substring(1);
        return (head + "10=" + digits + SOH).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int sum(final String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += text.charAt(i);
        }
        return sum & 0xFF;
    }

    String msgType() {
        return text(35);
    }

    /** {@return the field, "" if there is none} */
    String text(final int tag) {
        return fields.getOrDefault(tag, "");
    }

    boolean has(final int tag) {
        return fields.containsKey(tag);
    }

    boolean isYes(final int tag) {
        return "Y".equals(fields.get(tag));
    }

    /** {@return the field as a whole number, 0 if there is none} */
    long number(final int tag) {
        final String value = fields.get(tag);
        return value == null ? 0 : Long.parseLong(value);
    }

    /** {@return a decimal field in units of 10^-scale, 0 if there is none} */
    long units(final int tag, final int scale) {
        final String value = fields.get(tag);
        return value == null ? 0 : new BigDecimal(value).movePointRight(scale).longValueExact();
    }

    @Override
    public String toString() {
        return text.replace(SOH, '|');
    }
}
