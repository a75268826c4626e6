package io.weir.benchmarks.simulation.log;

import io.weir.core.StateMachine;
import io.weir.core.cluster.JournalHash;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.core.snapshot.SnapshotSink;
import io.weir.core.snapshot.SnapshotSource;
import io.weir.core.snapshot.Snapshotable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A snapshot, as pages.
 *
 * @param entries  of the log that it holds.
 * @param contents in order.
 * @param tail     what followed them little by little, in order; empty if nothing did.
 */
record Pages(int entries, List<UnsafeBuffer> contents, List<UnsafeBuffer> tail) {
    /** Takes a whole snapshot of parts in their order. */
    static Pages of(final int entries, final Snapshotable... parts) {
        final Pages pages = new Pages(entries, new ArrayList<>(), List.of());
        write(new BufferSnapshotWriter(into(pages.contents)), parts);
        return pages;
    }

    /** Takes a snapshot of parts but for its tail. */
    static Pages headOf(
            final int entries,
            final List<UnsafeBuffer> tail,
            final BufferSnapshotWriter tailWriter,
            final Snapshotable... parts) {
        final Pages pages = new Pages(entries, new ArrayList<>(), tail);
        write(new BufferSnapshotWriter(into(pages.contents), tailWriter), parts);
        return pages;
    }

    static SnapshotSink into(final List<UnsafeBuffer> pages) {
        return (buffer, offset, length) -> {
            final byte[] bytes = new byte[length];
            buffer.getBytes(offset, bytes);
            pages.add(new UnsafeBuffer(bytes));
        };
    }

    private static void write(final BufferSnapshotWriter writer, final Snapshotable... parts) {
        for (final Snapshotable part : parts) {
            part.writeTo(writer);
        }
        writer.finish();
    }

    /** Reads it back into the same parts. */
    void into(final Snapshotable... parts) {
        final BufferSnapshotReader reader = new BufferSnapshotReader(from(contents));
        final BufferSnapshotReader tailReader = new BufferSnapshotReader(from(tail));
        if (!tail.isEmpty()) {
            reader.tail(tailReader);
        }
        for (final Snapshotable part : parts) {
            part.readFrom(reader);
        }
        reader.finish();
        if (!tail.isEmpty()) {
            tailReader.finish();
        }
    }

    private static SnapshotSource from(final List<UnsafeBuffer> pages) {
        final Iterator<UnsafeBuffer> each = pages.iterator();
        return page -> {
            if (!each.hasNext()) {
                return 0;
            }
            final DirectBuffer next = each.next();
            page.putBytes(0, next, 0, next.capacity());
            return next.capacity();
        };
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
