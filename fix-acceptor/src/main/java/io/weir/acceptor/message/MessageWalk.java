package io.weir.acceptor.message;

import io.weir.acceptor.dictionary.FieldRule;
import io.weir.acceptor.dictionary.FieldType;
import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.acceptor.dictionary.MessageRule;
import io.weir.protocol.Bounds;
import io.weir.protocol.fix.SessionRejectReason;

/**
 * One pass over the bytes of a message: notes where each field stands, remembers the first fault, and goes on behind it for
 * the header's sake. Source: FIX 4.4 volume 2, message format and rules of the session Reject.
 */
final class MessageWalk {
    private static final byte SOH = 1;
    private static final int MOST_TAG_DIGITS = 6;
    private static final int EXCERPT_LENGTH = 32;

    private enum Section {
        HEADER,
        BODY,
        TRAILER
    }

    private final FixDictionary dictionary;
    private final FixMessage message;
    private final GroupWalk groups;
    private byte[] bytes;
    private int end;
    private MessageRule rule;
    private Section section;
    private int lastTag;
    private SessionRejectReason reason;
    private int refTag;
    private String text;

    MessageWalk(final FixDictionary dictionary, final FixMessage message) {
        this.dictionary = dictionary;
        this.message = message;
        this.groups = new GroupWalk(this);
    }

    /**
     * Walks over a message.
     *
     * @param from where BeginString(8) begins.
     * @param to   where CheckSum(10) begins.
     * @param type the rule of the message; null if only its header matters.
     */
    void walk(final byte[] buffer, final int from, final int to, final MessageRule type) {
        bytes = buffer;
        end = to;
        rule = type;
        section = Section.HEADER;
        lastTag = 0;
        reason = null;
        groups.begin();
        int at = from;
        while (at < end) {
            at = field(at);
        }
        groups.end();
    }

    /** {@return the first fault's reason, null if there is none} */
    SessionRejectReason reason() {
        return reason;
    }

    int refTag() {
        return refTag;
    }

    String text() {
        return text;
    }

    /** {@return what the message has in a field, fit to be shown: short, printable, no password} */
    String excerpt(final int tag) {
        return message.has(tag) ? excerpt(tag, message.place(tag), message.length(tag)) : "";
    }

    boolean isFaulty() {
        return reason != null;
    }

    void fault(final SessionRejectReason why, final int tag, final String words) {
        if (reason == null) {
            reason = why;
            refTag = tag;
            text = words;
            rule = null;
            groups.begin();
        }
    }

    String label(final int tag) {
        return dictionary.label(tag);
    }

    private int field(final int at) {
        int tag = 0;
        int i = at;
        while (i < at + MOST_TAG_DIGITS && bytes[i] >= '0' && bytes[i] <= '9') {
            tag = tag * 10 + bytes[i] - '0';
            i++;
        }
        final FieldRule field = bytes[i] == '=' && bytes[at] != '0' && i > at ? dictionary.field(tag) : null;
        if (field == null) {
            return noField(at, bytes[i] == '=' && i > at ? tag : 0);
        }
        final int valueAt = i + 1;
        final int valueEnd = field.type() == FieldType.DATA ? dataEnd(field, valueAt) : indexOfSoh(valueAt);
        if (valueEnd == valueAt) {
            fault(SessionRejectReason.TAG_SPECIFIED_WITHOUT_A_VALUE, tag, field.label() + " has no value");
        } else {
            place(field, valueAt, valueEnd - valueAt);
        }
        lastTag = tag;
        return valueEnd + 1;
    }

    private int noField(final int at, final int tag) {
        final int fieldEnd = indexOfSoh(at);
        int nameEnd = at;
        while (nameEnd < fieldEnd && bytes[nameEnd] != '=') {
            nameEnd++;
        }
        final String words = nameEnd == fieldEnd
                ? "\"" + excerpt(0, at, fieldEnd - at) + "\" is no field: it has no '='"
                : "tag number " + excerpt(0, at, nameEnd - at) + " is none of FIX 4.4";
        fault(SessionRejectReason.INVALID_TAG_NUMBER, tag, words);
        lastTag = 0;
        return fieldEnd + 1;
    }

    /** Data may hold any byte, so its end is where the length before it says; without one the next delimiter. */
    private int dataEnd(final FieldRule field, final int valueAt) {
        if (lastTag != field.lengthTag()) {
            fault(
                    SessionRejectReason.REQUIRED_TAG_MISSING,
                    field.lengthTag(),
                    label(field.lengthTag()) + " does not stand before " + field.label());
            return indexOfSoh(valueAt);
        }
        final long length = groups.lastCount();
        if (length < 0 || length >= end - valueAt || bytes[valueAt + (int) length] != SOH) {
            fault(
                    SessionRejectReason.VALUE_IS_INCORRECT,
                    field.lengthTag(),
                    label(field.lengthTag()) + " " + length + " is not the length of " + field.label());
            return indexOfSoh(valueAt);
        }
        return valueAt + (int) length;
    }

