package io.weir.rest.binance;

import io.weir.protocol.decimal.Decimal;

/**
 * What our own settings say of one symbol at the venue; only compared with what the venue itself says.
 *
 * @param symbol      ours.
 * @param tick        price step, ABSENT if not said.
 * @param lot         quantity step, likewise.
 * @param minQty      least OrderQty(38), likewise.
 * @param minNotional least price times quantity, in the quote asset, likewise.
 */
public record ListingRule(String symbol, Decimal tick, Decimal lot, Decimal minQty, Decimal minNotional) {}
