package io.weir.benchmarks.simulation.log;

import io.weir.core.StateMachine;
import io.weir.core.cluster.JournalHash;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A snapshot, as pages.
 *
 * @param entries  of the log that it holds.
 * @param contents in order.
 */
record Pages(int entries, List<UnsafeBuffer> contents) {
    /** Takes a snapshot of parts in their order. */
    static Pages of(final int entries, final Snapshotable... parts) {
        final List<UnsafeBuffer> contents = new ArrayList<>();
        final BufferSnapshotWriter writer = new BufferSnapshotWriter((buffer, offset, length) -> {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            contents.add(new UnsafeBuffer(bytes));
        });
        for (final Snapshotable part : parts) {
            part.writeTo(writer);
        }
        writer.finish();
        return new Pages(entries, contents);
    }

    /** Reads it back into the same parts. */
    void into(final Snapshotable... parts) {
        final int[] next = {0};
        final BufferSnapshotReader reader = new BufferSnapshotReader(page -> {
            if (next[0] == contents.size()) {
                return 0;
            }
            final UnsafeBuffer from = contents.get(next[0]++);
            page.putBytes(0, from, 0, from.capacity());
            return from.capacity();
        });
        for (final Snapshotable part : parts) {
            part.readFrom(reader);
        }
        reader.finish();
    }

    /** {@return a hash over all that it holds} */
    long hash() {
        long hash = JournalHash.EMPTY;
        for (final UnsafeBuffer page : contents) {
            hash = JournalHash.roll(hash, page, 0, page.capacity());
        }
        return hash;
    }

    /** {@return the hash of a core's state} */
    static long stateHash(final StateMachine core) {
        return of(0, core).hash();
    }
}
