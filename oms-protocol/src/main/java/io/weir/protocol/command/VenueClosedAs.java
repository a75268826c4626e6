package io.weir.protocol.command;

/** How an order ended at a venue. */
public enum VenueClosedAs {
    /** Canceled, asked for or not. */
    CANCELED(1),
    /** Its time in force ended, or nothing was left to trade with. */
    EXPIRED(2),
    /** Wholly traded; its fills may still be on their way. */
    FILLED(3);

    private static final VenueClosedAs[] VALUES = values();

    private final int code;

    VenueClosedAs(final int code) {
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
    public static VenueClosedAs of(final int code) {
        for (final VenueClosedAs value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("VenueClosedAs has no value " + code);
    }
}
