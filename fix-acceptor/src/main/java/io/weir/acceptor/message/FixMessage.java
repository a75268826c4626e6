package io.weir.acceptor.message;

import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.protocol.decimal.Decimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the fields of one message stand in the buffer it was read into; fields within groups are not looked up. Filled by
 * {@link MessageCheck} as it walks over the message, so that no byte is searched twice and nobody can read a message
 * otherwise than it was checked. Used again for each message; for one thread; what is allocated is the texts asked for.
 */
public final class FixMessage {
    private final int[] places = new int[FixDictionary.MAX_TAG + 1];
    private final int[] lengths = new int[FixDictionary.MAX_TAG + 1];
    private final int[] stamps = new int[FixDictionary.MAX_TAG + 1];
    private int stamp;
    private byte[] bytes;

    /** Begins a message; what stood here before is forgotten. */
    void begin(final byte[] buffer) {
        bytes = buffer;
        if (++stamp == Integer.MAX_VALUE) {
            Arrays.fill(stamps, 0);
            stamp = 1;
        }
    }

    void put(final int tag, final int place, final int length) {
        places[tag] = place;
        lengths[tag] = length;
        stamps[tag] = stamp;
    }

    /** {@return whether the message has the field} */
    public boolean has(final int tag) {
        return stamps[tag] == stamp;
    }

    /** {@return the value as text, "" if the message does not have the field} */
    public String text(final int tag) {
        return has(tag) ? new String(bytes, places[tag], lengths[tag], StandardCharsets.ISO_8859_1) : "";
    }

    /** {@return the one character of a checked field, 0 if the message does not have it} */
    public char code(final int tag) {
        return has(tag) ? (char) bytes[places[tag]] : 0;
    }

    /** {@return whether a checked BOOLEAN is there and says Y} */
    public boolean flag(final int tag) {
        return code(tag) == 'Y';
    }

    /** {@return a checked whole number, or {@code absent}} */
    public long number(final int tag, final long absent) {
        return has(tag) ? FieldFormats.number(bytes, places[tag], lengths[tag]) : absent;
    }

    /** {@return a checked UTCTimestamp, ns since 1970 UTC, or {@link UtcTime#INVALID}} */
    public long time(final int tag) {
        return has(tag) ? UtcTime.parse(bytes, places[tag], lengths[tag]) : UtcTime.INVALID;
    }

    /** {@return a checked decimal number as it was written, or {@link Decimal#ABSENT}} */
    public Decimal decimal(final int tag) {
        if (!has(tag)) {
            return Decimal.ABSENT;
        }
        final int end = places[tag] + lengths[tag];
        final boolean negative = bytes[places[tag]] == '-';
        long mantissa = 0;
        int scale = 0;
        boolean behindPoint = false;
        for (int i = negative ? places[tag] + 1 : places[tag]; i < end; i++) {
            if (bytes[i] == '.') {
                behindPoint = true;
            } else {
                mantissa = mantissa * 10 + bytes[i] - '0';
                scale += behindPoint ? 1 : 0;
            }
        }
        return new Decimal(negative ? -mantissa : mantissa, scale);
    }

    /** {@return whether the value is exactly these bytes} */
    public boolean is(final int tag, final byte[] value) {
        return has(tag) && Arrays.equals(bytes, places[tag], places[tag] + lengths[tag], value, 0, value.length);
    }

    /** {@return length of the value in bytes, 0 if the message does not have the field} */
    int length(final int tag) {
        return has(tag) ? lengths[tag] : 0;
    }

    int place(final int tag) {
        return places[tag];
    }

    byte[] bytes() {
        return bytes;
    }
}
