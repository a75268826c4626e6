package io.weir.protocol.fix;

/** ExecType(150). */
public enum ExecType {
    NEW('0'),
    CANCELED('4'),
    REPLACED('5'),
    PENDING_CANCEL('6'),
    REJECTED('8'),
    PENDING_NEW('A'),
    EXPIRED('C'),
    PENDING_REPLACE('E'),
    TRADE('F'),
    ORDER_STATUS('I');

    private static final ExecType[] VALUES = values();

    private final char code;

    ExecType(final char code) {
        this.code = code;
    }

    /** {@return the value as FIX writes it; 0 where FIX has none} */
    public char code() {
        return code;
    }

    /**
     * Finds a constant by FIX's value.
     *
     * @param code as FIX writes it.
     * @return the constant, or null if this gateway has none for it.
     */
    public static ExecType of(final char code) {
        for (final ExecType value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        return null;
    }
}
