package io.weir.core.order;

/**
 * What each ClOrdID of each session leads to. An open-addressed table of references: the keys are the texts that the orders
 * hold anyway, so a million orders cost a few bytes each. For looking up only, never walked.
 */
final class ClOrdIds {
    private static final int FIRST_CAPACITY = 1 << 12;

    private Keyed[] slots = new Keyed[FIRST_CAPACITY];
    private int size;

    /** {@return what the ClOrdID leads to, or null} */
    Keyed find(final int sessionId, final String clOrdId) {
        final int mask = slots.length - 1;
        for (int i = hash(sessionId, clOrdId) & mask; slots[i] != null; i = i + 1 & mask) {
            final Keyed entry = slots[i];
            if (entry.sessionId() == sessionId && entry.key().equals(clOrdId)) {
                return entry;
            }
        }
        return null;
    }

    /** Adds an entry; one of the same session and ClOrdID is replaced. */
    void put(final Keyed entry) {
        if (size >= slots.length / 8 * 5) {
            grow();
        }
        final int slot = slotOf(entry);
        if (slots[slot] == null) {
            size++;
        }
        slots[slot] = entry;
    }

    /** Removes an entry, if it is the one that its ClOrdID leads to. */
    void remove(final Keyed entry) {
        final int slot = slotOf(entry);
        if (slots[slot] == entry) {
            slots[slot] = null;
            size--;
            closeGap(slot);
        }
    }

    int size() {
        return size;
    }

    private int slotOf(final Keyed entry) {
        final int mask = slots.length - 1;
        int i = hash(entry.sessionId(), entry.key()) & mask;
        while (slots[i] != null
                && !(slots[i].sessionId() == entry.sessionId() && slots[i].key().equals(entry.key()))) {
            i = i + 1 & mask;
        }
        return i;
    }

    /** Moves back what was pushed past the gap, so that a search may stop at the first empty slot. */
    private void closeGap(final int gap) {
        final int mask = slots.length - 1;
        int hole = gap;
        for (int i = hole + 1 & mask; slots[i] != null; i = i + 1 & mask) {
            final int home = hash(slots[i].sessionId(), slots[i].key()) & mask;
            if ((i - home & mask) >= (i - hole & mask)) {
                slots[hole] = slots[i];
                slots[i] = null;
                hole = i;
            }
        }
    }

    private void grow() {
        final Keyed[] old = slots;
        slots = new Keyed[old.length * 2];
        for (final Keyed entry : old) {
            if (entry != null) {
                slots[slotOf(entry)] = entry;
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
        return h ^ h >>> 16;
    }
}
