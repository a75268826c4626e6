package io.weir.protocol.fix;

/** OrdStatus(39). */
public enum OrdStatus {
    NEW('0'),
    PARTIALLY_FILLED('1'),
    FILLED('2'),
    CANCELED('4'),
    PENDING_CANCEL('6'),
    REJECTED('8'),
    PENDING_NEW('A'),
    EXPIRED('C'),
    PENDING_REPLACE('E');

    private static final OrdStatus[] VALUES = values();

    private final char code;

    OrdStatus(final char code) {
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
    public static OrdStatus of(final char code) {
        for (final OrdStatus value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        return null;
    }
}
