package io.weir.rest.binance;

/** Hears of answers that concern the connection as a whole, on the event loop. */
interface Troubles {
    /** The venue refuses our time. */
    void onClockSkewed();

    /** The venue refuses our key, its rights or our address. */
    void onKeyRefused(String text);

    /** No connection can be made. */
    void onUnreachable(String why);
}
