package io.weir.core.risk;

import io.weir.core.refdata.Account;
import io.weir.core.refdata.Instrument;
import io.weir.core.refdata.InstrumentRules;
import io.weir.protocol.command.KillScope;
import io.weir.protocol.decimal.Decimal;
import io.weir.protocol.decimal.Decimals;
import io.weir.protocol.event.OrderState;
import io.weir.protocol.fix.OrdRejReason;
import io.weir.protocol.fix.OrdType;
import io.weir.protocol.fix.Side;
import io.weir.sor.Costs;

/**
 * Judges the terms of a new order or of a replace. Each step answers whether it passed; if not, {@link #reason} and
 * {@link #text} say why, naming field, value and bound. One object is reused for all; nothing of one order reaches the next.
 */
public final class OrderCheck {
    private final PriceCollar collar;
    private final KillSwitches switches;
    private OrdRejReason reason = OrdRejReason.NONE;
    private String text = "";
    private long orderQty;
    private long price;
    private long worstPx;

    public OrderCheck(final PriceCollar collar, final KillSwitches switches) {
        this.collar = collar;
        this.switches = switches;
    }

    /** {@return OrdRejReason(103) of the step that failed} */
    public OrdRejReason reason() {
        return reason;
    }

    /** {@return Text(58) of the step that failed} */
    public String text() {
        return text;
    }

    /** {@return OrderQty(38) at qtyScale, after {@link #measure}} */
    public long orderQty() {
        return orderQty;
    }

    /** {@return Price(44) at priceScale or {@link OrderState#NO_PRICE}, after {@link #measure}} */
    public long price() {
        return price;
    }

    /** {@return the worst price it may trade at: its limit, or the collar of a market order; after {@link #withinCollar}} */
    public long worstPx() {
        return worstPx;
    }

    /** Brings quantity and price to scale; digits beyond it are refused, never rounded. A market order's price is not looked at. */
    public boolean measure(final Instrument instrument, final OrdType ordType, final Decimal qty, final Decimal limit) {
        if (!qty.isPresent() || qty.mantissa() <= 0) {
            return fail(OrdRejReason.INCORRECT_QUANTITY, qtyText(qty) + " is not above 0");
        }
        orderQty = Decimals.rescale(qty, instrument.qtyScale());
        if (orderQty == Decimals.INEXACT) {
            return fail(
                    OrdRejReason.INCORRECT_QUANTITY,
                    qtyText(qty) + " has more than " + instrument.qtyScale()
                            + " digits behind the point, the precision of " + instrument.symbol());
        }
        if (orderQty == Decimals.TOO_LARGE) {
            return fail(
                    OrdRejReason.ORDER_EXCEEDS_LIMIT,
                    qtyText(qty) + " is above "
                            + Decimals.toText(instrument.rules().maxQty(), instrument.qtyScale()) + ", the maximum of "
                            + instrument.symbol());
        }
        price = OrderState.NO_PRICE;
        return ordType == OrdType.MARKET || measureLimit(instrument, limit);
    }

    private boolean measureLimit(final Instrument instrument, final Decimal limit) {
        if (!limit.isPresent()) {
            return fail(OrdRejReason.OTHER, "Price(44) is missing: OrdType(40) 2 needs it");
        }
        if (limit.mantissa() <= 0) {
            return fail(OrdRejReason.OTHER, priceText(limit) + " is not above 0");
        }
        price = Decimals.rescale(limit, instrument.priceScale());
        if (price == Decimals.INEXACT) {
            return fail(
                    OrdRejReason.OTHER,
                    priceText(limit) + " has more than " + instrument.priceScale()
                            + " digits behind the point, the precision of " + instrument.symbol());
        }
        return price != Decimals.TOO_LARGE
                || fail(
                        OrdRejReason.ORDER_EXCEEDS_LIMIT,
                        priceText(limit) + " is above what " + instrument.symbol() + " can be worked at");
    }

    /** Lot, tick, least and most quantity. */
    public boolean withinRules(final Instrument instrument) {
        final InstrumentRules rules = instrument.rules();
        final int scale = instrument.qtyScale();
        if (orderQty < rules.minQty()) {
            return fail(
                    OrdRejReason.INCORRECT_QUANTITY,
                    qtyText(instrument) + " is below " + Decimals.toText(rules.minQty(), scale) + ", the minimum of "
                            + instrument.symbol());
        }
        if (orderQty > rules.maxQty() || orderQty > instrument.base().maxAmount(scale)) {
            return fail(
                    OrdRejReason.ORDER_EXCEEDS_LIMIT,
                    qtyText(instrument) + " is above "
                            + Decimals.toText(
                                    Math.min(rules.maxQty(), instrument.base().maxAmount(scale)), scale)
                            + ", the maximum of " + instrument.symbol());
        }
        if (orderQty % rules.lotSize() != 0) {
            return fail(
                    OrdRejReason.INCORRECT_QUANTITY,
                    qtyText(instrument) + " is no multiple of " + Decimals.toText(rules.lotSize(), scale)
                            + ", the lot of " + instrument.symbol());
        }
        if (price != OrderState.NO_PRICE && price % rules.tickSize() != 0) {
            return fail(
                    OrdRejReason.OTHER,
                    priceText(instrument) + " is no multiple of "
                            + Decimals.toText(rules.tickSize(), instrument.priceScale()) + ", the tick of "
                            + instrument.symbol());
        }
        return true;
    }

