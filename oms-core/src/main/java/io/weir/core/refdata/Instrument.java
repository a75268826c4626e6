package io.weir.core.refdata;

import io.weir.protocol.event.InstrumentDefined;

/** A pair that is traded. Symbol, assets and scales never change; the rules may. One object for the life of the node. */
public final class Instrument {
    private final int instrumentId;
    private final String symbol;
    private final Asset base;
    private final Asset quote;
    private final int priceScale;
    private final int qtyScale;
    private InstrumentRules rules;

    Instrument(
            final int instrumentId,
            final String symbol,
            final Asset base,
            final Asset quote,
            final int priceScale,
            final int qtyScale,
            final InstrumentRules rules) {
        this.instrumentId = instrumentId;
        this.symbol = symbol;
        this.base = base;
        this.quote = quote;
        this.priceScale = priceScale;
        this.qtyScale = qtyScale;
        this.rules = rules;
    }

    /** {@return its number, 1, 2, 3 …} */
    public int instrumentId() {
        return instrumentId;
    }

    /** {@return Symbol(55)} */
    public String symbol() {
        return symbol;
    }

    /** {@return what is bought and sold} */
    public Asset base() {
        return base;
    }

    /** {@return what it is paid in} */
    public Asset quote() {
        return quote;
    }

    /** {@return digits of a price} */
    public int priceScale() {
        return priceScale;
    }

    /** {@return digits of a quantity} */
    public int qtyScale() {
        return qtyScale;
    }

    /** {@return digits of a price times a quantity} */
    public int notionalScale() {
        return priceScale + qtyScale;
    }

    /** {@return the rules as last defined} */
    public InstrumentRules rules() {
        return rules;
    }

    /** {@return a quantity as an amount of the base asset} */
    public long baseUnits(final long qty) {
        return base.units(qty, qtyScale);
    }

    /** {@return a notional as an amount of the quote asset} */
    public long quoteUnits(final long notional) {
        return quote.units(notional, notionalScale());
    }

    void rules(final InstrumentRules newRules) {
        rules = newRules;
    }

    InstrumentDefined toEvent() {
        return new InstrumentDefined(
                instrumentId,
                symbol,
                base.name(),
                quote.name(),
                priceScale,
                qtyScale,
                rules.tickSize(),
                rules.lotSize(),
                rules.minQty(),
                rules.maxQty(),
                rules.minNotional());
    }
}
