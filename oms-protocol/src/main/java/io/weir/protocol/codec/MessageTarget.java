package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.sbe.MessageHeaderEncoder;
import java.nio.charset.StandardCharsets;
import org.agrona.MutableDirectBuffer;

/**
 * Where a message is being written: a buffer, the place where the message begins, and how far it has come. Texts are
 * written here, each behind the last; they are ASCII but for a venue's own words, and that is the fast way.
 */
final class MessageTarget {
    private static final int LENGTH_OF_LENGTH = Short.BYTES;
    private static final int FIRST_NON_ASCII = 0x80;

    private final MessageHeaderEncoder messageHeader = new MessageHeaderEncoder();
    private final WrittenNames names = new WrittenNames();

    /** A length, and the text behind it. */
    private final byte[] bytes = new byte[LENGTH_OF_LENGTH + Bounds.MAX_TEXT_LENGTH];

    private MutableDirectBuffer buffer;
    private int offset;
    private int limit;

    void wrap(final MutableDirectBuffer newBuffer, final int newOffset) {
        if (buffer != newBuffer) {
            buffer = newBuffer; // seldom: a reference stored in an old object costs G1 a fence
        }
        offset = newOffset;
        limit = newOffset;
    }

    MutableDirectBuffer buffer() {
        return buffer;
    }

    int offset() {
        return offset;
    }

    MessageHeaderEncoder messageHeader() {
        return messageHeader;
    }

    /** {@return the place behind what is written} */
    int limit() {
        return limit;
    }

    void limit(final int newLimit) {
        limit = newLimit;
    }

    /** {@return bytes of the message so far, header included} */
    int length() {
        return limit - offset;
    }

    /** Writes a text of at most {@link Bounds#MAX_ID_LENGTH} bytes. */
    void id(final String field, final String text) {
        put(field, text, Bounds.MAX_ID_LENGTH);
    }

    /** Writes a text of at most {@link Bounds#MAX_NAME_LENGTH} bytes, one of few that come again and again. */
    void name(final String field, final String text) {
        putAgain(field, text, Bounds.MAX_NAME_LENGTH);
    }

    /** Writes a text of at most {@link Bounds#MAX_TEXT_LENGTH} bytes. */
    void text(final String field, final String text) {
        put(field, text, Bounds.MAX_TEXT_LENGTH);
    }

    /** Writes a text of at most {@link Bounds#MAX_WHY_LENGTH} bytes, one of few that come again and again. */
    void why(final String field, final String text) {
        putAgain(field, text, Bounds.MAX_WHY_LENGTH);
    }

    private void putAgain(final String field, final String text, final int maxLength) {
        if (text.isEmpty()) {
            putEmpty();
            return;
        }
        final byte[] known = names.find(text);
        if (known != null && known.length - LENGTH_OF_LENGTH <= maxLength) {
            put(known, known.length);
            return;
        }
        final int from = limit;
        put(field, text, maxLength);
        final byte[] form = new byte[limit - from];
        buffer.getBytes(from, form);
        names.keep(text, form);
    }

    private void put(final String field, final String text, final int maxLength) {
        if (text.isEmpty()) {
            putEmpty();
            return;
        }
        final int length = text.length();
        if (length > maxLength) {
            throw tooLong(field, length, maxLength);
        }
        int bits = 0;
        for (int i = 0; i < length; i++) {
            final char c = text.charAt(i);
            bytes[LENGTH_OF_LENGTH + i] = (byte) c;
            bits |= c;
        }
        if (bits < FIRST_NON_ASCII) {
            putForm(length);
        } else {
            putUtf8(field, text, maxLength);
        }
    }

    /** Many texts of a message are. */
    private void putEmpty() {
        buffer.putShort(limit, (short) 0);
        limit += LENGTH_OF_LENGTH;
    }

    private void putUtf8(final String field, final String text, final int maxLength) {
        final byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > maxLength) {
            throw tooLong(field, utf8.length, maxLength);
        }
        System.arraycopy(utf8, 0, bytes, LENGTH_OF_LENGTH, utf8.length);
        putForm(utf8.length);
    }

    /** Puts the length before the text that stands in {@link #bytes}, low byte first, and writes both. */
    private void putForm(final int length) {
        bytes[0] = (byte) length;
        bytes[1] = (byte) (length >>> Byte.SIZE);
        put(bytes, LENGTH_OF_LENGTH + length);
    }

    private void put(final byte[] source, final int length) {
        buffer.putBytes(limit, source, 0, length);
        limit += length;
    }

    private static IllegalArgumentException tooLong(final String field, final int length, final int maxLength) {
        return new IllegalArgumentException(field + " has " + length + " bytes, more than " + maxLength);
    }
}
