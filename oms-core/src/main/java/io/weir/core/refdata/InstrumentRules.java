package io.weir.core.refdata;

/**
 * The rules of an instrument that may be redefined. Immutable.
 *
 * @param tickSize    at priceScale, above 0.
 * @param lotSize     at qtyScale, above 0.
 * @param minQty      at qtyScale.
 * @param maxQty      at qtyScale.
 * @param minNotional at priceScale + qtyScale.
 * @param collarBps   how far a price may lie beyond the best opposite quote, in 1/10,000; 0 switches the collar off.
 */
public record InstrumentRules(long tickSize, long lotSize, long minQty, long maxQty, long minNotional, int collarBps) {}
