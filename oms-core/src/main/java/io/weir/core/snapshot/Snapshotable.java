package io.weir.core.snapshot;

/** A part of the core's state that a snapshot holds. Reads back exactly what it wrote, in the same order. */
public interface Snapshotable {
    /**
     * Writes all of the state.
     *
     * @param snapshot to write to.
     */
    void writeTo(SnapshotWriter snapshot);

    /**
     * Replaces the state, which is still empty.
     *
     * @param snapshot to read from.
     */
    void readFrom(SnapshotReader snapshot);
}
