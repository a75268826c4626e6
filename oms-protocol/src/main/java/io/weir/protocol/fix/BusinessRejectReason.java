package io.weir.protocol.fix;

/** BusinessRejectReason(380). */
public enum BusinessRejectReason {
    OTHER(0),
    UNKNOWN_ID(1),
    UNKNOWN_SECURITY(2),
    UNSUPPORTED_MESSAGE_TYPE(3),
    APPLICATION_NOT_AVAILABLE(4),
    CONDITIONALLY_REQUIRED_FIELD_MISSING(5),
    NOT_AUTHORIZED(6);

    private static final BusinessRejectReason[] VALUES = values();

    private final int code;

    BusinessRejectReason(final int code) {
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
    public static BusinessRejectReason of(final int code) {
        for (final BusinessRejectReason value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("BusinessRejectReason has no value " + code);
    }
}
