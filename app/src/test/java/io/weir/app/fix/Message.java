package io.weir.app.fix;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A FIX message that came: its fields in their order, as they were written. */
final class Message {
    /**
     * One field.
     *
     * @param tag   its number.
     * @param value as it was written.
     */
    record Field(int tag, String value) {}

    private final String text;
    private final List<Field> fields = new ArrayList<>();

    private Message(final String text) {
        this.text = text;
        for (final String field : text.split("\u0001", -1)) {
            final int equals = field.indexOf('=');
            if (equals > 0) {
                fields.add(new Field(Integer.parseInt(field.substring(0, equals)), field.substring(equals + 1)));
            }
        }
    }

    static Message of(final byte[] bytes) {
        return new Message(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    List<Field> fields() {
        return fields;
    }

    boolean has(final int tag) {
        return value(tag) != null;
    }

    /** {@return the value of the first field of that number, null if there is none} */
    String value(final int tag) {
        for (final Field field : fields) {
            if (field.tag() == tag) {
                return field.value();
            }
        }
        return null;
    }

    boolean is(final int tag, final String value) {
        return value.equals(value(tag));
    }

    long number(final int tag) {
        return Long.parseLong(value(tag));
    }

    BigDecimal decimal(final int tag) {
        return new BigDecimal(value(tag));
    }

    /** {@return MsgType(35)} */
    String msgType() {
        return value(35);
    }

    boolean isPossDup() {
        return is(43, "Y");
    }

    boolean isPossResend() {
        return is(97, "Y");
    }

    /** {@return the message without what may differ when it is sent again: BodyLength, PossDupFlag, both times, CheckSum} */
    String content() {
        final StringBuilder content = new StringBuilder();
        for (final Field field : fields) {
            if (field.tag() != 9 && field.tag() != 43 && field.tag() != 52 && field.tag() != 122 && field.tag() != 10) {
                content.append(field.tag()).append('=').append(field.value()).append('|');
            }
        }
        return content.toString();
    }

    @Override
    public String toString() {
        return text.replace('\u0001', '|');
    }
}
