package io.weir.sor;

/** What the router made of one venue, in fixed words so that saying it costs nothing. */
public enum RouteReason {
    BEST_SCORE("best score"),
    NEXT_SCORE("takes what the better ones could not"),
    OUTSCORED("others scored better"),
    NOT_CONNECTED("DOWN"),
    SUSPENDED("SUSPENDED"),
    BREAKER_OPEN("breaker open after failures in a row"),
    KILLED("kill switch"),
    REFUSED_BEFORE("has refused this order"),
    OPEN_ORDERS_AT_BOUND("open orders at the venue's bound"),
    TICK("Price(44) is no multiple of the venue's tick"),
    LOT("OrderQty(38) is no multiple of the venue's lot"),
    BELOW_MINIMUM("below the venue's minimum quantity or notional"),
    BALANCE_TOO_LOW("free balance too low"),
    NOT_WHOLE("cannot take the whole quantity");

    private final String text;

    RouteReason(final String text) {
        this.text = text;
    }

    /** {@return what the journal says} */
    public String text() {
        return text;
    }

    /** {@return whether a venue with this reason gets a part} */
    public boolean isChosen() {
        return this == BEST_SCORE || this == NEXT_SCORE;
    }
}
