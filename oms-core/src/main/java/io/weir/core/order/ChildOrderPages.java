package io.weir.core.order;

import org.agrona.collections.Long2ObjectHashMap;

/**
 * Child orders by their id. Ids count up, so neighbours lie side by side in pages, and a million of them cost no more than a
 * reference each; a page goes when its last order is forgotten. For looking up only.
 */
final class ChildOrderPages {
    private static final int PAGE_BITS = 10;
    private static final int PAGE_SIZE = 1 << PAGE_BITS;
    private static final int PAGE_MASK = PAGE_SIZE - 1;

    private final Long2ObjectHashMap<Page> pages = new Long2ObjectHashMap<>();

    /** The page that was used last: most often the next one too. */
    private Page last;

    /** {@return the child order, or null} */
    ChildOrder find(final long childOrderId) {
        final Page page = page(childOrderId);
        return page == null ? null : page.orders[(int) childOrderId & PAGE_MASK];
    }

    /** Takes a child order that is not there yet. */
    void put(final ChildOrder child) {
        Page page = page(child.childOrderId);
        if (page == null) {
            page = new Page(child.childOrderId >>> PAGE_BITS);
            pages.put(page.number, page);
            last = page;
        }
        final int slot = (int) child.childOrderId & PAGE_MASK;
        if (page.orders[slot] != null) {
            throw new IllegalStateException("childOrderId " + child.childOrderId + " is there already");
        }
        page.orders[slot] = child;
        page.size++;
    }

    /** Forgets a child order, if it is there. */
    void remove(final long childOrderId) {
        final Page page = page(childOrderId);
        final int slot = (int) childOrderId & PAGE_MASK;
        if (page == null || page.orders[slot] == null) {
            return;
        }
        page.orders[slot] = null;
        page.size--;
        if (page.size == 0) {
            pages.remove(page.number);
            last = null;
        }
    }

    /** {@return how many pages there are} */
    int pages() {
        return pages.size();
    }

    private Page page(final long childOrderId) {
        final long number = childOrderId >>> PAGE_BITS;
        if (last == null || last.number != number) {
            final Page found = pages.get(number);
            if (found == null) {
                return null;
            }
            last = found;
        }
        return last;
    }

    /** Places for the ids of one range. */
    private static final class Page {
        private final long number;
        private final ChildOrder[] orders = new ChildOrder[PAGE_SIZE];
        private int size;

        Page(final long number) {
            this.number = number;
        }
    }
}
