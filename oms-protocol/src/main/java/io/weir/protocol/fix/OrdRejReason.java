package io.weir.protocol.fix;

/** OrdRejReason(103); NONE where the report is no reject. */
public enum OrdRejReason {
    NONE(-1),
    BROKER_OPTION(0),
    UNKNOWN_SYMBOL(1),
    EXCHANGE_CLOSED(2),
    ORDER_EXCEEDS_LIMIT(3),
    TOO_LATE_TO_ENTER(4),
    UNKNOWN_ORDER(5),
    DUPLICATE_ORDER(6),
    STALE_ORDER(8),
    UNSUPPORTED_ORDER_CHARACTERISTIC(11),
    INCORRECT_QUANTITY(13),
    UNKNOWN_ACCOUNT(15),
    OTHER(99);

    private static final OrdRejReason[] VALUES = values();

    private final int code;

    OrdRejReason(final int code) {
        this.code = code;
    }

    /** {@return the value as FIX writes it; -1 where the field is absent} */
    public int code() {
        return code;
    }

    /**
     * Finds a constant by FIX's value.
     *
     * @param code as FIX writes it, -1 for an absent field.
     * @return the constant.
     * @throws IllegalArgumentException if there is none.
     */
    public static OrdRejReason of(final int code) {
        for (final OrdRejReason value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("OrdRejReason has no value " + code);
    }
}
