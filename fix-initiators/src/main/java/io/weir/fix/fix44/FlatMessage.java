package io.weir.fix.fix44;

import java.util.Arrays;
import quickfix.FieldNotFound;
import quickfix.Message;
import quickfix.field.MsgType;

/**
 * A message to be sent, without groups, whose body is a list in the order of writing: QuickFIX/J's own keeps a tree of fields,
 * which costs more than all the rest of sending it. For one thread.
 */
final class FlatMessage extends Message {
    private static final long serialVersionUID = 1L;
    private static final int USUAL_FIELDS = 16;
    private static final char END_OF_FIELD = '\001';

    private int[] tags = new int[USUAL_FIELDS];
    private String[] values = new String[USUAL_FIELDS];
    private int size;

    /** @param msgType MsgType(35). */
    FlatMessage(final String msgType) {
        getHeader().setString(MsgType.FIELD, msgType);
    }

    private int indexOf(final int tag) {
        for (int i = 0; i < size; i++) {
            if (tags[i] == tag) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void setString(final int tag, final String value) {
        final int known = indexOf(tag);
        if (known >= 0) {
            values[known] = value;
            return;
        }
        if (size == tags.length) {
            tags = Arrays.copyOf(tags, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        tags[size] = tag;
        values[size++] = value;
    }

    @Override
    public void setChar(final int tag, final char value) {
        setString(tag, String.valueOf(value));
    }

    @Override
    public void setInt(final int tag, final int value) {
        setString(tag, Integer.toString(value));
    }

    @Override
    public void setBoolean(final int tag, final boolean value) {
        setString(tag, value ? "Y" : "N");
    }

    @Override
    public boolean isSetField(final int tag) {
        return indexOf(tag) >= 0;
    }

    @Override
    public String getString(final int tag) throws FieldNotFound {
        final int known = indexOf(tag);
        if (known < 0) {
            throw new FieldNotFound(tag);
        }
        return values[known];
    }

    /** What {@link #toString} writes between header and trailer. */
    @Override
    protected void calculateString(final StringBuilder text, final int[] first, final int[] last) {
        for (int i = 0; i < size; i++) {
            text.append(tags[i]).append('=').append(values[i]).append(END_OF_FIELD);
        }
    }
}
