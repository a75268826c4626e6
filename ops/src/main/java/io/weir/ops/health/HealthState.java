package io.weir.ops.health;

/** How a room, or the whole gateway, is; from best to worst. */
public enum HealthState {
    /** Does all that it is for. */
    UP,
    /** Does it, but slowly or not everywhere. */
    DEGRADED,
    /** Does not do what it is for. */
    DOWN;

    /** {@return the worse of both} */
    public HealthState orWorse(final HealthState other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
