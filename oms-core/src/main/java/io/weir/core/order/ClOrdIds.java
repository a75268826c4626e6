package io.weir.core.order;

/**
 * What each ClOrdID of each session leads to. An open-addressed table of references: the keys are the texts that the orders
 * hold anyway, so a million orders cost a few bytes each. For looking up only, never walked.
 */
final class ClOrdIds {
    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int EMPTY = 0;

    private Keyed[] slots = new Keyed[FIRST_CAPACITY];

    /** The hash of each slot's key, 0 for an empty slot: a search looks at an entry only if this is equal. */
    private int[] hashes = new int[FIRST_CAPACITY];

    private int size;

    /** {@return what the ClOrdID leads to, or null} */
    Keyed find(final int sessionId, final String clOrdId) {
        return slots[slotOf(sessionId, clOrdId, hash(sessionId, clOrdId))];
    }

    /** Adds an entry; one of the same session and ClOrdID is replaced. */
    void put(final Keyed entry) {
        if (size >= slots.length / 8 * 5) {
            grow();
        }
        final int hash = hash(entry.sessionId(), entry.key());
        final int slot = slotOf(entry.sessionId(), entry.key(), hash);
        if (hashes[slot] == EMPTY) {
            size++;
        }
        slots[slot] = entry;
        hashes[slot] = hash;
    }

    /** Removes an entry, if it is the one that its ClOrdID leads to. */
    void remove(final Keyed entry) {
        final int slot = slotOf(entry.sessionId(), entry.key(), hash(entry.sessionId(), entry.key()));
        if (slots[slot] == entry) {
            clear(slot);
            size--;
            closeGap(slot);
        }
    }

    int size() {
        return size;
    }

    /** {@return the slot that has the key, or the empty one where it would go} */
    private int slotOf(final int sessionId, final String key, final int hash) {
        final int mask = slots.length - 1;
        int i = hash & mask;
        while (hashes[i] != EMPTY && !(hashes[i] == hash && isOf(slots[i], sessionId, key))) {
            i = i + 1 & mask;
        }
        return i;
    }

    private static boolean isOf(final Keyed entry, final int sessionId, final String key) {
        return entry.sessionId() == sessionId && entry.key().equals(key);
    }

    /** Moves back what was pushed past the gap, so that a search may stop at the first empty slot. */
    private void closeGap(final int gap) {
        final int mask = slots.length - 1;
        int hole = gap;
        for (int i = hole + 1 & mask; hashes[i] != EMPTY; i = i + 1 & mask) {
            final int home = hashes[i] & mask;
            if ((i - home & mask) >= (i - hole & mask)) {
                slots[hole] = slots[i];
                hashes[hole] = hashes[i];
                clear(i);
                hole = i;
            }
        }
    }

    private void clear(final int slot) {
        slots[slot] = null;
        hashes[slot] = EMPTY;
    }

    private void grow() {
        final Keyed[] oldSlots = slots;
        final int[] oldHashes = hashes;
        slots = new Keyed[oldSlots.length * 2];
        hashes = new int[slots.length];
        final int mask = slots.length - 1;
        for (int old = 0; old < oldSlots.length; old++) {
            if (oldHashes[old] != EMPTY) {
                int i = oldHashes[old] & mask;
                while (hashes[i] != EMPTY) {
                    i = i + 1 & mask;
                }
                slots[i] = oldSlots[old];
                hashes[i] = oldHashes[old];
            }
        }
    }

    /**
     * String's hash is fixed by Java's specification, and dense for ids that count up; it is mixed (the finalizer of MurmurHash3)
     * so that neighbours spread over the table. It only spreads: no decision depends on it.
     */
    private static int hash(final int sessionId, final String clOrdId) {
        int h = clOrdId.hashCode() * 31 + sessionId;
        h = (h ^ h >>> 16) * 0x85EBCA6B;
        h = (h ^ h >>> 13) * 0xC2B2AE35;
        h ^= h >>> 16;
        return h == EMPTY ? 1 : h;
    }
}
