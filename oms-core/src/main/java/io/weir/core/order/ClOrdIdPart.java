package io.weir.core.order;

/**
 * One of the tables of {@link ClOrdIds}: open-addressed, with linear probing. It alone is laid out anew when it is full, so no
 * command pays for more than that: some tens of thousands of entries where two million orders are open.
 */
final class ClOrdIdPart {
    private static final int FIRST_CAPACITY = 16;

    /** Below this many slots a table grows fourfold: to lay it out again costs more than the room. */
    private static final int SMALL = 1024;

    private static final int EMPTY = 0;

    private Keyed[] slots = new Keyed[FIRST_CAPACITY];

    /** The hash of each slot's key, 0 for an empty slot: a search looks at an entry only if this is equal. */
    private int[] hashes = new int[FIRST_CAPACITY];

    private int size;

    /** {@return what the ClOrdID leads to, or null; the hash is its own, never 0} */
    Keyed find(final int sessionId, final String clOrdId, final int hash) {
        return slots[slotOf(sessionId, clOrdId, hash)];
    }

    /** Adds an entry; one of the same session and ClOrdID is replaced. {@return whether there was none} */
    boolean put(final Keyed entry, final int hash) {
        if (size >= slots.length / 8 * 5) {
            grow();
        }
        final int slot = slotOf(entry.sessionId(), entry.key(), hash);
        final boolean isNew = hashes[slot] == EMPTY;
        if (isNew) {
            size++;
        }
        slots[slot] = entry;
        hashes[slot] = hash;
        return isNew;
    }

    /** Removes an entry, if it is the one that its ClOrdID leads to. {@return whether it was} */
    boolean remove(final Keyed entry, final int hash) {
        final int slot = slotOf(entry.sessionId(), entry.key(), hash);
        if (slots[slot] != entry) {
            return false;
        }
        clear(slot);
        size--;
        closeGap(slot);
        return true;
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
        slots = new Keyed[oldSlots.length * (oldSlots.length < SMALL ? 4 : 2)];
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
}
