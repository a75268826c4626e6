package io.weir.protocol.fix;

/** CxlRejResponseTo(434). */
public enum CxlRejResponseTo {
    CANCEL('1'),
    REPLACE('2');

    private static final CxlRejResponseTo[] VALUES = values();

    private final char code;

    CxlRejResponseTo(final char code) {
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
    public static CxlRejResponseTo of(final char code) {
        for (final CxlRejResponseTo value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        return null;
    }
}
