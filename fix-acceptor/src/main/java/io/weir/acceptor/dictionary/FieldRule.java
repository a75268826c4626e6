package io.weir.acceptor.dictionary;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/** One field of FIX 4.4. Immutable; for any thread. */
public final class FieldRule {
    private final int tag;
    private final String name;
    private final FieldType type;
    private final boolean seqNum;
    private final Set<String> values;
    private final boolean[] singles = new boolean[128];
    private final int lengthTag;

    FieldRule(
            final int tag,
            final String name,
            final FieldType type,
            final boolean seqNum,
            final Set<String> values,
            final int lengthTag) {
        this.tag = tag;
        this.name = name;
        this.type = type;
        this.seqNum = seqNum;
        this.values = Set.copyOf(values);
        this.lengthTag = lengthTag;
        for (final String value : values) {
            if (value.length() == 1) {
                singles[value.charAt(0)] = true;
            }
        }
    }

    /** {@return its number} */
    public int tag() {
        return tag;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return how its value is written} */
    public FieldType type() {
        return type;
    }

    /** {@return whether it holds a sequence number, which has a bound} */
    public boolean isSeqNum() {
        return seqNum;
    }

    /** {@return of DATA: number of the field with its length, which stands right before it; else 0} */
    public int lengthTag() {
        return lengthTag;
    }

    /** {@return name and number as people write them, for example {@code OrderQty(38)}} */
    public String label() {
        return name + "(" + tag + ")";
    }

    /** {@return whether the well-formed value is one that the field may have} */
    public boolean allows(final byte[] bytes, final int offset, final int length) {
        if (values.isEmpty()) {
            return true;
        }
        if (type == FieldType.MULTIPLE_VALUE) {
            return allowsEach(bytes, offset, length);
        }
        return length == 1
                ? allowsSingle(bytes[offset])
                : values.contains(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
    }

    private boolean allowsEach(final byte[] bytes, final int offset, final int length) {
        for (int i = offset; i < offset + length; i += 2) {
            if (!allowsSingle(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    private boolean allowsSingle(final byte value) {
        return value >= 0 && singles[value];
    }
}
