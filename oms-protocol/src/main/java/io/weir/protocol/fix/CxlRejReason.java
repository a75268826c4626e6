package io.weir.protocol.fix;

/** CxlRejReason(102). */
public enum CxlRejReason {
    TOO_LATE_TO_CANCEL(0),
    UNKNOWN_ORDER(1),
    BROKER_OPTION(2),
    ALREADY_PENDING(3),
    DUPLICATE_CLORDID(6),
    OTHER(99);

    private static final CxlRejReason[] VALUES = values();

    private final int code;

    CxlRejReason(final int code) {
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
    public static CxlRejReason of(final int code) {
        for (final CxlRejReason value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("CxlRejReason has no value " + code);
    }
}
