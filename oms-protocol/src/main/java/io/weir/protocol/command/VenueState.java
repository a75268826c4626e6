package io.weir.protocol.command;

/** How a venue is. */
public enum VenueState {
    /** Takes orders. */
    UP(1),
    /** Takes orders, slowly or with errors. */
    DEGRADED(2),
    /** Not connected, or not yet reconciled: no orders to it. */
    DOWN(3),
    /** Connected, but the venue has halted trading. */
    SUSPENDED(4);

    private static final VenueState[] VALUES = values();

    private final int code;

    VenueState(final int code) {
        this.code = code;
    }

    /** {@return its number in logs and snapshots; once given it stays} */
    public int code() {
        return code;
    }

    /**
     * Finds a constant by its number.
     *
     * @param code as {@link #code()} gave it.
     * @return the constant.
     * @throws IllegalArgumentException if there is none.
     */
    public static VenueState of(final int code) {
        for (final VenueState value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("VenueState has no value " + code);
    }
}
