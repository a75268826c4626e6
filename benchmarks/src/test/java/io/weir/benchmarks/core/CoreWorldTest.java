package io.weir.benchmarks.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.benchmarks.figure.Figure;
import io.weir.protocol.event.VenueOrderRequested;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CoreWorldTest {
    private static final int ORDERS = 3_000;

    @Test
    void shouldHaveEveryOrderAcceptedAndSentToAVenue() {
        final CoreWorld world = new CoreWorld(2);
        final List<VenueOrderRequested> asked = new ArrayList<>();
        world.journal().collect(asked);
        final long before = world.journal().eventSeq();
        world.writeNewOrders(ORDERS);
        world.play();
        assertEquals(ORDERS, asked.size());
        assertEquals(
                ORDERS,
                asked.stream()
                        .mapToLong(VenueOrderRequested::orderId)
                        .distinct()
                        .count());
        assertTrue(world.journal().eventSeq() - before >= 3 * ORDERS, "New, OrderRouted and VenueOrderRequested each");
    }

    @Test
    void shouldFillEveryOrder() {
        final CoreWorld world = new CoreWorld(2);
        final List<VenueOrderRequested> asked = new ArrayList<>();
        world.journal().collect(asked);
        world.writeNewOrders(ORDERS);
        world.play();
        asked.forEach(world::writeAccepted);
        world.play();
        final long before = world.journal().eventSeq();
        asked.forEach(world::writeFilled);
        world.play();
        assertTrue(world.journal().eventSeq() - before >= ORDERS, "a Trade each");
    }

    @Test
    void shouldSayTheSameAtEveryRun() {
        assertEquals(hashOfARun(), hashOfARun());
    }

    private static long hashOfARun() {
        final CoreWorld world = new CoreWorld(3);
        world.writeNewOrders(ORDERS);
        world.play();
        return world.journal().hash();
    }

    @Test
    void shouldMeasureOpenOrdersAndWhatALoadedSnapshotHolds() {
        final Map<String, Figure> figures = byName(new OpenOrders(2, ORDERS).measure());
        assertEquals(ORDERS, figures.get("open orders").value());
        assertTrue(figures.get("open orders: snapshot size").value() > 0);
    }

    @Test
    void shouldCountTheBytesOfALife() {
        final Map<String, Figure> figures = byName(new OrderLife(2, ORDERS).measure());
        assertTrue(figures.get("life: events per order").value() >= 4);
        assertTrue(figures.get("life: journal per order").value() >= 4 * 32);
        assertTrue(figures.get("life: log per order").value() >= 3 * 64);
    }

    @Test
    void shouldMeasureRateAndRouter() {
        final Map<String, Figure> rate = byName(new NewOrderRate(2, ORDERS, 1).measure());
        assertTrue(rate.get("core: new orders, one core, median").value() > 0);
        final Map<String, Figure> router = byName(new RouterTimes(1_000).measure());
        assertTrue(router.get("router: 20 venues x 10 levels, p99").value() > 0);
    }

    private static Map<String, Figure> byName(final List<Figure> figures) {
        return figures.stream().collect(Collectors.toMap(Figure::name, figure -> figure));
    }
}
