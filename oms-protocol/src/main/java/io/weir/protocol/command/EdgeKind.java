package io.weir.protocol.command;

/** What an edge is. */
public enum EdgeKind {
    /** Holds clients' FIX connections. */
    ACCEPTOR(1),
    /** Holds the connection to one venue. */
    VENUE(2),
    /** Says reference data and operators' commands. */
    OPS(3);

    private static final EdgeKind[] VALUES = values();

    private final int code;

    EdgeKind(final int code) {
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
    public static EdgeKind of(final int code) {
        for (final EdgeKind value : VALUES) {
            if (value.code == code) {
                return value;
            }
        }
        throw new IllegalArgumentException("EdgeKind has no value " + code);
    }
}
