package io.weir.protocol.fix;

/** OrdType(40); UNSUPPORTED is a value that FIX has and this gateway does not work, the message says which. */
public enum OrdType {
    MARKET('1'),
    LIMIT('2'),
    UNSUPPORTED((char) 0);

    private static final OrdType[] VALUES = values();

    private final char code;

    OrdType(final char code) {
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
    public static OrdType of(final char code) {
        for (final OrdType value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        return null;
    }
}
