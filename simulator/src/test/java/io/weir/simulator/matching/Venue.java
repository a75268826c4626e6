package io.weir.simulator.matching;

import java.util.List;
import java.util.Map;

/** A small exchange for tests: BTC-USD with cents and 0.00001 lots, accounts A and B with 1,000,000 USD and 100 BTC each. */
final class Venue {
    static final Instrument BTC_USD =
            new Instrument("BTC-USD", "BTC", "USD", 2, 5, 1, 1, 1, 900_000_000L, 100_000_000L, 1_00000000L);
    static final Instrument ETH_USD =
            new Instrument("ETH-USD", "ETH", "USD", 2, 4, 5, 10, 10, 900_000_000L, 10_000_000L, 1_00000000L);
    static final int ONE_BTC = 100_000;
    static final long USD = 100_000_000L;

    final Recorder recorder = new Recorder();
    final Exchange exchange;
    final Account a;
    final Account b;
    final OrderBook book;
    long nowMs = 1_700_000_000_000L;

    Venue(final Fees fees) {
        this(fees, ExchangeLimits.DEFAULT);
    }

    Venue(final Fees fees, final ExchangeLimits limits) {
        final Map<String, Long> funds = Map.of("USD", 1_000_000 * USD, "BTC", 100 * USD, "ETH", 1_000 * USD);
        exchange = new Exchange(List.of(BTC_USD, ETH_USD), Map.of("A", funds, "B", funds), fees, limits, recorder);
        a = exchange.account("A");
        b = exchange.account("B");
        book = exchange.book("BTC-USD");
    }

    static NewOrder limit(
            final String clOrdId, final Side side, final double btc, final long usd, final TimeInForce tif) {
        return new NewOrder("BTC-USD", clOrdId, side, OrdType.LIMIT, tif, usd * 100, Math.round(btc * ONE_BTC));
    }

    static NewOrder market(final String clOrdId, final Side side, final double btc) {
        return new NewOrder("BTC-USD", clOrdId, side, OrdType.MARKET, TimeInForce.IOC, 0, Math.round(btc * ONE_BTC));
    }

    Order place(final Account account, final NewOrder request) {
        return exchange.place(account, request, false, ++nowMs);
    }
}
