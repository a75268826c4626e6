package io.weir.ops.health;

/** A room that can say how it is. */
@FunctionalInterface
public interface HealthSource {
    /** {@return how it is now; asked on the HTTP thread, so it must not block} */
    RoomHealth check();
}
