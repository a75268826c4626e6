package io.weir.acceptor.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.agrona.collections.Int2ObjectHashMap;

/** All fields and messages of FIX 4.4, as far as a client may say them. Immutable; for any thread. */
public final class FixDictionary {
    /** The highest field number of FIX 4.4. */
    public static final int MAX_TAG = 956;

    private static final String RESOURCE = "/io/weir/config/dictionary/FIX44-client.xml";

    private final FieldRule[] fields = new FieldRule[MAX_TAG + 1];
    private final Int2ObjectHashMap<MessageRule> messages = new Int2ObjectHashMap<>();
    private final MessageRule header;
    private final MessageRule trailer;

    FixDictionary(
            final Map<Integer, FieldRule> fields,
            final Iterable<MessageRule> messages,
            final MessageRule header,
            final MessageRule trailer) {
        fields.forEach((tag, rule) -> this.fields[tag] = rule);
        messages.forEach(rule -> this.messages.put(keyOf(rule.msgType()), rule));
        this.header = header;
        this.trailer = trailer;
    }

    /**
     * Reads the dictionary that the product ships, once in a process.
     *
     * @return the dictionary.
     * @throws IllegalStateException if it is not well-formed; names the place.
     */
    public static FixDictionary load() {
        return Shipped.DICTIONARY;
    }

    private static FixDictionary read() {
        try (InputStream xml = FixDictionary.class.getResourceAsStream(RESOURCE)) {
            if (xml == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new DictionaryReader(xml).read();
        } catch (final IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    /** {@return the field, null if FIX 4.4 has none of this number} */
    public FieldRule field(final int tag) {
        return tag >= 0 && tag <= MAX_TAG ? fields[tag] : null;
    }

    /** {@return fields of the header} */
    public MessageRule header() {
        return header;
    }

    /** {@return fields of the trailer} */
    public MessageRule trailer() {
        return trailer;
    }

    /**
     * Finds a message by the bytes of its MsgType(35).
     *
     * @return the rule, null if FIX 4.4 has no such message.
     */
    public MessageRule message(final byte[] bytes, final int offset, final int length) {
        if (length == 1) {
            return messages.get(bytes[offset]);
        }
        return length == 2 ? messages.get(bytes[offset] << 8 | bytes[offset + 1]) : null;
    }

    /** {@return the rule of a message, null if FIX 4.4 has no such message} */
    public MessageRule message(final String msgType) {
        final byte[] bytes = msgType.getBytes(StandardCharsets.US_ASCII);
        return message(bytes, 0, bytes.length);
    }

    /** {@return how the field is called in texts, also one that FIX 4.4 does not have} */
    public String label(final int tag) {
        final FieldRule rule = field(tag);
        return rule == null ? "tag " + tag : rule.label();
    }

    private static int keyOf(final String msgType) {
        return msgType.length() == 1 ? msgType.charAt(0) : msgType.charAt(0) << 8 | msgType.charAt(1);
    }

    /** Read when it is first asked for. */
    private static final class Shipped {
        private static final FixDictionary DICTIONARY = read();
    }
}
