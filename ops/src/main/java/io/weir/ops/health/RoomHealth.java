package io.weir.ops.health;

/**
 * What a room says of itself.
 *
 * @param state  how it is.
 * @param detail why, one sentence for people, without secrets.
 */
public record RoomHealth(HealthState state, String detail) {
    /** {@return up, and how} */
    public static RoomHealth up(final String detail) {
        return new RoomHealth(HealthState.UP, detail);
    }

    /** {@return degraded, and why} */
    public static RoomHealth degraded(final String detail) {
        return new RoomHealth(HealthState.DEGRADED, detail);
    }

    /** {@return down, and why} */
    public static RoomHealth down(final String detail) {
        return new RoomHealth(HealthState.DOWN, detail);
    }
}
