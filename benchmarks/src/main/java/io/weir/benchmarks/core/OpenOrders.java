package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.Figure;
import io.weir.core.OmsCore;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.protocol.event.VenueOrderRequested;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What many open orders cost, each acknowledged by its venue: heap, the pause in which a snapshot is written, and the time to
 * load it. Pages go to memory: what the archive adds is measured with the whole node.
 */
final class OpenOrders {
    private static final double MAX_MIB = 512;
    private static final double MAX_PAUSE_MS = 1_000;
    private static final double MAX_LOAD_MS = 5_000;
    private static final double MIB = 1 << 20;
    private static final int WARM_UPS = 2;
    private static final int BATCH = 1_000;

    private final int venues;
    private final int orders;

    OpenOrders(final int venues, final int orders) {
        this.venues = venues;
        this.orders = orders;
    }

    /** {@return heap, pause and load time} */
    List<Figure> measure() {
        final CoreWorld world = new CoreWorld(venues);
        final long heapBefore = ThreadMeter.heapInUse();
        open(world);
        final double heap = ThreadMeter.heapInUse() - heapBefore;
        List<byte[]> pages = List.of();
        long pauseNs = 0;
        long loadNs = 0;
        long pauseCpuNs = 0;
        long loadCpuNs = 0;
        for (int i = 0; i <= WARM_UPS; i++) {
            final long began = System.nanoTime();
            final long beganCpu = ThreadMeter.cpuNs();
            pages = save(world.core());
            final long saved = System.nanoTime();
            final long savedCpu = ThreadMeter.cpuNs();
            final OmsCore loaded = load(pages);
            loadNs = System.nanoTime() - saved;
            loadCpuNs = ThreadMeter.cpuNs() - savedCpu;
            pauseNs = saved - began;
            pauseCpuNs = savedCpu - beganCpu;
            requireEqual(pages, save(loaded));
        }
        final double bytes = pages.stream().mapToLong(page -> page.length).sum();
        return List.of(
                Figure.of("open orders", orders, "orders"),
                Figure.atMost("open orders: heap", heap / MIB, "MiB", MAX_MIB * orders / 1_000_000),
                Figure.of("open orders: heap of each", heap / orders, "bytes"),
                Figure.atMost("open orders: snapshot pause", pauseNs / 1e6, "ms", MAX_PAUSE_MS),
                Figure.atMost("open orders: snapshot load", loadNs / 1e6, "ms", MAX_LOAD_MS),
                Figure.of("open orders: snapshot pause, time on a core", pauseCpuNs / 1e6, "ms"),
                Figure.of("open orders: snapshot load, time on a core", loadCpuNs / 1e6, "ms"),
                Figure.of("open orders: snapshot size", bytes / MIB, "MiB"));
    }

    private void open(final CoreWorld world) {
        final List<VenueOrderRequested> asked = new ArrayList<>();
        world.journal().collect(asked);
        for (int done = 0; done < orders; done += BATCH) {
            world.writeNewOrders(Math.min(BATCH, orders - done));
            world.play();
            asked.forEach(world::writeAccepted);
            world.play();
            asked.clear();
        }
    }

    private static List<byte[]> save(final OmsCore core) {
        final List<byte[]> pages = new ArrayList<>();
        final BufferSnapshotWriter writer = new BufferSnapshotWriter((buffer, offset, length) -> {
            final byte[] page = new byte[length];
            buffer.getBytes(offset, page);
            pages.add(page);
        });
        core.writeTo(writer);
        writer.finish();
        return pages;
    }

    private static OmsCore load(final List<byte[]> pages) {
        final int[] next = {0};
        final BufferSnapshotReader reader = new BufferSnapshotReader(page -> {
            if (next[0] == pages.size()) {
                return 0;
            }
            final byte[] bytes = pages.get(next[0]++);
            page.putBytes(0, bytes);
            return bytes.length;
        });
        final OmsCore core = new OmsCore(new MeasuredJournal(true));
        core.readFrom(reader);
        reader.finish();
        return core;
    }

    private static void requireEqual(final List<byte[]> pages, final List<byte[]> again) {
        if (pages.size() != again.size()) {
            throw new IllegalStateException("a loaded core writes " + again.size() + " pages, not " + pages.size());
        }
        for (int i = 0; i < pages.size(); i++) {
            if (!Arrays.equals(pages.get(i), again.get(i))) {
                throw new IllegalStateException("a loaded core writes another page " + i);
            }
        }
    }
}