    /** The kill switches. */
    public boolean allowed(final Account account, final Instrument instrument) {
        final KillScope scope = switches.stopping(account, instrument);
        return scope == null
                || fail(
                        OrdRejReason.BROKER_OPTION,
                        "kill switch " + scope + " is engaged: no new orders for "
                                + (scope == KillScope.ACCOUNT ? account.name() : instrument.symbol()));
    }

    /**
     * The age of the message.
     *
     * @param field    what is old, for the text.
     * @param ageNs    from the acceptor's reading to the core's wall clock.
     * @param maxAgeNs the session's bound, 0 for none.
     */
    public boolean fresh(final String field, final long ageNs, final long maxAgeNs) {
        return maxAgeNs <= 0
                || ageNs <= maxAgeNs
                || fail(
                        OrdRejReason.STALE_ORDER,
                        field + " is " + ageNs / 1_000_000 + " ms old, above " + maxAgeNs / 1_000_000
                                + " ms, the bound of the session");
    }

    /**
     * One more open order.
     *
     * @param openOrders    in the node.
     * @param maxOpenOrders of the node.
     */
    public boolean withinOpenOrders(final Account account, final int openOrders, final int maxOpenOrders) {
        if (account.openOrders() >= account.maxOpenOrders()) {
            return fail(
                    OrdRejReason.ORDER_EXCEEDS_LIMIT,
                    "open orders of Account(1) " + account.name() + " would be " + (account.openOrders() + 1)
                            + ", above " + account.maxOpenOrders());
        }
        return openOrders < maxOpenOrders
                || fail(
                        OrdRejReason.ORDER_EXCEEDS_LIMIT,
                        "open orders of this gateway would be " + (openOrders + 1) + ", above " + maxOpenOrders);
    }

    /** The price collar, and with it the price by which a market order is measured. */
    public boolean withinCollar(final Instrument instrument, final Side side) {
        final long best = collar.bestOpposite(instrument, side);
        worstPx = price;
        if (price == OrderState.NO_PRICE) {
            if (best == PriceCollar.NO_QUOTE) {
                return fail(
                        OrdRejReason.OTHER,
                        "no live quote of " + instrument.symbol() + ": OrdType(40) 1 cannot be judged");
            }
            worstPx = collar.worst(instrument, side, best);
            return true;
        }
        if (best == PriceCollar.NO_QUOTE || instrument.rules().collarBps() == 0) {
            return true;
        }
        final long bound = collar.worst(instrument, side, best);
        final boolean within = side == Side.BUY ? price <= bound : price >= bound;
        return within
                || fail(
                        OrdRejReason.ORDER_EXCEEDS_LIMIT,
                        priceText(instrument) + " is "
                                + (side == Side.BUY ? "above " : "below ")
                                + Decimals.toText(bound, instrument.priceScale())
                                + ", the price collar of " + instrument.symbol());
    }

    /** Least and most worth; a market order is measured at its worst price. After {@link #withinCollar}. */
    public boolean withinNotional(final Instrument instrument, final Account account) {
        final int scale = instrument.notionalScale();
        final long notional = Costs.notional(orderQty, worstPx);
        final long most =
                Math.min(account.floorMaxNotional(scale), instrument.quote().maxAmount(scale) / 2);
        if (notional == Costs.TOO_LARGE || notional > most) {
            return fail(
                    OrdRejReason.ORDER_EXCEEDS_LIMIT,
                    qtyText(instrument) + " times "
                            + Decimals.toText(worstPx, instrument.priceScale()) + " is above "
                            + Decimals.toText(most, scale)
                            + ", the maximum notional of Account(1) " + account.name());
        }
        return notional >= instrument.rules().minNotional()
                || fail(
                        OrdRejReason.INCORRECT_QUANTITY,
                        qtyText(instrument) + " times "
                                + Decimals.toText(worstPx, instrument.priceScale()) + " is below "
                                + Decimals.toText(instrument.rules().minNotional(), scale)
                                + ", the minimum notional of "
                                + instrument.symbol());
    }

    private boolean fail(final OrdRejReason why, final String words) {
        reason = why;
        text = words;
        return false;
    }

    private static String qtyText(final Decimal qty) {
        return "OrderQty(38) " + qty;
    }

    private static String priceText(final Decimal limit) {
        return "Price(44) " + limit;
    }

    private String qtyText(final Instrument instrument) {
        return "OrderQty(38) " + Decimals.toText(orderQty, instrument.qtyScale());
    }

    private String priceText(final Instrument instrument) {
        return "Price(44) " + Decimals.toText(price, instrument.priceScale());
    }
}
