package io.weir.protocol.fix;

/** TimeInForce(59); absent is DAY, as FIX says. UNSUPPORTED is a value that FIX has and this gateway does not work. */
public enum TimeInForce {
    DAY('0'),
    GOOD_TILL_CANCEL('1'),
    IMMEDIATE_OR_CANCEL('3'),
    FILL_OR_KILL('4'),
    UNSUPPORTED((char) 0);

    private static final TimeInForce[] VALUES = values();

    private final char code;

    TimeInForce(final char code) {
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
    public static TimeInForce of(final char code) {
        for (final TimeInForce value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        return null;
    }
}
