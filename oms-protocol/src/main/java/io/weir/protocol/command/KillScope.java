package io.weir.protocol.command;

/** What a kill switch covers. */
public enum KillScope {
    /** Everything. */
    ALL(1),
    /** One account. */
    ACCOUNT(2),
    /** One venue: it is left out by the router. */
    VENUE(3),
    /** One symbol. */
    INSTRUMENT(4);

    private static final KillScope[] VALUES = values();

    private final int code;

    KillScope(final int code) {
        this.code = code;
    }

    /** {@return its number in logs and snapshots; once given it stays} */
    public int code() {
        return code;
    }

    /**
     * Finds a constant by its number.
     *
     * @param code as {@link #code()} gave it.
     * @return the constant.
     * @throws IllegalArgumentException if there is none.
     */
    public static KillScope of(final int code) {
        for (final KillScope value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("KillScope has no value " + code);
    }
}
