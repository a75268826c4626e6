package io.weir.protocol.fix;

/** SessionRejectReason(373). */
public enum SessionRejectReason {
    INVALID_TAG_NUMBER(0),
    REQUIRED_TAG_MISSING(1),
    TAG_NOT_DEFINED_FOR_THIS_MESSAGE_TYPE(2),
    UNDEFINED_TAG(3),
    TAG_SPECIFIED_WITHOUT_A_VALUE(4),
    VALUE_IS_INCORRECT(5),
    INCORRECT_DATA_FORMAT_FOR_VALUE(6),
    COMPID_PROBLEM(9),
    SENDINGTIME_ACCURACY_PROBLEM(10),
    INVALID_MSGTYPE(11),
    TAG_APPEARS_MORE_THAN_ONCE(13),
    TAG_SPECIFIED_OUT_OF_REQUIRED_ORDER(14),
    REPEATING_GROUP_FIELDS_OUT_OF_ORDER(15),
    INCORRECT_NUMINGROUP_COUNT(16),
    NON_DATA_VALUE_INCLUDES_FIELD_DELIMITER(17),
    OTHER(99);

    private static final SessionRejectReason[] VALUES = values();

    private final int code;

    SessionRejectReason(final int code) {
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
    public static SessionRejectReason of(final int code) {
        for (final SessionRejectReason value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("SessionRejectReason has no value " + code);
    }
}
