package io.weir.app.fix;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** FIX messages made by hand, byte by byte; {@code |} stands for the delimiter. */
final class Fix {
    static final char SOH = '\u0001';

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Fix() {}

    /** A message with the right BodyLength and CheckSum around its body, {@code 35=…|…}. */
    static byte[] frame(final String body) {
        return frame("FIX.4.4", body);
    }

    static byte[] frame(final String beginString, final String body) {
        return withLength(beginString, body, bytes(body).length);
    }

    /** A message that claims another BodyLength; its CheckSum is right. */
    static byte[] withLength(final String beginString, final String body, final int bodyLength) {
        return withCheckSum("8=" + beginString + "|9=" + bodyLength + "|" + body, 0);
    }

    /**
     * Ends a message with a CheckSum.
     *
     * @param text  all before CheckSum(10), ending in a delimiter.
     * @param error what is added to the right sum.
     */
    static byte[] withCheckSum(final String text, final int error) {
        int sum = error;
        for (final byte b : bytes(text)) {
            sum += b & 0xFF;
        }
        return bytes(text + "10=" + String.format(Locale.ROOT, "%03d", sum & 0xFF) + "|");
    }

    static byte[] bytes(final String text) {
        return text.replace('|', SOH).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The time of now and some more, or less, as FIX writes it. */
    static String now(final Duration plus) {
        return UTC.format(Instant.now().plus(plus));
    }

    static Instant instant(final String utcTimestamp) {
        return Instant.from(UTC.parse(utcTimestamp.length() == 17 ? utcTimestamp + ".000" : utcTimestamp));
    }
}
