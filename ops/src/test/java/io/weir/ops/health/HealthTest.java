package io.weir.ops.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.weir.ops.health.Health.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HealthTest {
    private final Health health = new Health();

    @Test
    void shouldBeDownWhileNobodyIsThere() {
        assertEquals(HealthState.DOWN, health.check().overall());
    }

    @Test
    void shouldBeAsTheWorstEssentialRoom() {
        health.register("core", Weight.ESSENTIAL, () -> RoomHealth.up("leader"));
        assertEquals(HealthState.UP, health.check().overall());
        health.register("fix-acceptor", Weight.ESSENTIAL, () -> RoomHealth.degraded("full"));
        assertEquals(HealthState.DEGRADED, health.check().overall());
        health.register("log", Weight.ESSENTIAL, () -> RoomHealth.down("no leader"));
        assertEquals(HealthState.DOWN, health.check().overall());
        assertEquals(
                List.of("core", "fix-acceptor", "log"),
                List.copyOf(health.check().rooms().keySet()));
    }

    @Test
    void shouldOnlyBeDegradedByAUsefulRoomThatIsDown() {
        health.register("core", Weight.ESSENTIAL, () -> RoomHealth.up("leader"));
        health.register("store", Weight.USEFUL, () -> RoomHealth.down("held by another process"));
        final HealthReport report = health.check();
        assertEquals(HealthState.DEGRADED, report.overall());
        assertEquals(HealthState.DOWN, report.rooms().get("store").state());
    }

    @Test
    void shouldTakeARoomThatCannotBeAskedForDown() {
        health.register("core", Weight.ESSENTIAL, () -> {
            throw new IllegalStateException("secret detail");
        });
        final RoomHealth core = health.check().rooms().get("core");
        assertEquals(HealthState.DOWN, core.state());
        assertTrue(core.detail().contains("IllegalStateException"));
    }

    @Test
    void shouldRefuseARoomTwice() {
        health.register("core", Weight.ESSENTIAL, () -> RoomHealth.up(""));
        assertThrows(
                IllegalArgumentException.class, () -> health.register("core", Weight.USEFUL, () -> RoomHealth.up("")));
    }
}
