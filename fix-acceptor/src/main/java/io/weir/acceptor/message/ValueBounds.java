package io.weir.acceptor.message;

import io.weir.acceptor.dictionary.FixDictionary;
import io.weir.protocol.Bounds;
import java.util.Arrays;

/** How long values may be, and how many digits they may have. Pure functions. */
final class ValueBounds {
    /** No bound but that of the message. */
    private static final int NONE = Integer.MAX_VALUE;

    private static final int[] MOST_CHARACTERS = new int[FixDictionary.MAX_TAG + 1];

    static {
        Arrays.fill(MOST_CHARACTERS, NONE);
        MOST_CHARACTERS[Tags.CL_ORD_ID] = Bounds.MAX_ID_LENGTH;
        MOST_CHARACTERS[Tags.ORIG_CL_ORD_ID] = Bounds.MAX_ID_LENGTH;
        MOST_CHARACTERS[Tags.ORDER_ID] = Bounds.MAX_ID_LENGTH;
        MOST_CHARACTERS[Tags.TEST_REQ_ID] = Bounds.MAX_ID_LENGTH;
        MOST_CHARACTERS[Tags.ORD_STATUS_REQ_ID] = Bounds.MAX_ID_LENGTH;
        MOST_CHARACTERS[Tags.SYMBOL] = Bounds.MAX_NAME_LENGTH;
        MOST_CHARACTERS[Tags.ACCOUNT] = Bounds.MAX_NAME_LENGTH;
    }

    private ValueBounds() {}

    /** {@return the most characters that the field may have; Text(58) is cut where it is carried, so it has no bound} */
    static int mostCharacters(final int tag) {
        return MOST_CHARACTERS[tag];
    }

    /** {@return whether a well-formed decimal fits a long, with at most 18 digits before and behind the point} */
    static boolean fitsDecimal(final byte[] bytes, final int offset, final int length) {
        int significant = 0;
        int behindPoint = 0;
        boolean point = false;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '.') {
                point = true;
            } else if (bytes[i] != '-') {
                significant += significant > 0 || bytes[i] != '0' ? 1 : 0;
                behindPoint += point ? 1 : 0;
            }
        }
        return significant <= FieldFormats.MOST_DIGITS && behindPoint <= FieldFormats.MOST_DIGITS;
    }
}
