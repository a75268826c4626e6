package io.weir.acceptor;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** FIX messages as a trader reads them, with {@code |} for the delimiter. */
public final class Fix {
    /** 2026-11-22 12:00:00 UTC in ns. */
    public static final long NOON_NS = Instant.parse("2026-11-22T12:00:00Z").getEpochSecond() * 1_000_000_000L;

    public static final String NOON = "20261122-12:00:00.000";

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd-HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private Fix() {}

    /** A whole message of what stands behind BodyLength, for example {@code 35=0|49=CLIENT|…}. */
    public static byte[] frame(final String body) {
        return frame("FIX.4.4", body);
    }

    public static byte[] frame(final String beginString, final String body) {
        final String inner = body.replace('|', '\u0001') + (body.endsWith("|") ? "" : "\u0001");
        return sum("8=" + beginString + "\u00019=" + inner.getBytes(StandardCharsets.ISO_8859_1).length + "\u0001"
                + inner);
    }

    /** Adds the right CheckSum to a text of any form. */
    public static byte[] sum(final String text) {
        int sum = 0;
        for (final byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
            sum += b;
        }
        return (text + "10=" + String.format("%03d", sum & 0xFF) + "\u0001").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A message of CLIENT to GATEWAY, sent at noon. */
    public static byte[] client(final String msgType, final long seqNum, final String body) {
        return frame("35=" + msgType + "|49=CLIENT|56=GATEWAY|34=" + seqNum + "|52=" + NOON + "|" + body);
    }

    public static String order(final String clOrdId) {
        return "11=" + clOrdId + "|55=BTC-USD|54=1|60=" + NOON + "|38=0.5|40=2|44=50000.25|59=1";
    }

    public static String text(final byte[] message) {
        return new String(message, StandardCharsets.ISO_8859_1).replace('\u0001', '|');
    }

    public static String time(final long ns) {
        return UTC.format(Instant.ofEpochSecond(0, ns));
    }

    /** Value of the first field of that number, null if there is none. */
    public static String value(final String message, final int tag) {
        final String prefix = "|" + tag + "=";
        final int at = message.startsWith(prefix.substring(1)) ? -1 : message.indexOf(prefix);
        if (at >= 0 || message.startsWith(prefix.substring(1))) {
            final int from = at + prefix.length();
            return message.substring(from, message.indexOf('|', from));
        }
        return null;
    }
}
