package io.weir.protocol.codec;

/**
 * Symbols, accounts, venues: few texts, written again and again. Keeps some of them as they stand in a message, so that
 * writing one is a copy. A newer text takes the place of an older one in the same slot; nothing grows.
 */
final class WrittenNames {
    private static final int SLOTS = 1024;

    private final String[] texts = new String[SLOTS];
    private final byte[][] forms = new byte[SLOTS][];

    /** {@return the text behind its length, or null if it is not kept} */
    byte[] find(final String text) {
        final int slot = slotOf(text);
        return text.equals(texts[slot]) ? forms[slot] : null;
    }

    /**
     * Keeps a text.
     *
     * @param text of a message.
     * @param form the text behind its length, as the message has it; not changed any more.
     */
    void keep(final String text, final byte[] form) {
        final int slot = slotOf(text);
        texts[slot] = text;
        forms[slot] = form;
    }

    private static int slotOf(final String text) {
        final int hash = text.hashCode();
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
