package io.weir.protocol.event;

/**
 * Reference data as the core has it: an instrument.
 *
 * @param instrumentId counted by the core.
 * @param symbol Symbol(55).
 * @param baseAsset what is bought and sold.
 * @param quoteAsset what it is paid in.
 * @param priceScale digits of a price.
 * @param qtyScale digits of a quantity.
 * @param tickSize at priceScale.
 * @param lotSize at qtyScale.
 * @param minQty at qtyScale.
 * @param maxQty at qtyScale.
 * @param minNotional at priceScale + qtyScale.
 */
public record InstrumentDefined(
        int instrumentId,
        String symbol,
        String baseAsset,
        String quoteAsset,
        int priceScale,
        int qtyScale,
        long tickSize,
        long lotSize,
        long minQty,
        long maxQty,
        long minNotional)
        implements Event {
    @Override
    public void to(final EventHandler handler) {
        handler.onInstrumentDefined(this);
    }
}