    private void place(final FieldRule field, final int at, final int length) {
        final int tag = field.tag();
        groups.count(field.type() == FieldType.COUNT ? FieldFormats.number(bytes, at, length) : 0);
        if (groups.isOpen() && groups.takes(tag)) {
            checkValue(field, at, length);
            return;
        }
        if (dictionary.header().has(tag)) {
            header(field, at, length);
        } else if (dictionary.trailer().has(tag)) {
            section = Section.TRAILER;
            keep(field, at, length, dictionary.trailer());
        } else {
            body(field, at, length);
        }
    }

    private void header(final FieldRule field, final int at, final int length) {
        keep(field, at, length, dictionary.header());
        if (section != Section.HEADER) {
            fault(
                    SessionRejectReason.TAG_SPECIFIED_OUT_OF_REQUIRED_ORDER,
                    field.tag(),
                    field.label() + " belongs to the header and stands behind it");
        }
    }

    private void body(final FieldRule field, final int at, final int length) {
        final int tag = field.tag();
        if (section == Section.TRAILER) {
            fault(
                    SessionRejectReason.TAG_SPECIFIED_OUT_OF_REQUIRED_ORDER,
                    tag,
                    field.label() + " stands behind the trailer");
        }
        if (rule == null) {
            if (!message.has(tag)) {
                message.put(tag, at, length);
            }
            return;
        }
        if (rule.has(tag)) {
            section = Section.BODY;
            keep(field, at, length, rule);
        } else if (rule.hasInGroup(tag) || dictionary.header().hasInGroup(tag)) {
            fault(
                    SessionRejectReason.REPEATING_GROUP_FIELDS_OUT_OF_ORDER,
                    tag,
                    field.label() + " stands outside of its repeating group");
        } else {
            fault(
                    SessionRejectReason.TAG_NOT_DEFINED_FOR_THIS_MESSAGE_TYPE,
                    tag,
                    field.label() + " does not belong to " + rule.name());
        }
    }

    private void keep(final FieldRule field, final int at, final int length, final MessageRule where) {
        final int tag = field.tag();
        if (message.has(tag)) {
            fault(SessionRejectReason.TAG_APPEARS_MORE_THAN_ONCE, tag, field.label() + " appears more than once");
            return;
        }
        message.put(tag, at, length);
        if (!isFaulty()) {
            checkValue(field, at, length);
            groups.open(where.group(tag));
        }
    }

    private void checkValue(final FieldRule field, final int at, final int length) {
        final int tag = field.tag();
        if (!FieldFormats.isWellFormed(field.type(), bytes, at, length)) {
            fault(
                    SessionRejectReason.INCORRECT_DATA_FORMAT_FOR_VALUE,
                    tag,
                    field.label() + " " + excerpt(tag, at, length) + " is not " + FieldFormats.wanted(field.type()));
        } else if (!field.allows(bytes, at, length)) {
            incorrect(field, excerpt(tag, at, length) + " is none of its values in FIX 4.4");
        } else if (length > ValueBounds.mostCharacters(tag)) {
            incorrect(field, "has " + length + " characters, more than " + ValueBounds.mostCharacters(tag));
        } else if (field.type() == FieldType.DECIMAL && !ValueBounds.fitsDecimal(bytes, at, length)) {
            incorrect(field, excerpt(tag, at, length) + " has more than " + FieldFormats.MOST_DIGITS + " digits");
        } else if (field.isSeqNum()
                && tag != Tags.MSG_SEQ_NUM
                && FieldFormats.number(bytes, at, length) >= Bounds.MAX_SEQ_NUM) {
            incorrect(field, excerpt(tag, at, length) + " is not below " + Bounds.MAX_SEQ_NUM);
        }
    }

    private void incorrect(final FieldRule field, final String words) {
        fault(SessionRejectReason.VALUE_IS_INCORRECT, field.tag(), field.label() + " " + words);
    }

    private String excerpt(final int tag, final int at, final int length) {
        if (tag == Tags.PASSWORD) {
            return "***";
        }
        final StringBuilder excerpt = new StringBuilder(EXCERPT_LENGTH + 3);
        for (int i = at; i < at + Math.min(length, EXCERPT_LENGTH); i++) {
            excerpt.append(bytes[i] >= ' ' && bytes[i] < 0x7F ? (char) bytes[i] : '?');
        }
        return length > EXCERPT_LENGTH ? excerpt.append("...").toString() : excerpt.toString();
    }

    /** There is one before {@code end}: the framer has seen it. */
    private int indexOfSoh(final int from) {
        int i = from;
        while (bytes[i] != SOH) {
            i++;
        }
        return i;
    }
}
