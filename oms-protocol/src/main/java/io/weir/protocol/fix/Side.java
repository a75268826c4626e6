package io.weir.protocol.fix;

/** Side(54). */
public enum Side {
    BUY('1'),
    SELL('2');

    private static final Side[] VALUES = values();

    private final char code;

    Side(final char code) {
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
    public static Side of(final char code) {
        for (final Side value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        return null;
    }
}
