package io.weir.rest.binance;

import org.agrona.collections.ObjectHashSet;

/** The last so many keys that were seen. Event loop only. */
final class RecentKeys {
    private final ObjectHashSet<String> seen;
    private final String[] inTurn;
    private int next;

    RecentKeys(final int capacity) {
        this.seen = new ObjectHashSet<>(2 * capacity);
        this.inTurn = new String[capacity];
    }

    /** {@return whether the key is new; it is kept then, and the oldest forgotten} */
    boolean add(final String key) {
        if (!seen.add(key)) {
            return false;
        }
        if (inTurn[next] != null) {
            seen.remove(inTurn[next]);
        }
        inTurn[next] = key;
        next = (next + 1) % inTurn.length;
        return true;
    }

    boolean contains(final String key) {
        return seen.contains(key);
    }
}
