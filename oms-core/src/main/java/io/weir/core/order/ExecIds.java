package io.weir.core.order;

import io.weir.core.snapshot.SnapshotReader;
import io.weir.core.snapshot.SnapshotWriter;
import java.util.Arrays;

/** The venue's ids of the executions of one child order, in the order in which they came; small, and usually very small. */
final class ExecIds {
    private static final int SCAN = 8;

    private String[] ids = new String[1];
    private int size;

    /** Indexes into {@link #ids} plus one, once there are more than a scan should look through; else null. */
    private int[] index;

    /**
     * Adds an id.
     *
     * @return false if it is there already.
     */
    boolean add(final String execId) {
        if (contains(execId)) {
            return false;
        }
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size * 2);
        }
        ids[size++] = execId;
        if (index != null && size * 2 <= index.length) {
            index[slot(execId)] = size;
        } else if (size > SCAN) {
            buildIndex();
        }
        return true;
    }

    boolean contains(final String execId) {
        if (index != null) {
            return index[slot(execId)] != 0;
        }
        for (int i = 0; i < size; i++) {
            if (ids[i].equals(execId)) {
                return true;
            }
        }
        return false;
    }

    int size() {
        return size;
    }

    private void buildIndex() {
        index = new int[Integer.highestOneBit(size) * 8];
        for (int i = 0; i < size; i++) {
            index[slot(ids[i])] = i + 1;
        }
    }

    private int slot(final String execId) {
        final int mask = index.length - 1;
        final int mixed = execId.hashCode() * 0x9E3779B9;
        int i = (mixed ^ mixed >>> 15) & mask;
        while (index[i] != 0 && !ids[index[i] - 1].equals(execId)) {
            i = i + 1 & mask;
        }
        return i;
    }

    void writeTo(final SnapshotWriter snapshot) {
        snapshot.putInt(size);
        for (int i = 0; i < size; i++) {
            snapshot.putText(ids[i]);
        }
    }

    static ExecIds readFrom(final SnapshotReader snapshot) {
        final ExecIds execIds = new ExecIds();
        for (int i = snapshot.getInt(); i > 0; i--) {
            execIds.add(snapshot.getText());
        }
        return execIds.size == 0 ? null : execIds;
    }
}
