package io.weir.simulator.client;

import java.util.Random;
import quickfix.Message;
import quickfix.field.Side;
import quickfix.field.TimeInForce;

/**
 * Which orders a {@link StreamingDesk} makes: resting, crossing, immediate or cancel, fill or kill, market orders, and some that
 * must be refused. Its choices come from a seed.
 */
final class OrderMix {
    private static final int RESTING = 35;
    private static final int CROSSING = 75;
    private static final int IMMEDIATE = 85;
    private static final int FILL_OR_KILL = 89;
    private static final int MARKET = 94;

    private final Random random;

    OrderMix(final Random random) {
        this.random = random;
    }

    /** What the demo's venues trade, and where their markets stand. */
    private enum Market {
        BTC("BTC-USD", 50_000, "0.0"),
        ETH("ETH-USD", 3_000, "0.");

        private final String symbol;
        private final int price;
        private final String qtyPrefix;

        Market(final String symbol, final int price, final String qtyPrefix) {
            this.symbol = symbol;
            this.price = price;
            this.qtyPrefix = qtyPrefix;
        }
    }

    /** {@return a new order} */
    Message order(final String clOrdId) {
        final Market market = random.nextInt(4) == 0 ? Market.ETH : Market.BTC;
        final char side = random.nextBoolean() ? Side.BUY : Side.SELL;
        final String qty = market.qtyPrefix + (1 + random.nextInt(9));
        final int dice = random.nextInt(100);
        if (dice < RESTING) {
            return Orders.limit(clOrdId, side, market.symbol, qty, price(market, side, false));
        } else if (dice < CROSSING) {
            return Orders.limit(clOrdId, side, market.symbol, qty, price(market, side, true));
        } else if (dice < FILL_OR_KILL) {
            final char timeInForce = dice < IMMEDIATE ? TimeInForce.IMMEDIATE_OR_CANCEL : TimeInForce.FILL_OR_KILL;
            return Orders.limit(
                    clOrdId, side, market.symbol, qty, price(market, side, random.nextInt(4) > 0), timeInForce);
        } else if (dice < MARKET) {
            return Orders.market(clOrdId, side, market.symbol, qty);
        }
        return wrong(clOrdId, side, market, qty);
    }

    /** {@return an order that is refused: for its symbol, its price or its quantity} */
    private Message wrong(final String clOrdId, final char side, final Market market, final String qty) {
        return switch (random.nextInt(3)) {
            case 0 -> Orders.limit(clOrdId, side, "DOGE-USD", qty, price(market, side, false));
            case 1 -> Orders.limit(clOrdId, side, market.symbol, qty, String.valueOf(market.price * 2));
            default -> Orders.limit(clOrdId, side, market.symbol, "5000000", price(market, side, false));
        };
    }

    /** {@return new terms for an order, a price that rests} */
    Message replace(final String clOrdId, final OrderChain target, final String targetClOrdId) {
        final Market market = target.symbol().equals(Market.ETH.symbol) ? Market.ETH : Market.BTC;
        return Orders.replace(
                clOrdId,
                targetClOrdId,
                target.side(),
                target.symbol(),
                market.qtyPrefix + (1 + random.nextInt(9)) + random.nextInt(10),
                price(market, target.side(), false));
    }

    /** Whole dollars, 0.4 to 2.4 % from the market: beyond its spread, within the collar. */
    private String price(final Market market, final char side, final boolean crossing) {
        final int away = market.price / 250 + random.nextInt(market.price / 50);
        final boolean above = (side == Side.BUY) == crossing;
        return String.valueOf(above ? market.price + away : market.price - away);
    }
}
