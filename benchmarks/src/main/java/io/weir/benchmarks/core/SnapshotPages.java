package io.weir.benchmarks.core;

import io.weir.core.snapshot.SnapshotSink;
import io.weir.core.snapshot.SnapshotSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.collections.IntArrayList;

/** The pages of one snapshot in memory, which is used again for the next one. For one thread. */
final class SnapshotPages implements SnapshotSink, SnapshotSource {
    private final List<byte[]> pages = new ArrayList<>();
    private final IntArrayList lengths = new IntArrayList();
    private int next;

    /** Forgets all pages, to take those of another snapshot. */
    void clear() {
        lengths.clear();
        next = 0;
    }

    /** The next page to be read is the first one. */
    void rewind() {
        next = 0;
    }

    @Override
    public void write(final DirectBuffer buffer, final int offset, final int length) {
        final int at = lengths.size();
        if (at == pages.size()) {
            pages.add(new byte[MAX_PAGE_LENGTH]);
        }
        buffer.getBytes(offset, pages.get(at), 0, length);
        lengths.addInt(length);
    }

    @Override
    public int read(final MutableDirectBuffer page) {
        if (next == lengths.size()) {
            return 0;
        }
        final int length = lengths.getInt(next);
        page.putBytes(0, pages.get(next++), 0, length);
        return length;
    }

    /** {@return bytes of all pages} */
    long bytes() {
        return lengths.intStream().asLongStream().sum();
    }

    /** Makes sure that a core which was loaded from these pages has written them again. */
    void requireEqual(final SnapshotPages again) {
        if (lengths.size() != again.lengths.size()) {
            throw new IllegalStateException(
                    "a loaded core writes " + again.lengths.size() + " pages, not " + lengths.size());
        }
        for (int i = 0; i < lengths.size(); i++) {
            final int length = lengths.getInt(i);
            if (!Arrays.equals(pages.get(i), 0, length, again.pages.get(i), 0, again.lengths.getInt(i))) {
                throw new IllegalStateException("a loaded core writes another page " + i);
            }
        }
    }
}
