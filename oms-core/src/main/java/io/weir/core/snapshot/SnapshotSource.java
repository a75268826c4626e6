package io.weir.core.snapshot;

import org.agrona.MutableDirectBuffer;

/** Where the pages of a snapshot come from, one message of the snapshot's image each, in the order they were written. */
@FunctionalInterface
public interface SnapshotSource {
    /**
     * Copies the next page; waits for it where it has to come from afar.
     *
     * @param page room for {@link SnapshotSink#MAX_PAGE_LENGTH} bytes.
     * @return length of the page, 0 if there is none any more.
     */
    int read(MutableDirectBuffer page);
}
