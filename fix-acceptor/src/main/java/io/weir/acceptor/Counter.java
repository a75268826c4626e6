package io.weir.acceptor;

import java.util.concurrent.atomic.AtomicLong;

/** A number that one thread counts up and any may read; the count costs no more than that of a plain field. */
public final class Counter {
    private final AtomicLong value = new AtomicLong();

    /** Counts one; by the owning thread only. */
    public void increment() {
        add(1);
    }

    /** Counts some; by the owning thread only. */
    public void add(final long count) {
        value.setOpaque(value.getPlain() + count);
    }

    /** Sets a number that goes up and down; by the owning thread only. */
    public void set(final long count) {
        value.setOpaque(count);
    }

    /** {@return the count; any thread} */
    public long get() {
        return value.getOpaque();
    }

    @Override
    public String toString() {
        return Long.toString(get());
    }
}
