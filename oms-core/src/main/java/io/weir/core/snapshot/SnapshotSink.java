package io.weir.core.snapshot;

import org.agrona.DirectBuffer;

/** Where the pages of a snapshot go: a publication, a file, a test. */
@FunctionalInterface
public interface SnapshotSink {
    /** The longest page, in bytes: small enough to be offered to a cluster's snapshot publication as one message. */
    int MAX_PAGE_LENGTH = 32 * 1024;

    /**
     * Takes one page. Returns when the page is safe with the sink; a sink that cannot take it throws.
     *
     * @param buffer valid during the call only.
     * @param offset where the page begins.
     * @param length 1 to {@link #MAX_PAGE_LENGTH}.
     */
    void write(DirectBuffer buffer, int offset, int length);
}
