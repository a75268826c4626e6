package io.weir.protocol.codec;

import io.weir.protocol.Bounds;
import io.weir.protocol.sbe.MessageHeaderDecoder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** Where a message is being read: its header, its end, and how far it has been read. Texts are read here, in their order. */
final class MessageSource {
    private static final int LENGTH_OF_LENGTH = Short.BYTES;

    private final MessageHeaderDecoder messageHeader = new MessageHeaderDecoder();
    private final byte[] bytes = new byte[Bounds.MAX_TEXT_LENGTH];
    private final Names names = new Names();
    private DirectBuffer buffer;
    private int body;
    private int end;
    private int limit;
    private int templateId;
    private int blockLength;
    private int version;

    /**
     * Goes to a message.
     *
     * @throws IllegalArgumentException if it is none of this schema, of a version that is not known here, or cut off.
     */
    void wrap(final DirectBuffer newBuffer, final int offset, final int length) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH) {
            throw new IllegalArgumentException("message of " + length + " bytes is shorter than its header");
        }
        messageHeader.wrap(newBuffer, offset);
        templateId = messageHeader.templateId();
        blockLength = messageHeader.blockLength();
        version = messageHeader.version();
        if (buffer != newBuffer) {
            buffer = newBuffer; // seldom: a reference stored in an old object costs G1 a fence
        }
        body = offset + MessageHeaderDecoder.ENCODED_LENGTH;
        end = offset + length;
        limit = body + blockLength;
        if (messageHeader.schemaId() != MessageHeaderDecoder.SCHEMA_ID) {
            throw new IllegalArgumentException(
                    "message of schema " + messageHeader.schemaId() + ", not " + MessageHeaderDecoder.SCHEMA_ID);
        }
        if (version < 1 || version > MessageHeaderDecoder.SCHEMA_VERSION) {
            throw new IllegalArgumentException("message " + templateId + " of version " + version + ", not 1 to "
                    + MessageHeaderDecoder.SCHEMA_VERSION);
        }
        if (limit > end) {
            throw new IllegalArgumentException(
                    "message " + templateId + " of " + length + " bytes is shorter than its block of " + blockLength);
        }
    }

    DirectBuffer buffer() {
        return buffer;
    }

    /** {@return the place of the first byte behind the header} */
    int body() {
        return body;
    }

    int templateId() {
        return templateId;
    }

    int blockLength() {
        return blockLength;
    }

    int version() {
        return version;
    }

    /** {@return the place behind what is read} */
    int limit() {
        return limit;
    }

    void limit(final int newLimit) {
        limit = newLimit;
    }

    /** {@return the next text} */
    String text() {
        final int length = next();
        return length == 0 ? "" : new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** {@return the next text, which is one of few that come again and again} */
    String name() {
        final int length = next();
        return length == 0 ? "" : names.of(bytes, length);
    }

    private int next() {
        final int from = limit + LENGTH_OF_LENGTH;
        if (from > end) {
            throw new IllegalArgumentException("message " + templateId + " is cut off within its texts");
        }
        final int length = buffer.getShort(limit, MessageHeaderDecoder.BYTE_ORDER) & 0xFFFF;
        if (length > bytes.length || from + length > end) {
            throw new IllegalArgumentException("message " + templateId + " has a text of " + length + " bytes, and "
                    + (end - from) + " are left of it");
        }
        buffer.getBytes(from, bytes, 0, length);
        limit = from + length;
        return length;
    }

    /** {@return what to throw when no message of this kind has the template id} */
    IllegalArgumentException unknown(final String kind) {
        return new IllegalArgumentException(
                "no " + kind + " has template id " + templateId + " (schema version " + version + ")");
    }
}
