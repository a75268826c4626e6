package io.weir.ops.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rooms that say how they are. Any thread may register and ask. */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);

    private final List<Room> rooms = new CopyOnWriteArrayList<>();

    /** What the gateway cannot be without, and what it can. */
    public enum Weight {
        /** Down, it takes the whole gateway down: no order is taken. */
        ESSENTIAL,
        /** Down, it leaves the gateway degraded. */
        USEFUL
    }

    /**
     * Adds a room.
     *
     * @param name   shown to people, for example {@code fix-acceptor} or {@code venue KRAKEN}; not registered before.
     * @param weight what its failing means for the whole.
     * @param source asked at each request.
     */
    public void register(final String name, final Weight weight, final HealthSource source) {
        if (rooms.stream().anyMatch(room -> room.name.equals(name))) {
            throw new IllegalArgumentException("health of " + name + " is registered already");
        }
        rooms.add(new Room(name, weight, source));
    }

    /** {@return how the whole is now, and each room; down if no room is registered, for then nothing runs} */
    public HealthReport check() {
        final Map<String, RoomHealth> byRoom = new LinkedHashMap<>();
        HealthState overall = rooms.isEmpty() ? HealthState.DOWN : HealthState.UP;
        for (final Room room : rooms) {
            final RoomHealth health = ask(room);
            byRoom.put(room.name, health);
            final boolean spared = room.weight == Weight.USEFUL && health.state() == HealthState.DOWN;
            overall = overall.orWorse(spared ? HealthState.DEGRADED : health.state());
        }
        return new HealthReport(overall, byRoom);
    }

    /** A room that cannot even say how it is, is down. */
    private static RoomHealth ask(final Room room) {
        try {
            return room.source.check();
        } catch (final RuntimeException e) {
            LOG.warn("health of {} cannot be asked", room.name, e);
            return RoomHealth.down("cannot be asked: " + e.getClass().getSimpleName());
        }
    }

    private record Room(String name, Weight weight, HealthSource source) {}
}
