package io.weir.benchmarks.core;

import io.weir.benchmarks.figure.Figure;
import io.weir.protocol.event.VenueOrderRequested;
import java.util.ArrayList;
import java.util.List;

/** What one order leaves behind from New to filled at one venue: commands in the log, events in the journal; and its pace. */
final class OrderLife {
    private static final int COMMANDS = 3;
    private static final int BATCH = 1_000;

    private final int venues;
    private final int orders;

    OrderLife(final int venues, final int orders) {
        this.venues = venues;
        this.orders = orders;
    }

    /** {@return bytes and events per order, and whole lives a second} */
    List<Figure> measure() {
        final CoreWorld world = new CoreWorld(venues);
        live(world);
        final long logBytes = world.tape().logBytes();
        final long journalBytes = world.journal().position();
        final long events = world.journal().eventSeq();
        final long cpuNs = live(world);
        final double count = orders;
        return List.of(
                Figure.of("life: commands per order", COMMANDS, "commands"),
                Figure.of("life: log per order", (world.tape().logBytes() - logBytes) / count, "bytes"),
                Figure.of("life: events per order", (world.journal().eventSeq() - events) / count, "events"),
                Figure.of("life: journal per order", (world.journal().position() - journalBytes) / count, "bytes"),
                Figure.of("life: orders to filled, one core", orders * 1e9 / cpuNs, "orders/s"));
    }

    private long live(final CoreWorld world) {
        final List<VenueOrderRequested> asked = new ArrayList<>();
        world.journal().collect(asked);
        long cpuNs = 0;
        for (int done = 0; done < orders; done += BATCH) {
            world.writeNewOrders(Math.min(BATCH, orders - done));
            cpuNs += play(world);
            asked.forEach(world::writeAccepted);
            cpuNs += play(world);
            asked.forEach(world::writeFilled);
            cpuNs += play(world);
            asked.clear();
        }
        return cpuNs;
    }

    private static long play(final CoreWorld world) {
        final long before = ThreadMeter.cpuNs();
        world.play();
        return ThreadMeter.cpuNs() - before;
    }
}
