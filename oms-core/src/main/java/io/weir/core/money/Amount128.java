package io.weir.core.money;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;

/** A sum of many longs, in 128 bits: sums over all accounts may exceed what one balance can hold. */
final class Amount128 {
    private long high;
    private long low;

    void add(final long amount) {
        final long before = low;
        low += amount;
        final int carry = Long.compareUnsigned(low, before) < 0 ? 1 : 0;
        high += (amount >> 63) + carry;
    }

    void subtract(final long amount) {
        add(~amount);
        add(1);
    }

    void add(final Amount128 other) {
        final long before = low;
        low += other.low;
        final int carry = Long.compareUnsigned(low, before) < 0 ? 1 : 0;
        high += other.high + carry;
    }

    void multiply(final long factor) {
        final long carry = Math.multiplyHigh(low, factor) + (low < 0 ? factor : 0);
        high = high * factor + carry;
        low *= factor;
    }

    boolean isZero() {
        return high == 0 && low == 0;
    }

    void clear() {
        high = 0;
        low = 0;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(high);
        snapshot.putLong(low);
    }

    void readFrom(final SnapshotReader snapshot) {
        high = snapshot.getLong();
        low = snapshot.getLong();
    }

    @Override
    public String toString() {
        return high + ":" + Long.toUnsignedString(low);
    }
}
