package io.weir.app.fix;

import java.util.Map;
import java.util.TreeMap;

/**
 * The other side of ETH-USD: one trader whose orders are all that a test's own can trade with. Each order that a test has
 * not ended itself is canceled behind it, so that the next test finds an empty book.
 */
final class Market implements AutoCloseable {
    private final Trader trader;
    private final Map<String, String> open = new TreeMap<>();
    private int orders;

    Market(final Trader trader) {
        this.trader = trader.logsOn();
    }

    /** {@return the trader} */
    Trader trader() {
        return trader;
    }

    /** Offers a quantity at a price; it rests. */
    void offers(final String qty, final String price) {
        rests("2", qty, price);
    }

    /** Bids for a quantity at a price; it rests. */
    void bids(final String qty, final String price) {
        rests("1", qty, price);
    }

    /** Sells at once what is bid for at the price, and lets the rest go. */
    void sells(final String qty, final String price) {
        takes("2", qty, price);
    }

    /** Buys at once what is offered at the price, and lets the rest go. */
    void buys(final String qty, final String price) {
        takes("1", qty, price);
    }

    /** An order that rests has traded wholly. */
    void hasTraded(final String qty, final String price) {
        final Message fill = trader.hears("35=8|150=F|32=" + qty + "|31=" + price);
        if (fill.is(39, "2")) {
            open.remove(fill.value(11));
        }
    }

    @Override
    public void close() {
        open.forEach((clOrdId, side) -> {
            trader.says("35=F|11=" + clOrdId + "-end|41=" + clOrdId + "|55=ETH-USD|54=" + side + "|60={now}");
            trader.hearsInTheEnd("35=8|150=4");
        });
        trader.logsOut();
    }

    private void rests(final String side, final String qty, final String price) {
        final String clOrdId = "M-" + ++orders;
        trader.says(order(clOrdId, side, qty, price, "1"));
        trader.hears("35=8|150=0|11=" + clOrdId);
        open.put(clOrdId, side);
    }

    /** Until the venue has answered all, what it has traded is known here and there. */
    private void takes(final String side, final String qty, final String price) {
        final String clOrdId = "M-" + ++orders;
        trader.says(order(clOrdId, side, qty, price, "3"));
        Message report = trader.hears("35=8|150=0|11=" + clOrdId);
        while (!report.is(39, "2") && !report.is(39, "4")) {
            report = trader.hears("35=8|11=" + clOrdId);
        }
    }

    private static String order(
            final String clOrdId, final String side, final String qty, final String price, final String tif) {
        return "35=D|11=" + clOrdId + "|55=ETH-USD|54=" + side + "|38=" + qty + "|40=2|44=" + price + "|59=" + tif
                + "|60={now}";
    }
}
