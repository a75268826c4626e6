package io.weir.protocol;

/**
 * How long texts and how large numbers may be. Doors check them, so that the largest command fits one fragment of the
 * command log and the largest event one frame of the journal. Texts are measured in bytes of UTF-8, which are as many as
 * characters where a text is ASCII.
 */
public final class Bounds {
    /** The longest ClOrdID(11), OrigClOrdID(41), TestReqID(112), OrdStatusReqID(790), in bytes. */
    public static final int MAX_ID_LENGTH = 64;

    /** The longest Symbol(55), Account(1), comp id, venue name, asset, in bytes. */
    public static final int MAX_NAME_LENGTH = 32;

    /** The longest Text(58), in bytes; what is longer is cut when it is ours and refused when it is not. */
    public static final int MAX_TEXT_LENGTH = 256;

    /** The longest reason that the router gives for one venue, in bytes; what is longer is cut. */
    public static final int MAX_WHY_LENGTH = 128;

    /** The most accounts that one FIX session may use. */
    public static final int MAX_SESSION_ACCOUNTS = 64;

    /** The most price levels a side that one quote carries. */
    public static final int MAX_QUOTE_LEVELS = 10;

    /** The most quotes that one {@code VenueQuotes} carries. */
    public static final int MAX_QUOTES = 8;

    /** The most edges that a node knows, and so the most entries of a {@code Pulse}. */
    public static final int MAX_EDGES = 64;

    /** The most venues that a node knows, and so the most choices of an {@code OrderRouted}. */
    public static final int MAX_VENUES = 32;

    /** The largest command, in bytes with its header; one fragment of the command log holds it. */
    public static final int MAX_COMMAND_LENGTH = 6 * 1024;

    /** The largest event, in bytes with its header; one frame of the journal holds it. */
    public static final int MAX_EVENT_LENGTH = 6 * 1024;

    /** FIX numbers (34, 36, 7, 16, 789) from here on are refused; engines of FIX 4.4 hold them in 32 bits. */
    public static final long MAX_SEQ_NUM = 2_000_000_000L;

    /** The most that a recovery raises numbers of sessions by: more than a node can say in a minute. */
    public static final long MAX_RAISE = 100_000_000L;

    private Bounds() {}

    /**
     * Cuts a text of ours to what a message may carry.
     *
     * @param text any length.
     * @return its beginning, at most {@link #MAX_TEXT_LENGTH} bytes in UTF-8.
     */
    public static String cutText(final String text) {
        return cut(text, MAX_TEXT_LENGTH);
    }

    /**
     * Cuts a text to a number of bytes, never within a character.
     *
     * @param text      any length.
     * @param maxLength bytes in UTF-8, 0 and more.
     * @return its longest beginning that is no longer than that.
     */
    public static String cut(final String text, final int maxLength) {
        int length = 0;
        int index = 0;
        while (index < text.length()) {
            final int character = text.codePointAt(index);
            length += utf8Length(character);
            if (length > maxLength) {
                return text.substring(0, index);
            }
            index += Character.charCount(character);
        }
        return text;
    }

    private static int utf8Length(final int character) {
        if (character < 0x80) {
            return 1;
        }
        if (character < 0x800) {
            return 2;
        }
        return character < 0x1_0000 ? 3 : 4;
    }
}
