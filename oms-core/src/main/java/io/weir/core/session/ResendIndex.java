package io.weir.core.session;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import java.util.Arrays;

/**
 * Where in the journal a session's messages are: sparse points (MsgSeqNum, position before it), the first one at number 1. A
 * point is set whenever the next message lies a spacing or more behind the last point; when all points are used, every second
 * one goes and the spacing doubles.
 */
final class ResendIndex {
    /** The most points. */
    static final int MAX_POINTS = 2_048;

    /** Bytes of journal between two points, at first. */
    static final long FIRST_SPACING = 1024 * 1024;

    private static final int INITIAL_CAPACITY = 8;

    private long[] numbers = new long[INITIAL_CAPACITY];
    private long[] positions = new long[INITIAL_CAPACITY];
    private int size;
    private long spacing = FIRST_SPACING;

    /**
     * Hears of a message about to be said.
     *
     * @param msgSeqNum      its number, above all before.
     * @param positionBefore of the journal behind the event before it.
     */
    void onMessage(final long msgSeqNum, final long positionBefore) {
        if (size > 0 && positionBefore - positions[size - 1] < spacing) {
            return;
        }
        if (size == MAX_POINTS) {
            thinOut();
        } else if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            positions = Arrays.copyOf(positions, size * 2);
        }
        numbers[size] = msgSeqNum;
        positions[size] = positionBefore;
        size++;
    }

    /**
     * Finds where to read.
     *
     * @param msgSeqNum of a message said since {@link #clear()}.
     * @return a position from which a reader going forward meets it and every later message of the session.
     */
    long startFor(final long msgSeqNum) {
        final int found = Arrays.binarySearch(numbers, 0, size, msgSeqNum);
        final int at = found >= 0 ? found : -found - 2;
        return at < 0 ? 0 : positions[at];
    }

    /** Forgets all points: numbers begin anew. */
    void clear() {
        size = 0;
        spacing = FIRST_SPACING;
    }

    int size() {
        return size;
    }

    private void thinOut() {
        size = (size + 1) / 2;
        for (int i = 1; i < size; i++) {
            numbers[i] = numbers[2 * i];
            positions[i] = positions[2 * i];
        }
        spacing *= 2;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putLong(spacing);
        snapshot.putInt(size);
        for (int i = 0; i < size; i++) {
            snapshot.putLong(numbers[i]);
            snapshot.putLong(positions[i]);
        }
    }

    void readFrom(final SnapshotReader snapshot) {
        spacing = snapshot.getLong();
        size = snapshot.getInt();
        numbers = new long[Math.max(INITIAL_CAPACITY, size)];
        positions = new long[Math.max(INITIAL_CAPACITY, size)];
        for (int i = 0; i < size; i++) {
            numbers[i] = snapshot.getLong();
            positions[i] = snapshot.getLong();
        }
    }
}
