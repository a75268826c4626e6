package io.weir.protocol.command;

/** Why a venue order is proved dead. */
public enum VenueRejectReason {
    /** The venue refused it. */
    REFUSED(1),
    /** It never left this gateway. */
    NOT_SENT(2),
    /** Sent in doubt; the venue does not know it after its visibility window. */
    ABSENT(3),
    /** The venue refused it for its rate limit. */
    RATE_LIMITED(4);

    private static final VenueRejectReason[] VALUES = values();

    private final int code;

    VenueRejectReason(final int code) {
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
    public static VenueRejectReason of(final int code) {
        for (final VenueRejectReason value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("VenueRejectReason has no value " + code);
    }
}
