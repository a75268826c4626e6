package io.weir.protocol.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Symbols, accounts, venues: few texts, read again and again. Keeps some of them, so that reading one makes no new string
 * and its hash is known. A newer text takes the place of an older one in the same slot; nothing grows.
 */
final class Names {
    private static final int SLOTS = 1024;

    private final byte[][] keys = new byte[SLOTS][];
    private final String[] texts = new String[SLOTS];

    /**
     * Finds or makes a text.
     *
     * @param bytes  UTF-8 from index 0 on.
     * @param length of it, in bytes.
     * @return the text.
     */
    String of(final byte[] bytes, final int length) {
        final int slot = slotOf(bytes, length);
        final byte[] key = keys[slot];
        if (key != null && Arrays.equals(key, 0, key.length, bytes, 0, length)) {
            return texts[slot];
        }
        final String text = new String(bytes, 0, length, StandardCharsets.UTF_8);
        keys[slot] = Arrays.copyOf(bytes, length);
        texts[slot] = text;
        return text;
    }

    private static int slotOf(final byte[] bytes, final int length) {
        int hash = length;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash ^ hash >>> 16) & SLOTS - 1;
    }
}
