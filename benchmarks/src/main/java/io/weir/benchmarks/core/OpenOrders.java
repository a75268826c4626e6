package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.Figure;
import io.weir.core.OmsCore;
import io.weir.core.snapshot.BufferSnapshotReader;
import io.weir.core.snapshot.BufferSnapshotWriter;
import io.weir.protocol.event.VenueOrderRequested;
import java.util.ArrayList;
import java.util.List;

/**
 * What many open orders cost, each acknowledged by its venue: heap, the pause in which a snapshot is written, and the time to
 * load it. Pages go to memory first, then to a whole node's archive ({@link NodeSnapshot}).
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
        final long longestNs = open(world);
        final double heap = ThreadMeter.heapInUse() - heapBefore;
        final SnapshotPages pages = new SnapshotPages();
        final SnapshotPages again = new SnapshotPages();
        long pauseNs = 0;
        long loadNs = 0;
        long pauseCpuNs = 0;
        long loadCpuNs = 0;
        for (int i = 0; i <= WARM_UPS; i++) {
            final long began = System.nanoTime();
            final long beganCpu = ThreadMeter.cpuNs();
            save(world.core(), pages);
            final long saved = System.nanoTime();
            final long savedCpu = ThreadMeter.cpuNs();
            final OmsCore loaded = load(pages);
            loadNs = System.nanoTime() - saved;
            loadCpuNs = ThreadMeter.cpuNs() - savedCpu;
            pauseNs = saved - began;
            pauseCpuNs = savedCpu - beganCpu;
            save(loaded, again);
            pages.requireEqual(again);
        }
        final List<Figure> figures = new ArrayList<>(List.of(
                Figure.of("open orders", orders, "orders"),
                Figure.atMost("open orders: heap", heap / MIB, "MiB", MAX_MIB * orders / 1_000_000),
                Figure.of("open orders: heap of each", heap / orders, "bytes"),
                Figure.of("open orders: longest command, time on a core", longestNs / 1e6, "ms"),
                Figure.atMost("open orders: snapshot pause", pauseNs / 1e6, "ms", MAX_PAUSE_MS),
                Figure.atMost("open orders: snapshot load", loadNs / 1e6, "ms", MAX_LOAD_MS),
                Figure.of("open orders: snapshot pause, time on a core", pauseCpuNs / 1e6, "ms"),
                Figure.of("open orders: snapshot load, time on a core", loadCpuNs / 1e6, "ms"),
                Figure.of("open orders: snapshot size", pages.bytes() / MIB, "MiB")));
        figures.addAll(NodeSnapshot.measure(pages));
        return figures;
    }

    private long open(final CoreWorld world) {
        long longestNs = 0;
        final List<VenueOrderRequested> asked = new ArrayList<>();
        world.journal().collect(asked);
        for (int done = 0; done < orders; done += BATCH) {
            world.writeNewOrders(Math.min(BATCH, orders - done));
            longestNs = Math.max(longestNs, world.playEach());
            asked.forEach(world::writeAccepted);
            longestNs = Math.max(longestNs, world.playEach());
            asked.clear();
        }
        return longestNs;
    }

    private static void save(final OmsCore core, final SnapshotPages pages) {
        pages.clear();
        final BufferSnapshotWriter writer = new BufferSnapshotWriter(pages);
        core.writeTo(writer);
        writer.finish();
    }

    private static OmsCore load(final SnapshotPages pages) {
        final BufferSnapshotReader reader = new BufferSnapshotReader(pages);
        final OmsCore core = new OmsCore(new MeasuredJournal(true));
        core.readFrom(reader);
        reader.finish();
        return core;
    }
}
